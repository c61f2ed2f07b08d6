import { studentCritical, studentTwoSidedP } from '../statistics/student-t.ts';
import type { Effect } from './effect.ts';
import type { GroupMean } from './mean-difference.ts';

/**
 * Mean change of the same customers by Student’s (1908) paired t test, from size, mean and sample variance of the changes of
 * each: in their unit, the interval at a confidence of `level`. Null with fewer than two, or when all change alike.
 */
export const pairedDifference = ({ count, mean, variance }: GroupMean, level = 0.95): Effect | null => {
  const error = Math.sqrt(variance / count);
  if (count < 2 || !(error > 0)) return null;
  const half = studentCritical(count - 1, level) * error;
  return { value: mean, low: mean - half, high: mean + half, p: studentTwoSidedP(mean / error, count - 1) };
};
