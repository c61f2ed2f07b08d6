import { addPeriods, endOfPeriod, startOfPeriod } from '../../core/calendar.ts';
import { addDays } from '../../core/day.ts';
import type { Day } from '../../core/day.ts';
import type { Row } from '../../data/row.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { MonthFigures } from './result.ts';

const marginOf = (row: Row | undefined, minimumCostCoverage: number): number | null => {
  const coverage = ratioOf(numberOf(row, 'known_sales'), numberOf(row, 'sales'));
  return coverage !== null && coverage >= minimumCostCoverage ? knownNumberOf(row, 'margin') : null;
};

const monthOf = (month: Day, row: Row | undefined, asOf: Day, minimumCostCoverage: number): MonthFigures => ({
  month,
  revenue: numberOf(row, 'revenue'),
  orders: numberOf(row, 'orders'),
  customers: numberOf(row, 'customers'),
  newCustomers: numberOf(row, 'new_customers'),
  margin: marginOf(row, minimumCostCoverage),
  isComplete: asOf >= endOfPeriod(month, 'month'),
});

/**
 * Every month from the first with an order to the one of the day before as-of, or the last with an order if later.
 * A month without orders has zeros and an unknown margin; without any order the list is empty.
 */
export const fillMonths = (rows: readonly Row[], asOf: Day, minimumCostCoverage: number): MonthFigures[] => {
  const byMonth = new Map(rows.map((row) => [row['month'] as Day, row]));
  const known = [...byMonth.keys()].sort();
  const first = known[0];
  if (!first) return [];
  const untilAsOf = startOfPeriod(addDays(asOf, -1), 'month');
  const lastKnown = known.at(-1) ?? first;
  const last = lastKnown > untilAsOf ? lastKnown : untilAsOf;
  const months: MonthFigures[] = [];
  for (let month = first; month <= last; month = addPeriods(month, 1, 'month')) {
    months.push(monthOf(month, byMonth.get(month), asOf, minimumCostCoverage));
  }
  return months;
};
