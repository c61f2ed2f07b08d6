import type { CurvePoint, RankedGroup } from './ranked-group.ts';

/**
 * Lorenz curve (Lorenz 1905) of values ranked from smallest to largest, none below 0: after each group the share of the
 * population (x) and of the total (y), from (0, 0) to (1, 1). Convex. Empty when nobody has anything.
 */
export const lorenzCurve = (rising: readonly RankedGroup[]): CurvePoint[] => {
  const population = rising.reduce((sum, group) => sum + group.count, 0);
  const total = rising.reduce((sum, group) => sum + group.total, 0);
  if (population === 0 || total <= 0) return [];
  const points: CurvePoint[] = [{ x: 0, y: 0 }];
  let count = 0;
  let cumulative = 0;
  for (const group of rising) {
    count += group.count;
    cumulative += group.total;
    points.push({ x: count / population, y: Math.min(1, cumulative / total) });
  }
  return points;
};
