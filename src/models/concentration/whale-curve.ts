import type { CurvePoint, RankedGroup } from './ranked-group.ts';

/** Where a whale curve is highest: after how many customers, and how much they bring together. */
export interface WhalePeak {
  readonly customers: number;
  readonly value: number;
}

/**
 * Whale curve (Kaplan & Anderson 2004, F8) of values ranked from largest to smallest: after each group the share of the
 * population (x) and the cumulative value (y, in the unit of the values). Starts at (0, 0); the exact peak, which may
 * fall inside a group, is put in as a point of its own. Empty without groups.
 */
export const whaleCurve = (
  falling: readonly Pick<RankedGroup, 'count' | 'total'>[],
  peak: WhalePeak,
): CurvePoint[] => {
  const population = falling.reduce((sum, group) => sum + group.count, 0);
  if (population === 0) return [];
  const points: CurvePoint[] = [{ x: 0, y: 0 }];
  let count = 0;
  let cumulative = 0;
  for (const group of falling) {
    if (peak.customers > count && peak.customers < count + group.count) {
      points.push({ x: peak.customers / population, y: peak.value });
    }
    count += group.count;
    cumulative += group.total;
    points.push({ x: count / population, y: count === peak.customers ? peak.value : cumulative });
  }
  return points;
};
