import type { Matrix } from './cholesky.ts';
import { numberAt } from './number-at.ts';

/** Coefficients on the predictors as they were given, the intercept first, with their covariances. */
export interface RawCoefficients {
  readonly coefficients: readonly number[];
  readonly covariance: Matrix;
}

/** Takes coefficients on standardised columns (the intercept first) back to the predictors' own units. */
export const fromStandard = (
  standard: readonly number[],
  covariance: Matrix,
  means: readonly number[],
  scales: readonly number[],
): RawCoefficients => {
  /** Each raw coefficient as a combination of the standardised ones. */
  const back = standard.map((_, i) =>
    standard.map((_other, j) => {
      if (i === 0) return j === 0 ? 1 : -numberAt(means, j - 1) / numberAt(scales, j - 1);
      return i === j ? 1 / numberAt(scales, j - 1) : 0;
    }),
  );
  const times = (row: readonly number[], vector: readonly number[]): number =>
    row.reduce((sum, value, place) => sum + value * numberAt(vector, place), 0);
  const half = back.map((row) => covariance.map((line) => times(line, row)));
  return {
    coefficients: back.map((row) => times(row, standard)),
    covariance: half.map((line) => back.map((row) => times(line, row))),
  };
};
