import { incompleteBeta } from '../../core/numeric/incomplete-beta.ts';
import type { PairCounts } from './pair-counts.ts';

/** A ratio with its 95 % interval. */
export interface RatioInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A ratio of two lifts, and how likely chance alone would bring one so high. */
export interface LiftRatio extends RatioInterval {
  /** One-sided p-value: as many together in the first by chance. */
  readonly p: number;
}

const z95 = 1.959963984540054;

const logLift = ({
  total,
  withA,
  withB,
  together,
}: PairCounts): { value: number; variance: number } | null =>
  together > 0
    ? {
        value: Math.log((together * total) / (withA * withB)),
        // Never below 0 but by rounding, where A and B are always together.
        variance: Math.max(
          0,
          1 / together - 1 / withA - 1 / withB + (2 * together) / (withA * withB) - 1 / total,
        ),
      }
    : null;

const expected = ({ total, withA, withB }: PairCounts): number => (withA * withB) / total;

const around = (value: number, variance: number): RatioInterval => {
  const half = z95 * Math.sqrt(variance);
  return { value: Math.exp(value), low: Math.exp(value - half), high: Math.exp(value + half) };
};

/**
 * Lift with its 95 % interval on the log scale: the delta method on the four multinomial cells gives
 * var(ln lift) = 1/n_AB − 1/n_A − 1/n_B + 2 n_AB/(n_A n_B) − 1/N. Null when the two are never together.
 */
export const liftInterval = (counts: PairCounts): RatioInterval | null => {
  const lift = logLift(counts);
  return lift && around(lift.value, lift.variance);
};

/**
 * The lift among some baskets ÷ that among others (the “Friday test” of F14), two independent samples. Its p is exact: of all times that the two are
 * together, as many in the first would be a binomial draw with the share that chance expects there. Null when they are never together in either.
 */
export const liftRatio = (some: PairCounts, others: PairCounts): LiftRatio | null => {
  const [one, other] = [logLift(some), logLift(others)];
  if (one === null || other === null) return null;
  const share = expected(some) / (expected(some) + expected(others));
  return {
    ...around(one.value - other.value, one.variance + other.variance),
    p: incompleteBeta(share, some.together, others.together + 1),
  };
};
