import { normalCritical } from '../statistics/normal.ts';
import type { LifeTableRow } from './life-table.ts';

/** A step of the cumulative hazard: the events to expect by `time` of a customer who would be replaced each time. */
export interface HazardPoint {
  readonly time: number;
  readonly hazard: number;
  readonly standardError: number;
  /** Limits symmetric on the log scale; null before the first event. */
  readonly low: number | null;
  readonly high: number | null;
  /** exp(−hazard): the survival share that follows (Fleming & Harrington 1984). */
  readonly survival: number;
}

/**
 * Cumulative hazard (Nelson 1972; Aalen 1978): H(t) = Σ dᵢ ÷ nᵢ with variance Σ dᵢ ÷ nᵢ², one point for each row of the
 * table; empty without rows. `level` is the confidence of the limits.
 */
export const nelsonAalen = (table: readonly LifeTableRow[], level = 0.95): HazardPoint[] => {
  const z = normalCritical(level);
  let hazard = 0;
  let variance = 0;
  return table.map(({ time, atRisk, events }) => {
    hazard += events / atRisk;
    variance += events / (atRisk * atRisk);
    const standardError = Math.sqrt(variance);
    const factor = hazard > 0 ? Math.exp((z * standardError) / hazard) : null;
    return {
      time,
      hazard,
      standardError,
      low: factor === null ? null : hazard / factor,
      high: factor === null ? null : hazard * factor,
      survival: Math.exp(-hazard),
    };
  });
};
