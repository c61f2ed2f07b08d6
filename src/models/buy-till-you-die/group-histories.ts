import type { TimeUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import { indexDistinct } from '../../core/numeric/index-distinct.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { ModelError } from '../maximum-likelihood/likelihood-problem.ts';
import type { GroupedHistories, PurchaseHistories } from './purchase-histories.ts';

const findFault = (x: number, last: number, age: number, count: number): string | undefined => {
  if (!(Number.isInteger(x) && x >= 0 && x < 2 ** 31)) return 'repeat count is not a whole number from 0';
  if (!(last >= 0 && last <= age && age < Infinity)) return 'ages are not 0 ≤ last repeat ≤ observation';
  if (x === 0 && last > 0) return 'a last repeat without repeats';
  if (!(count >= 0 && count < Infinity)) return 'count is not a number from 0';
  return undefined;
};

/** For each row, the group of its (x, t_x, T), numbered by first appearance; `first` holds the first row of each group. */
const numberGroups = (
  x: ArrayLike<number>,
  last: Uint32Array,
  age: Uint32Array,
): { groupOf: Uint32Array; first: Uint32Array } => {
  const mask = 2 ** Math.max(4, 33 - Math.clz32(x.length)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const groupOf = new Uint32Array(x.length);
  const first = new Uint32Array(x.length);
  let found = 0;
  const isSame = (one: number, other: number): boolean =>
    at(x, one) === at(x, other) && at(last, one) === at(last, other) && at(age, one) === at(age, other);
  for (let row = 0; row < x.length; row += 1) {
    const mixed = Math.imul(
      Math.imul(at(x, row), 0x27d4eb2f) ^ Math.imul(at(last, row), 0x85ebca6b) ^ at(age, row),
      0x9e3779b1,
    );
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    while (at(slots, slot) >= 0 && !isSame(at(first, at(slots, slot)), row)) slot = (slot + 1) & mask;
    if (at(slots, slot) < 0) {
      slots[slot] = found;
      first[found] = row;
      found += 1;
    }
    groupOf[row] = at(slots, slot);
  }
  return { groupOf, first: first.slice(0, found) };
};

/**
 * The distinct purchase histories with their numbers of customers. Refused: no customers, nobody observed for any time, and
 * a row that can't be (its place is told). One pass over a hash; about 0.3 s for a million customers.
 */
export const groupHistories = <U extends TimeUnit>(
  histories: PurchaseHistories<U>,
): Result<GroupedHistories<U>, ModelError> => {
  const { unit, repeatCount, lastRepeatAge, observationAge } = histories;
  const counts = histories.counts ?? new Float64Array(repeatCount.length).fill(1);
  let [longestAge, mostRepeats, customers] = [0, 0, 0];
  for (let row = 0; row < repeatCount.length; row += 1) {
    const reason = findFault(
      at(repeatCount, row),
      at(lastRepeatAge, row),
      at(observationAge, row),
      at(counts, row),
    );
    if (reason !== undefined) return err({ kind: 'value-invalid', row, reason });
    longestAge = Math.max(longestAge, at(observationAge, row));
    mostRepeats = Math.max(mostRepeats, at(repeatCount, row));
    customers += at(counts, row);
  }
  if (customers < 1) return err({ kind: 'too-few', what: 'customers', found: customers, needed: 1 });
  if (longestAge <= 0)
    return err({ kind: 'value-invalid', row: 0, reason: 'nobody is observed for any time' });
  const last = indexDistinct(lastRepeatAge);
  const age = indexDistinct(observationAge);
  const { groupOf, first } = numberGroups(repeatCount, last.index, age.index);
  const groupCounts = new Float64Array(first.length);
  groupOf.forEach((group, row) => (groupCounts[group] = at(groupCounts, group) + at(counts, row)));
  return ok({
    unit,
    customers,
    repeatCount: Uint32Array.from(first, (row) => at(repeatCount, row)),
    lastIndex: first.map((row) => at(last.index, row)),
    ageIndex: first.map((row) => at(age.index, row)),
    counts: groupCounts,
    lastAges: last.distinct,
    ages: age.distinct,
    mostRepeats,
    longestAge,
    groupOf,
  });
};
