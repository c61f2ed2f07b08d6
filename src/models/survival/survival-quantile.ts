import type { SurvivalPoint } from './kaplan-meier.ts';

/** After what time a share has had the event, in the unit of the times; null: not reached within the observation. */
export interface SurvivalQuantile {
  readonly time: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const tolerance = Math.sqrt(Number.EPSILON);

/** First time at which the heights are at or below `height`; the middle of the step that lies exactly on it. */
const crossing = (
  curve: readonly SurvivalPoint[],
  heightOf: (point: SurvivalPoint) => number | null,
  height: number,
): number | null => {
  const below = curve.flatMap((point) => {
    const value = heightOf(point);
    return value !== null && value < height + tolerance ? [{ time: point.time, value }] : [];
  });
  const [first] = below;
  if (first === undefined) return null;
  const next = below.find(({ value }) => value < first.value);
  const isFlat = Math.abs(first.value - height) < tolerance && next !== undefined;
  return isFlat ? (first.time + next.time) / 2 : first.time;
};

/**
 * Time by which `share` (above 0, below 1; 0.5 is the median) have had the event: where the curve crosses 1 − share, the
 * middle of a level stretch, as R's survfit does. The limits are where the limits of the curve cross it (Brookmeyer &
 * Crowley 1982).
 */
export const survivalQuantile = (curve: readonly SurvivalPoint[], share: number): SurvivalQuantile => ({
  time: crossing(curve, (point) => point.survival, 1 - share),
  low: crossing(curve, (point) => point.low, 1 - share),
  high: crossing(curve, (point) => point.high, 1 - share),
});

/** Median lifetime with its limits; null where the curve (or its limit) stays above one half. */
export const medianSurvival = (curve: readonly SurvivalPoint[]): SurvivalQuantile =>
  survivalQuantile(curve, 0.5);
