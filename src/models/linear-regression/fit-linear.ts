import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { Estimate } from '../estimation/estimate.ts';
import type { EstimationFailure } from '../estimation/estimation-failure.ts';
import { fromStandard } from '../estimation/from-standard.ts';
import { leastSquares } from '../estimation/householder.ts';
import { numberAt } from '../estimation/number-at.ts';
import { checkColumns } from '../estimation/predictor.ts';
import type { Predictor } from '../estimation/predictor.ts';
import { standardColumns } from '../estimation/standard-columns.ts';
import { fTail } from '../statistics/f-tail.ts';
import { studentCritical95, studentTwoSidedP } from '../statistics/student-t.ts';

/** What an amount depends on: each coefficient is its change for one unit more of the predictor. */
export interface LinearFit {
  readonly intercept: Estimate;
  readonly estimates: readonly Estimate[];
  readonly residuals: readonly number[];
  /** In the unit of the outcome. */
  readonly residualStandardDeviation: number;
  readonly degreesOfFreedom: number;
  /** Share of the variation that is explained, 0–1; null when the outcome never varies. */
  readonly rSquared: number | null;
  readonly adjustedRSquared: number | null;
  /** Test of all coefficients together; null when nothing is left unexplained or to explain. */
  readonly fStatistic: number | null;
  readonly p: number | null;
  readonly observations: number;
}

const sumOfSquares = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((sum, value) => sum + value * value, 0);

const studentEstimate = (
  name: string,
  coefficient: number,
  standardError: number,
  degrees: number,
): Estimate => {
  const half = studentCritical95(degrees) * standardError;
  const statistic = standardError > 0 ? coefficient / standardError : null;
  return {
    name,
    coefficient,
    standardError,
    statistic,
    p: statistic === null ? null : studentTwoSidedP(statistic, degrees),
    low: coefficient - half,
    high: coefficient + half,
  };
};

const qualityOf = (unexplained: number, total: number, predictors: number, degrees: number) => {
  if (!(total > 0)) return { rSquared: null, adjustedRSquared: null, fStatistic: null, p: null };
  const rSquared = 1 - unexplained / total;
  const adjustedRSquared = 1 - (unexplained / degrees) * ((degrees + predictors) / total);
  if (predictors === 0 || !(unexplained > 0))
    return { rSquared, adjustedRSquared, fStatistic: null, p: null };
  const fStatistic = (total - unexplained) / predictors / (unexplained / degrees);
  return { rSquared, adjustedRSquared, fStatistic, p: fTail(fStatistic, predictors, degrees) };
};

/**
 * Ordinary least squares with an intercept (Legendre 1805; Gauss 1809), by orthogonal decomposition of the standardised
 * predictors, so that nearly collinear ones keep their digits; intervals of 95 % by Student's t. Fails, with facts, on
 * collinear predictors and with no more observations than coefficients.
 */
export const fitLinear = (
  outcomes: readonly number[],
  predictors: readonly Predictor[],
): Result<LinearFit, EstimationFailure> => {
  const observations = outcomes.length;
  const degreesOfFreedom = observations - predictors.length - 1;
  if (degreesOfFreedom < 1) return err({ kind: 'too-few', have: observations, need: predictors.length + 2 });
  const checked = checkColumns([{ name: 'outcome', values: outcomes }, ...predictors], observations);
  if (!checked.ok) return checked;
  const { columns, means, scales } = standardColumns(predictors);
  const mean = outcomes.reduce((sum, value) => sum + value, 0) / observations;
  const centred = Float64Array.from(outcomes, (value) => value - mean);
  const solved = leastSquares(columns, centred);
  if (!solved.ok) return err({ kind: 'collinear', name: predictors[solved.dependent]?.name ?? '' });
  const residuals = outcomes.map((_, place) =>
    columns.reduce(
      (rest, column, j) => rest - numberAt(solved.coefficients, j) * numberAt(column, place),
      numberAt(centred, place),
    ),
  );
  const unexplained = sumOfSquares(residuals);
  const variance = unexplained / degreesOfFreedom;
  const withIntercept = [
    [1 / observations, ...predictors.map(() => 0)],
    ...solved.inverse.map((row) => [0, ...row]),
  ];
  const { coefficients, covariance } = fromStandard(
    [mean, ...solved.coefficients],
    withIntercept,
    means,
    scales,
  );
  const names = ['(Intercept)', ...predictors.map(({ name }) => name)];
  const [intercept, ...estimates] = names.map((name, place) => {
    const error = Math.sqrt(variance * numberAt(covariance[place] ?? [], place));
    return studentEstimate(name, numberAt(coefficients, place), error, degreesOfFreedom);
  });
  if (intercept === undefined) return err({ kind: 'too-few', have: 0, need: 1 });
  return ok({
    intercept,
    estimates,
    residuals,
    residualStandardDeviation: Math.sqrt(variance),
    degreesOfFreedom,
    observations,
    ...qualityOf(unexplained, sumOfSquares(centred), predictors.length, degreesOfFreedom),
  });
};
