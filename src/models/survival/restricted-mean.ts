import type { SurvivalPoint } from './kaplan-meier.ts';

/** Mean time spent with us up to a horizon, in the unit of the times. */
export interface RestrictedMean {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Restricted mean survival time (Irwin 1949; Klein & Moeschberger 2003, 4.5): the area under the curve from 0 to
 * `horizon`, with variance Σ Aᵢ² dᵢ ÷ (nᵢ(nᵢ − dᵢ)), Aᵢ the area right of the event. The last height is carried on to the
 * horizon. Null when the horizon is not above 0 or there is no curve.
 */
export const restrictedMean = (curve: readonly SurvivalPoint[], horizon: number): RestrictedMean | null => {
  if (curve.length === 0 || !(horizon > 0) || !Number.isFinite(horizon)) return null;
  const steps = curve.filter(({ time }) => time < horizon);
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (const { time, survival, atRisk, events } of steps.toReversed()) {
    area += survival * (until - time);
    if (atRisk > events) variance += (area * area * events) / (atRisk * (atRisk - events));
    until = time;
  }
  return { mean: area + until, standardError: Math.sqrt(variance) };
};
