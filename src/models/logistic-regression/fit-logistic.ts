import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import { invertCholesky } from '../estimation/cholesky.ts';
import { waldEstimates } from '../estimation/estimate.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { maximiseByNewton } from '../estimation/newton.ts';
import { numberAt } from '../estimation/number-at.ts';
import { checkColumns } from '../estimation/predictor.ts';
import type { Predictor } from '../estimation/predictor.ts';
import { standardColumns } from '../estimation/standard-columns.ts';
import { fromStandard } from '../estimation/from-standard.ts';
import { binomialFit } from './binomial-fit.ts';
import type { BinomialFit } from './binomial-fit.ts';
import { inverseLogit, logisticLikelihood } from './logistic-likelihood.ts';

/** Name of the constant in failures and in the estimates. */
export const interceptName = '(Intercept)';

/** What makes an outcome likelier: effects on its log odds; exp(coefficient) is the odds ratio. */
export interface LogisticFit extends BinomialFit {
  readonly intercept: Estimate;
  readonly estimates: readonly Estimate[];
  /** Covariances of the intercept and the coefficients, in this order. */
  readonly covariance: readonly (readonly number[])[];
  /** Fitted probability of each observation. */
  readonly probabilities: readonly number[];
  readonly iterations: number;
}

/** Choices of a logistic regression. */
export interface LogisticChoice {
  /** Trials of each observation, 1 or more; one each unless given. */
  readonly trials?: readonly number[];
  /** Strength of the ridge penalty ½ λ Σ βⱼ² on predictors of spread 1 (not on the intercept); 0 unless said otherwise. */
  readonly ridge?: number;
  /** `raw` penalises coefficients in the predictors’ own units, as scikit-learn does with λ = 1 ÷ C. */
  readonly ridgeOn?: 'standardised' | 'raw';
  /** Confidence of the intervals; 0.95 unless said otherwise. */
  readonly level?: number;
}

const check = (
  events: readonly number[],
  trials: readonly number[],
  predictors: readonly Predictor[],
  ridge: number,
): Result<undefined, EstimationFailure> => {
  if (!(ridge >= 0) || !Number.isFinite(ridge))
    return err({ kind: 'setting-invalid', name: 'ridge', value: String(ridge), expected: '0 or more' });
  if (trials.length !== events.length)
    return err({ kind: 'lengths-differ', name: 'trials', have: trials.length, need: events.length });
  const index = events.findIndex((count, place) => !(count >= 0 && count <= numberAt(trials, place)));
  if (index >= 0) return err({ kind: 'value-invalid', name: 'events', index, value: String(events[index]) });
  if (events.length <= predictors.length)
    return err({ kind: 'too-few', have: events.length, need: predictors.length + 1 });
  const columns = checkColumns(predictors, events.length);
  if (!columns.ok) return columns;
  const happened = events.reduce((sum, count) => sum + count, 0);
  const possible = trials.reduce((sum, count) => sum + count, 0);
  return happened > 0 && happened < possible
    ? ok(undefined)
    : err({ kind: 'one-outcome', events: happened, observations: possible });
};

/**
 * Logistic regression (Cox 1958) by maximum likelihood, or with a ridge penalty (le Cessie & van Houwelingen 1992):
 * ln(p ÷ (1 − p)) = β₀ + Σ βⱼxⱼ. `events` are 0 or 1 for each observation, or counts out of `trials`. Fails, with facts, on
 * one outcome only, collinear predictors, and (without ridge) on outcomes that predictors separate completely or almost.
 */
export const fitLogistic = (
  events: readonly number[],
  predictors: readonly Predictor[],
  { trials = events.map(() => 1), ridge = 0, ridgeOn = 'standardised', level = 0.95 }: LogisticChoice = {},
): Result<LogisticFit, EstimationFailure> => {
  const checked = check(events, trials, predictors, ridge);
  if (!checked.ok) return checked;
  const outcomes = { events, trials };
  const { columns, means, scales } = standardColumns(predictors);
  const names = [interceptName, ...predictors.map(({ name }) => name)];
  const penalties = scales.map((scale) => (ridgeOn === 'raw' ? ridge / (scale * scale) : ridge));
  const fitted = maximiseByNewton(
    (coefficients) => logisticLikelihood(outcomes, columns, penalties, coefficients),
    names,
  );
  if (!fitted.ok) return fitted;
  const { coefficients: standard, lower, iterations } = fitted.value;
  const { coefficients, covariance } = fromStandard(standard, invertCholesky(lower), means, scales);
  const [intercept, ...estimates] = waldEstimates(
    names,
    coefficients,
    covariance.map((row, place) => Math.sqrt(numberAt(row, place))),
    level,
  );
  const probabilities = events.map((_, place) =>
    inverseLogit(
      columns.reduce(
        (sum, column, j) => sum + numberAt(standard, j + 1) * numberAt(column, place),
        numberAt(standard, 0),
      ),
    ),
  );
  if (intercept === undefined) return err({ kind: 'too-few', have: 0, need: 1 });
  return ok({
    intercept,
    estimates,
    covariance,
    probabilities,
    iterations,
    ...binomialFit(outcomes, probabilities, names.length),
  });
};
