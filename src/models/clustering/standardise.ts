/** Columns brought to one scale, so that each counts alike in a distance. */
export interface Standardised {
  readonly points: readonly (readonly number[])[];
  readonly means: readonly number[];
  /** Population standard deviations; 0 for a column that never varies, whose values become 0. */
  readonly spreads: readonly number[];
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** z-scores (value − mean) ÷ population standard deviation of each column of the points; empty without points. */
export const standardise = (points: readonly (readonly number[])[]): Standardised => {
  const columns = (points[0] ?? []).map((_, column) => points.map((point) => point[column] ?? 0));
  const means = columns.map(meanOf);
  const spreads = columns.map((values, column) => {
    const mean = means[column] ?? 0;
    const spread = Math.sqrt(meanOf(values.map((value) => (value - mean) ** 2)));
    return spread > 1e-13 * Math.abs(mean) ? spread : 0;
  });
  const scored = (value: number, column: number): number => {
    const spread = spreads[column] ?? 0;
    return spread > 0 ? (value - (means[column] ?? 0)) / spread : 0;
  };
  return { points: points.map((point) => point.map(scored)), means, spreads };
};
