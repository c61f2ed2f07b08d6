import { at } from '../../core/numeric/at.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { ModelError } from '../maximum-likelihood/likelihood-problem.ts';

/**
 * What BG/BB needs to know of customers who buy or don't at each of some occasions (a yearly appeal, a monthly box), as columns
 * of equal length. The first purchase is occasion 0 and counts neither as occasion nor as repeat.
 */
export interface OpportunityHistories {
  /** x: occasions at which the customer bought, from 0. */
  readonly repeatCount: ArrayLike<number>;
  /** t_x: number of the last occasion with a purchase, from 1; 0 without one. */
  readonly lastOccasion: ArrayLike<number>;
  /** n: occasions observed. */
  readonly occasions: ArrayLike<number>;
  /** How many customers each row stands for; 1 each when left out. */
  readonly counts?: ArrayLike<number>;
}

/** The distinct histories with their numbers of customers. */
export interface GroupedOpportunities {
  readonly customers: number;
  readonly repeatCount: Uint32Array;
  readonly lastOccasion: Uint32Array;
  readonly occasions: Uint32Array;
  readonly counts: Float64Array;
  /** The largest n. */
  readonly mostOccasions: number;
}

const findFault = (x: number, last: number, n: number, count: number): string | undefined => {
  if (![x, last, n].every((value) => Number.isInteger(value) && value >= 0))
    return 'not whole numbers from 0';
  if (n > 100_000) return 'more than 100,000 occasions';
  if (x > last || last > n) return 'not repeats ≤ last occasion ≤ occasions';
  if (x === 0 && last > 0) return 'a last occasion without purchases';
  return count >= 0 && count < Infinity ? undefined : 'count is not a number from 0';
};

/** The distinct histories of occasions with their numbers of customers; a row that can't be is refused with its place. */
export const groupOpportunities = (
  histories: OpportunityHistories,
): Result<GroupedOpportunities, ModelError> => {
  const { repeatCount, lastOccasion, occasions } = histories;
  const groups = new Map<string, { row: number; count: number }>();
  let [customers, mostOccasions] = [0, 0];
  for (let row = 0; row < repeatCount.length; row += 1) {
    const [x, last, n] = [at(repeatCount, row), at(lastOccasion, row), at(occasions, row)];
    const count = histories.counts === undefined ? 1 : at(histories.counts, row);
    const reason = findFault(x, last, n, count);
    if (reason !== undefined) return err({ kind: 'value-invalid', row, reason });
    const key = `${x} ${last} ${n}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { row, count });
    else group.count += count;
    customers += count;
    mostOccasions = Math.max(mostOccasions, n);
  }
  if (customers < 1) return err({ kind: 'too-few', what: 'customers', found: customers, needed: 1 });
  if (mostOccasions === 0) return err({ kind: 'too-few', what: 'occasions', found: 0, needed: 1 });
  const kept = [...groups.values()];
  const pick = (column: ArrayLike<number>): Uint32Array =>
    Uint32Array.from(kept, ({ row }) => at(column, row));
  return ok({
    customers,
    repeatCount: pick(repeatCount),
    lastOccasion: pick(lastOccasion),
    occasions: pick(occasions),
    counts: Float64Array.from(kept, ({ count }) => count),
    mostOccasions,
  });
};
