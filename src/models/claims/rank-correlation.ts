import { midRanks } from '../statistics/mid-ranks.ts';
import { normalCritical } from '../statistics/normal.ts';
import { studentTwoSidedP } from '../statistics/student-t.ts';
import { numberAt } from '../estimation/number-at.ts';
import type { Effect } from './effect.ts';

const correlation = (one: readonly number[], other: readonly number[]): number | null => {
  const mean = (one.length + 1) / 2;
  let [product, square, otherSquare] = [0, 0, 0];
  one.forEach((rank, place) => {
    const otherRank = numberAt(other, place);
    product += (rank - mean) * (otherRank - mean);
    square += (rank - mean) ** 2;
    otherSquare += (otherRank - mean) ** 2;
  });
  const scale = Math.sqrt(square * otherSquare);
  return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : null;
};

/**
 * Spearman’s (1904) rank correlation, −1 to 1, ties sharing their ranks: p by Student’s t with n − 2 degrees, interval by
 * Fisher’s z with the error √((1 + ρ² ÷ 2) ÷ (n − 3)) of Bonett & Wright (2000). Pairs with a missing value (null) are left
 * out; null with fewer than four pairs, or when a side never varies.
 */
export const rankCorrelation = (
  pairs: readonly (readonly [number | null, number | null])[],
): Effect | null => {
  const known = pairs.flatMap(([one, other]) => (one === null || other === null ? [] : [{ one, other }]));
  const count = known.length;
  if (count < 4) return null;
  const value = correlation(midRanks(known.map(({ one }) => one)), midRanks(known.map(({ other }) => other)));
  if (value === null) return null;
  const left = 1 - value * value;
  if (left < 1e-15) return { value, low: value, high: value, p: 0 };
  const half = normalCritical(0.95) * Math.sqrt((1 + (value * value) / 2) / (count - 3));
  return {
    value,
    low: Math.tanh(Math.atanh(value) - half),
    high: Math.tanh(Math.atanh(value) + half),
    p: studentTwoSidedP(value * Math.sqrt((count - 2) / left), count - 2),
  };
};
