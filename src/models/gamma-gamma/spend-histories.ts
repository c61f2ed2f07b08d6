import { at } from '../../core/numeric/at.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { ModelError } from '../maximum-likelihood/likelihood-problem.ts';

/** What customers spend at their repeat purchases, as columns of equal length in one currency. */
export interface SpendHistories {
  /** x: repeat purchases, whole numbers from 0. */
  readonly repeatCount: ArrayLike<number>;
  /** m: mean spend of the repeat purchases, the first purchase left out; unused at x = 0. */
  readonly meanSpend: ArrayLike<number>;
  /** How many customers each row stands for; 1 each when left out. */
  readonly counts?: ArrayLike<number>;
}

/** Those with a repeat purchase and a mean spend above 0: all that the likelihood is made of. */
export interface Spenders {
  readonly customers: number;
  readonly repeatCount: Uint32Array;
  readonly meanSpend: Float64Array;
  readonly counts: Float64Array;
  readonly mostRepeats: number;
  /** Mean of m over customers: the magnitude of the currency. */
  readonly averageSpend: number;
  /** How many customers with repeats were left out because their mean spend is not above 0. */
  readonly leftOut: number;
}

const isSpender = (m: number): boolean => m > 0 && m < Infinity;

/** Keeps those whom the gamma-gamma model is about; refused without any, and for a repeat count that can't be. */
export const selectSpenders = (histories: SpendHistories): Result<Spenders, ModelError> => {
  const rows: number[] = [];
  const countOf = (row: number): number => (histories.counts === undefined ? 1 : at(histories.counts, row));
  let [customers, mostRepeats, total, leftOut] = [0, 0, 0, 0];
  for (let row = 0; row < histories.repeatCount.length; row += 1) {
    const [x, m, count] = [at(histories.repeatCount, row), at(histories.meanSpend, row), countOf(row)];
    if (!(Number.isInteger(x) && x >= 0 && x < 2 ** 31))
      return err({ kind: 'value-invalid', row, reason: 'repeat count is not a whole number from 0' });
    if (x === 0 || count === 0) continue;
    if (!isSpender(m)) {
      leftOut += count;
      continue;
    }
    rows.push(row);
    customers += count;
    total += count * m;
    mostRepeats = Math.max(mostRepeats, x);
  }
  if (rows.length < 2)
    return err({ kind: 'too-few', what: 'customers with repeat spend', found: rows.length, needed: 2 });
  return ok({
    customers,
    repeatCount: Uint32Array.from(rows, (row) => at(histories.repeatCount, row)),
    meanSpend: Float64Array.from(rows, (row) => at(histories.meanSpend, row)),
    counts: Float64Array.from(rows, countOf),
    mostRepeats,
    averageSpend: total / customers,
    leftOut,
  });
};

/** Every k-th spender, for finding the neighbourhood of the maximum; undefined when there are at most that many. */
export const sampleSpenders = (spenders: Spenders, most: number): Spenders | undefined => {
  const stride = Math.ceil(spenders.counts.length / most);
  if (stride <= 1) return undefined;
  const isSampled = (_: number, row: number): boolean => row % stride === 0;
  const counts = spenders.counts.filter(isSampled);
  const repeatCount = spenders.repeatCount.filter(isSampled);
  return {
    ...spenders,
    repeatCount,
    counts,
    meanSpend: spenders.meanSpend.filter(isSampled),
    customers: counts.reduce((sum, count) => sum + count, 0),
    mostRepeats: repeatCount.reduce((highest, x) => Math.max(highest, x), 0),
  };
};
