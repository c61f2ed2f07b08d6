import { numberAt } from '../estimation/number-at.ts';
import type { Predictor } from '../estimation/predictor.ts';
import { coxStrata, riskSteps } from './cox-data.ts';
import type { CoxStratum, CoxSubject } from './cox-data.ts';
import type { TieMethod } from './cox-likelihood.ts';

/** A step of the baseline hazard of a Cox regression. */
export interface BaselinePoint {
  readonly time: number;
  /** Cumulative hazard of a customer whose predictors are all 0. */
  readonly hazard: number;
}

/** The baseline of one stratum; the stratum is empty text where none was given. */
export interface CoxBaseline {
  readonly stratum: string;
  /** One for each time at which something happens, rising. */
  readonly points: readonly BaselinePoint[];
}

/** Hazard added by `events` at once, of customers of weight `dying` among those of weight `atRisk`. */
const stepOf = (atRisk: number, dying: number, events: number, ties: TieMethod): number => {
  let hazard = 0;
  for (let event = 0; event < events; event += 1)
    hazard += 1 / (atRisk - (ties === 'efron' ? (event / events) * dying : 0));
  return hazard;
};

const baselineOf = (
  subjects: readonly CoxSubject[],
  stratum: CoxStratum,
  weights: readonly number[],
  ties: TieMethod,
): BaselinePoint[] => {
  const weightOf = (places: readonly number[]): number =>
    places.reduce((sum, place) => sum + numberAt(weights, place), 0);
  const steps: BaselinePoint[] = [];
  let atRisk = 0;
  for (const { events, censored, gone } of riskSteps(subjects, stratum)) {
    const dying = weightOf(events);
    atRisk += dying + weightOf(censored) - weightOf(gone);
    const time = subjects[events[0] ?? censored[0] ?? -1]?.time ?? 0;
    steps.push({ time, hazard: stepOf(atRisk, dying, events.length, ties) });
  }
  let hazard = 0;
  return steps.toReversed().map((step) => ({ time: step.time, hazard: (hazard += step.hazard) }));
};

/**
 * Cumulative baseline hazard of each stratum (Breslow 1974; with Efron’s ties as R’s survfit), for customers whose
 * predictors are all 0. `coefficients` in the order of the predictors. Empty without subjects.
 */
export const coxBaseline = (
  subjects: readonly CoxSubject[],
  predictors: readonly Predictor[],
  coefficients: readonly number[],
  ties: TieMethod = 'efron',
): CoxBaseline[] => {
  const weights = subjects.map((_, place) =>
    Math.exp(
      predictors.reduce((sum, { values }, j) => sum + numberAt(coefficients, j) * numberAt(values, place), 0),
    ),
  );
  return coxStrata(subjects).map((stratum) => ({
    stratum: subjects[stratum.byTime[0] ?? -1]?.stratum ?? '',
    points: baselineOf(subjects, stratum, weights, ties),
  }));
};

/**
 * Share of customers with the given predictors who are still there after `time`: exp(−H₀(t) exp(Σ βⱼxⱼ)), 0–1; 1 before the
 * first step.
 */
export const coxSurvival = (
  baseline: CoxBaseline,
  coefficients: readonly number[],
  values: readonly number[],
  time: number,
): number => {
  const hazard = baseline.points.findLast((point) => point.time <= time)?.hazard ?? 0;
  const linear = coefficients.reduce((sum, coefficient, j) => sum + coefficient * numberAt(values, j), 0);
  return Math.exp(-hazard * Math.exp(linear));
};
