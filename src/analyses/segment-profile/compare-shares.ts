import { chiSquareTail } from '../../models/statistics/chi-square-tail.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { Difference } from './compare-means.ts';

/** So many of so many. */
export interface Count {
  readonly of: number;
  readonly all: number;
}

const unknown: Difference = { difference: null, low: null, high: null, p: null };

/**
 * Focus − comparison of two independent shares: interval by Newcombe's method 10 (1998) from the two Wilson intervals,
 * p by the χ² test of the fourfold table without continuity correction; null when all or none have it in both groups.
 */
export const compareShares = (focus: Count, comparison: Count): Difference => {
  const one = wilsonInterval(focus.of, focus.all);
  const other = wilsonInterval(comparison.of, comparison.all);
  if (!one || !other) return unknown;
  const [p1, p2] = [focus.of / focus.all, comparison.of / comparison.all];
  const difference = p1 - p2;
  const pooled = (focus.of + comparison.of) / (focus.all + comparison.all);
  const variance = pooled * (1 - pooled) * (1 / focus.all + 1 / comparison.all);
  return {
    difference,
    low: difference - Math.hypot(p1 - one.low, other.high - p2),
    high: difference + Math.hypot(one.high - p1, p2 - other.low),
    p: variance > 0 ? chiSquareTail(difference ** 2 / variance, 1) : null,
  };
};
