import { logGamma } from '../../core/numeric/log-gamma.ts';
import type { PairCounts } from './pair-counts.ts';

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Fisher's exact test, one-sided: the chance that A and B are together at least so often when they have nothing to do with each other, their
 * totals given (hypergeometric tail; Fisher 1922). 1 when they are never together. Sums until terms no longer count.
 */
export const fisherExact = ({ total, withA, withB, together }: PairCounts): number => {
  const least = Math.max(0, withA + withB - total);
  const most = Math.min(withA, withB);
  if (together <= least) return 1;
  const mode = Math.floor(((withA + 1) * (withB + 1)) / (total + 2));
  const first = Math.exp(
    logChoose(withA, together) + logChoose(total - withA, withB - together) - logChoose(total, withB),
  );
  let term = first;
  let sum = first;
  for (let k = together; k < most; k += 1) {
    term *= ((withA - k) * (withB - k)) / ((k + 1) * (total - withA - withB + k + 1));
    sum += term;
    if (k > mode && term < sum * 1e-16) break;
  }
  return Math.min(1, sum);
};
