import { ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { cholesky, invertCholesky, solveCholesky } from '../estimation/cholesky.ts';
import type { Matrix } from '../estimation/cholesky.ts';
import { waldEstimates } from '../estimation/estimate.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { maximiseByNewton } from '../estimation/newton.ts';
import type { NewtonFit } from '../estimation/newton.ts';
import type { Predictor } from '../estimation/predictor.ts';
import { standardColumns } from '../estimation/standard-columns.ts';
import { chiSquareTail } from '../statistics/chi-square-tail.ts';
import { concordance } from './concordance.ts';
import type { Concordance } from './concordance.ts';
import { checkCox, coxStrata } from './cox-data.ts';
import type { CoxSubject } from './cox-data.ts';
import { coxLikelihood, linearPredictor } from './cox-likelihood.ts';
import type { TieMethod } from './cox-likelihood.ts';

/** A test of all effects together. */
export interface JointTest {
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/** What drives leaving: effects on the log of the hazard; exp(coefficient) is the hazard ratio. */
export interface CoxFit {
  readonly estimates: readonly Estimate[];
  /** Covariances of the coefficients, in their order. */
  readonly covariance: readonly (readonly number[])[];
  /** Partial log-likelihood without any effect, and with those found. */
  readonly nullLogLikelihood: number;
  readonly logLikelihood: number;
  readonly likelihoodRatio: JointTest;
  readonly wald: JointTest;
  readonly score: JointTest;
  readonly concordance: Concordance;
  readonly customers: number;
  readonly events: number;
  readonly iterations: number;
}

/** Choices of a Cox regression. */
export interface CoxChoice {
  /** Efron unless said otherwise. */
  readonly ties?: TieMethod;
  /** Confidence of the intervals; 0.95 unless said otherwise. */
  readonly level?: number;
}

const jointTest = (chiSquare: number, degreesOfFreedom: number): JointTest => ({
  chiSquare,
  degreesOfFreedom,
  p: chiSquareTail(chiSquare, degreesOfFreedom),
});

const quadratic = (matrix: Matrix, vector: readonly number[]): number =>
  matrix.reduce(
    (sum, row, i) =>
      sum + (vector[i] ?? 0) * row.reduce((inner, value, j) => inner + value * (vector[j] ?? 0), 0),
    0,
  );

const jointTests = ({ start, best, coefficients }: NewtonFit) => {
  const size = coefficients.length;
  const atStart = cholesky(start.information);
  const solved = atStart.ok ? solveCholesky(atStart.lower, start.gradient) : [];
  return {
    likelihoodRatio: jointTest(2 * (best.logLikelihood - start.logLikelihood), size),
    wald: jointTest(quadratic(best.information, coefficients), size),
    score: jointTest(
      start.gradient.reduce((sum, slope, place) => sum + slope * (solved[place] ?? 0), 0),
      size,
    ),
  };
};

/**
 * Proportional hazards regression (Cox 1972): h(t | x) = h₀(t) exp(Σ βⱼxⱼ), by partial likelihood with Efron's or Breslow's
 * ties, optional strata and late entry. Fails, with facts, on collinear predictors, without an event, and where an effect
 * has no finite estimate.
 */
export const fitCox = (
  subjects: readonly CoxSubject[],
  predictors: readonly Predictor[],
  { ties = 'efron', level = 0.95 }: CoxChoice = {},
): Result<CoxFit, EstimationFailure> => {
  const checked = checkCox(subjects, predictors);
  if (!checked.ok) return checked;
  const { columns, scales } = standardColumns(predictors);
  const strata = coxStrata(subjects);
  const names = predictors.map(({ name }) => name);
  const fitted = maximiseByNewton(
    (coefficients) => coxLikelihood(subjects, columns, strata, ties, coefficients),
    names,
  );
  if (!fitted.ok) return fitted;
  const { coefficients, best, start, lower, iterations } = fitted.value;
  const covariance = invertCholesky(lower).map((row, i) =>
    row.map((value, j) => value / ((scales[i] ?? 1) * (scales[j] ?? 1))),
  );
  return ok({
    estimates: waldEstimates(
      names,
      coefficients.map((value, place) => value / (scales[place] ?? 1)),
      covariance.map((row, place) => Math.sqrt(row[place] ?? 0)),
      level,
    ),
    covariance,
    nullLogLikelihood: start.logLikelihood,
    logLikelihood: best.logLikelihood,
    ...jointTests(fitted.value),
    concordance: concordance(subjects, linearPredictor(columns, coefficients, subjects.length), strata),
    customers: subjects.length,
    events: subjects.filter(({ isEvent }) => isEvent).length,
    iterations,
  });
};
