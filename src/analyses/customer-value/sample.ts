import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import type { PurchaseFit } from '../../models/buy-till-you-die/fit-purchases.ts';
import { bindLaw } from '../../models/buy-till-you-die/predict-purchases.ts';
import type { SpendHistories } from '../../models/gamma-gamma/spend-histories.ts';
import { numberOf } from '../cells.ts';
import type { LookAhead } from '../../models/customer-lifetime-value/look-ahead.ts';
import { column, weeksOf } from './groups.ts';
import type { CustomerValue } from './result.ts';
import type { SpendLaw } from '../../models/gamma-gamma/spend-law.ts';

/** What the customers of the sample spend at repeat purchases, up to as-of or to the end of the calibration. */
export const spendOfSample = (rows: readonly Row[], isEarly = false): SpendHistories => ({
  repeatCount: column(rows, isEarly ? 'early_repeats' : 'repeats'),
  meanSpend: column(rows, isEarly ? 'early_mean' : 'spend_mean'),
  counts: column(rows, 'customers'),
});

interface Valued {
  readonly value: number;
  readonly customers: number;
}

/** Customers of a sorted list cut into tenths; those alike may be divided between two. */
const cutTenths = (
  sorted: readonly Valued[],
  customers: number,
): { count: number; sum: number; low: number; high: number }[] => {
  const tenths = Math.min(10, customers);
  const cut = Array.from({ length: tenths }, () => ({ count: 0, sum: 0, low: Infinity, high: -Infinity }));
  let place = 0;
  for (const { value, customers: alike } of sorted) {
    for (let one = 0; one < alike; one += 1, place += 1) {
      const tenth = cut[Math.min(tenths - 1, Math.floor((place * tenths) / customers))];
      if (!tenth) continue;
      tenth.count += 1;
      tenth.sum += value;
      tenth.low = Math.min(tenth.low, value);
      tenth.high = Math.max(tenth.high, value);
    }
  }
  return cut;
};

/** Tenths of the sample's customers by lifetime value, each with its own mean spend; scaled to the equity of all. */
export const tenthsOf = (
  rows: readonly Row[],
  fit: PurchaseFit<'week'>,
  ahead: LookAhead,
  spend: SpendLaw,
  margin: number,
  equity: number,
): CustomerValue['deciles'] => {
  const law = bindLaw(fit);
  const sorted = rows
    .map((row): Valued => {
      const [x, age] = [numberOf(row, 'repeats'), weeksOf(numberOf(row, 'age'))];
      const chance = law.pAlive(x, weeksOf(numberOf(row, 'last_age')), age);
      const value = margin * chance * ahead(x, age).discounted * spend(x, numberOf(row, 'spend_mean'));
      return { value, customers: numberOf(row, 'customers') };
    })
    .sort((one, other) => other.value - one.value);
  const customers = sorted.reduce((sum, row) => sum + row.customers, 0);
  const cut = cutTenths(sorted, customers);
  const total = cut.reduce((sum, tenth) => sum + tenth.sum, 0);
  return cut.map(({ count, sum, low, high }, index) => ({
    decile: index + 1,
    customers: count,
    value: total === 0 ? 0 : (sum / total) * equity,
    share: total > 0 ? sum / total : null,
    lowest: low,
    highest: high,
  }));
};

/** Σ of a column of rows, each for its customers. */
export const sumRows = (rows: readonly Row[], name: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, name) * numberOf(row, 'customers'), 0);

/** A column with a value for each customer, not each row. */
export const spread = (values: ArrayLike<number>, counts: ArrayLike<number>): Float64Array => {
  let size = 0;
  for (let row = 0; row < counts.length; row += 1) size += at(counts, row);
  const out = new Float64Array(size);
  let place = 0;
  for (let row = 0; row < counts.length; row += 1) {
    out.fill(at(values, row), place, place + at(counts, row));
    place += at(counts, row);
  }
  return out;
};
