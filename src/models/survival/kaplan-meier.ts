import { normalCritical } from '../statistics/normal.ts';
import type { LifeTableRow } from './life-table.ts';
import { survivalInterval } from './survival-interval.ts';
import type { IntervalScale } from './survival-interval.ts';

/** A step of a survival curve: the share that is still there after `time`. */
export interface SurvivalPoint extends LifeTableRow {
  /** From 1 down to 0. */
  readonly survival: number;
  /** Greenwood's standard error of the share; null where the share is 0. */
  readonly standardError: number | null;
  /** Limits of the interval; null where the share is 0. */
  readonly low: number | null;
  readonly high: number | null;
}

/** How the limits of a survival curve are computed. */
export interface IntervalChoice {
  /** Confidence, above 0 and below 1; 0.95 unless said otherwise. */
  readonly level?: number;
  /** `log` unless said otherwise, as in R. */
  readonly scale?: IntervalScale;
}

/**
 * Survival curve (Kaplan & Meier 1958): S(t) = ∏ (1 − dᵢ ÷ nᵢ) over the times tᵢ ≤ t, with Greenwood's (1926) error
 * S √Σ dᵢ ÷ (nᵢ(nᵢ − dᵢ)). One point for each time of the table, also where only censoring happens; empty without rows.
 */
export const kaplanMeier = (
  table: readonly LifeTableRow[],
  { level = 0.95, scale = 'log' }: IntervalChoice = {},
): SurvivalPoint[] => {
  const z = normalCritical(level);
  let survival = 1;
  let logVariance = 0;
  return table.map((row) => {
    const staying = row.atRisk - row.events;
    survival *= staying / row.atRisk;
    if (staying > 0) logVariance += row.events / (row.atRisk * staying);
    const limits = survivalInterval(survival, Math.sqrt(logVariance), z, scale);
    return {
      ...row,
      survival,
      standardError: survival > 0 ? survival * Math.sqrt(logVariance) : null,
      low: limits?.low ?? null,
      high: limits?.high ?? null,
    };
  });
};

/** The step of a curve that holds at `time`; null before the first step, where everybody is still there. */
export const survivalAt = (curve: readonly SurvivalPoint[], time: number): SurvivalPoint | null =>
  curve.findLast((point) => point.time <= time) ?? null;

/** How many are under observation just before `time`; 0 after the last one left. */
export const atRiskAt = (curve: readonly LifeTableRow[], time: number): number =>
  curve.find((row) => row.time >= time)?.atRisk ?? 0;
