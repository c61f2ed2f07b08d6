import { studentCritical, studentTwoSidedP } from '../statistics/student-t.ts';
import type { Effect } from './effect.ts';

/** A group by its size, mean and sample variance (n − 1), as a query can count them. */
export interface GroupMean {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

/** Size, mean and sample variance of values; null for fewer than two. */
export const groupMean = (values: readonly number[]): GroupMean | null => {
  if (values.length < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: squares / (values.length - 1) };
};

/** A difference of means with Satterthwaite’s degrees of freedom. */
export interface MeanDifference extends Effect {
  readonly degreesOfFreedom: number;
}

/**
 * Mean of the first group − mean of the second by Welch’s (1947) t test, which lets the variances differ. In the unit of the
 * values; the interval has a confidence of `level`. Null with fewer than two in a group, or when neither varies.
 */
export const meanDifference = (first: GroupMean, second: GroupMean, level = 0.95): MeanDifference | null => {
  if (first.count < 2 || second.count < 2) return null;
  const [one, other] = [first.variance / first.count, second.variance / second.count];
  const error = Math.sqrt(one + other);
  if (!(error > 0)) return null;
  const degreesOfFreedom =
    (one + other) ** 2 / (one ** 2 / (first.count - 1) + other ** 2 / (second.count - 1));
  const value = first.mean - second.mean;
  const half = studentCritical(degreesOfFreedom, level) * error;
  return {
    value,
    low: value - half,
    high: value + half,
    p: studentTwoSidedP(value / error, degreesOfFreedom),
    degreesOfFreedom,
  };
};
