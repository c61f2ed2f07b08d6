import type { Predictor } from './predictor.ts';

/** Columns brought to mean 0 and spread 1, which keeps equations well conditioned; a constant column becomes zeros. */
export interface StandardColumns {
  readonly columns: readonly Float64Array[];
  readonly means: readonly number[];
  /** Population standard deviations; 1 for a constant column. */
  readonly scales: readonly number[];
}

const standardColumn = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  const spread = Math.sqrt(variance);
  const isConstant = !(spread > 1e-13 * Math.abs(mean));
  const scale = isConstant ? 1 : spread;
  return {
    mean,
    scale,
    column: Float64Array.from(values, (value) => (isConstant ? 0 : (value - mean) / scale)),
  };
};

/** Standardises each predictor; what is estimated on it is divided by its scale to come back. */
export const standardColumns = (predictors: readonly Predictor[]): StandardColumns => {
  const parts = predictors.map(({ values }) => standardColumn(values));
  return {
    columns: parts.map(({ column }) => column),
    means: parts.map(({ mean }) => mean),
    scales: parts.map(({ scale }) => scale),
  };
};
