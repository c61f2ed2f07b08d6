import type { Months } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';

/** What a baseline needs to know of one customer. */
export interface ActiveSpend {
  /** Spend within the observed window. */
  readonly spend: number;
  /** Length of the window in which the customer could buy: from the first purchase to the end. */
  readonly activeMonths: Months;
}

/**
 * The value that a model must beat: mean monthly spend in the active window × months ahead × overall retention (as Dynamics 365
 * Customer Insights does). A window below one month counts as one, so that a customer of yesterday isn't taken for thirty.
 */
export const baselineValue = (
  { spend, activeMonths }: ActiveSpend,
  horizon: Months,
  retention: number,
): number => (spend / Math.max(1, activeMonths)) * horizon * retention;

/** How well predicted values find the customers who turned out most valuable, against a baseline. */
export interface ValueGrade {
  /** Share in 0–1 of the true top customers that are among the predicted top customers. */
  readonly captured: number;
  /** The same share for the baseline. */
  readonly baselineCaptured: number;
  /** captured ÷ baselineCaptured − 1; null when the baseline finds none. */
  readonly gain: number | null;
  /** A: finds at least 5 % more than the baseline; B: as many or up to 5 % more; C: fewer. */
  readonly grade: 'A' | 'B' | 'C';
}

/** For each value, the chance that it is among the `top` largest when ties are broken by lot. */
const chancesAtTop = (values: ArrayLike<number>, top: number): Float64Array => {
  const falling = Float64Array.from(values).sort().reverse();
  const threshold = at(falling, top - 1);
  const above = falling.findIndex((value) => value <= threshold);
  const tied = falling.reduce((count, value) => count + (value === threshold ? 1 : 0), 0);
  return Float64Array.from(values, (value) =>
    value > threshold ? 1 : value === threshold ? (top - above) / tied : 0,
  );
};

const shareCaptured = (predicted: ArrayLike<number>, atTop: Float64Array, top: number): number =>
  chancesAtTop(predicted, top).reduce((sum, chance, row) => sum + chance * at(atTop, row), 0) / top;

/**
 * Grades predicted values by the share of the true top 20 % of a holdout that they find, against a baseline (the grades of
 * Dynamics 365 Customer Insights). Ties count by their chance, so that the order of rows doesn't matter. Null without
 * customers; the three columns must be of equal length and hold no NaN.
 */
export const gradeValues = (
  predicted: ArrayLike<number>,
  baseline: ArrayLike<number>,
  actual: ArrayLike<number>,
  topShare = 0.2,
): ValueGrade | null => {
  if (actual.length === 0) return null;
  const top = Math.max(1, Math.round(topShare * actual.length));
  const atTop = chancesAtTop(actual, top);
  const captured = shareCaptured(predicted, atTop, top);
  const baselineCaptured = shareCaptured(baseline, atTop, top);
  const gain = baselineCaptured > 0 ? captured / baselineCaptured - 1 : null;
  const isBetter = gain === null ? captured > 0 : gain >= 0.05;
  return { captured, baselineCaptured, gain, grade: isBetter ? 'A' : (gain ?? 0) >= 0 ? 'B' : 'C' };
};
