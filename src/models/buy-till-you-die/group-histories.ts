import type { TimeUnit } from '../../core/duration.ts';
import { realAt, signedAt, wholeAt } from '../../core/numeric/at.ts';
import { copyReal } from '../../core/numeric/copy-real.ts';
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
  x: Float64Array,
  last: Uint32Array,
  age: Uint32Array,
): { groupOf: Uint32Array; first: Uint32Array } => {
  const mask = 2 ** Math.max(4, 33 - Math.clz32(x.length)) - 1;
  const slots = new Int32Array(mask + 1).fill(-1);
  const groupOf = new Uint32Array(x.length);
  const first = new Uint32Array(x.length);
  let found = 0;
  const isSame = (one: number, other: number): boolean =>
    realAt(x, one) === realAt(x, other) &&
    wholeAt(last, one) === wholeAt(last, other) &&
    wholeAt(age, one) === wholeAt(age, other);
  for (let row = 0; row < x.length; row += 1) {
    const mixed = Math.imul(
      Math.imul(realAt(x, row), 0x27d4eb2f) ^ Math.imul(wholeAt(last, row), 0x85ebca6b) ^ wholeAt(age, row),
      0x9e3779b1,
    );
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    let group = signedAt(slots, slot);
    while (group >= 0 && !isSame(wholeAt(first, group), row)) {
      slot = (slot + 1) & mask;
      group = signedAt(slots, slot);
    }
    if (group < 0) {
      group = found;
      slots[slot] = found;
      first[found] = row;
      found += 1;
    }
    groupOf[row] = group;
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
  const { unit } = histories;
  const repeatCount = copyReal(histories.repeatCount);
  const lastRepeatAge = copyReal(histories.lastRepeatAge);
  const observationAge = copyReal(histories.observationAge);
  const counts = histories.counts ? copyReal(histories.counts) : new Float64Array(repeatCount.length).fill(1);
  let [longestAge, mostRepeats, customers] = [0, 0, 0];
  for (let row = 0; row < repeatCount.length; row += 1) {
    const reason = findFault(
      realAt(repeatCount, row),
      realAt(lastRepeatAge, row),
      realAt(observationAge, row),
      realAt(counts, row),
    );
    if (reason !== undefined) return err({ kind: 'value-invalid', row, reason });
    longestAge = Math.max(longestAge, realAt(observationAge, row));
    mostRepeats = Math.max(mostRepeats, realAt(repeatCount, row));
    customers += realAt(counts, row);
  }
  if (customers < 1) return err({ kind: 'too-few', what: 'customers', found: customers, needed: 1 });
  if (longestAge <= 0)
    return err({ kind: 'value-invalid', row: 0, reason: 'nobody is observed for any time' });
  const last = indexDistinct(lastRepeatAge);
  const age = indexDistinct(observationAge);
  const { groupOf, first } = numberGroups(repeatCount, last.index, age.index);
  const groupCounts = new Float64Array(first.length);
  for (let row = 0; row < groupOf.length; row += 1) {
    const group = wholeAt(groupOf, row);
    groupCounts[group] = realAt(groupCounts, group) + realAt(counts, row);
  }
  return ok({
    unit,
    customers,
    repeatCount: first.map((row) => realAt(repeatCount, row)),
    lastIndex: first.map((row) => wholeAt(last.index, row)),
    ageIndex: first.map((row) => wholeAt(age.index, row)),
    counts: groupCounts,
    lastAges: last.distinct,
    ages: age.distinct,
    mostRepeats,
    longestAge,
    groupOf,
  });
};
