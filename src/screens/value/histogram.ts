import { bin } from 'd3';

/** A step of a histogram. */
export interface HistogramStep {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/** Values counted in about a dozen steps of round size; empty without values. */
export const histogramOf = (values: readonly number[]): readonly HistogramStep[] =>
  bin()
    .thresholds(12)([...values])
    .map((step) => ({ from: step.x0 ?? 0, to: step.x1 ?? 0, count: step.length }));
