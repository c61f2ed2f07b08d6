import { days, daysInUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import type { PurchaseFit } from '../../models/buy-till-you-die/fit-purchases.ts';
import { bindLaw } from '../../models/buy-till-you-die/predict-purchases.ts';
import type { PurchaseHistories } from '../../models/buy-till-you-die/purchase-histories.ts';
import { numberOf } from '../cells.ts';
import type { LookAhead } from '../../models/customer-lifetime-value/look-ahead.ts';
import type { SpendLaw } from '../../models/gamma-gamma/spend-law.ts';

/** Customers alike, as columns of equal length; ages in weeks. */
export interface CustomerGroups extends PurchaseHistories<'week'> {
  readonly repeatCount: Float64Array;
  readonly lastRepeatAge: Float64Array;
  readonly observationAge: Float64Array;
  readonly counts: Float64Array;
  /** Customers with a mean spend of their repeat purchases, and the sum of these means. */
  readonly spenders: Float64Array;
  readonly spendMeans: Float64Array;
}

/** What a group of customers is worth: sums over its customers. */
export interface Valuation {
  readonly alive: Float64Array;
  readonly orders: Float64Array;
  readonly value: Float64Array;
}

/** A number of days as weeks. */
export const weeksOf = (count: number): number => daysInUnit(days(count), 'week');

/** A column of days as weeks. */
export const weeksColumn = (rows: readonly Row[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => weeksOf(numberOf(row, name)));

/** A column of numbers; 0 where nothing is known. */
export const column = (rows: readonly Row[], name: string): Float64Array =>
  Float64Array.from(rows, (row) => numberOf(row, name));

/** The rows of the main query as columns. */
export const readGroups = (rows: readonly Row[]): CustomerGroups => ({
  unit: 'week',
  repeatCount: column(rows, 'repeats'),
  lastRepeatAge: weeksColumn(rows, 'last_age'),
  observationAge: weeksColumn(rows, 'age'),
  counts: column(rows, 'customers'),
  spenders: column(rows, 'spenders'),
  spendMeans: column(rows, 'spend_means'),
});

/** Spend to be expected of a group's next purchases, summed over its customers: E[M | x, m] is linear in m. */
const sumSpend = (groups: CustomerGroups, row: number, law: SpendLaw): number => {
  const [x, spenders] = [at(groups.repeatCount, row), at(groups.spenders, row)];
  const others = (at(groups.counts, row) - spenders) * law(x, 0);
  return spenders > 0 ? others + spenders * law(x, at(groups.spendMeans, row) / spenders) : others;
};

/** P(alive), purchases ahead and lifetime value of each group: margin × E[M] × discounted purchases. */
export const valueGroups = (
  groups: CustomerGroups,
  fit: PurchaseFit<'week'>,
  ahead: LookAhead,
  spend: SpendLaw,
  margin: number,
): Valuation => {
  const law = bindLaw(fit);
  const size = groups.counts.length;
  const [alive, orders, value] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < size; row += 1) {
    const [x, age] = [at(groups.repeatCount, row), at(groups.observationAge, row)];
    const chance = law.pAlive(x, at(groups.lastRepeatAge, row), age);
    const next = ahead(x, age);
    alive[row] = at(groups.counts, row) * chance;
    orders[row] = at(groups.counts, row) * chance * next.orders;
    value[row] = margin * chance * next.discounted * sumSpend(groups, row, spend);
  }
  return { alive, orders, value };
};

/** Σ of a column. */
export const sumOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) sum += at(values, row);
  return sum;
};
