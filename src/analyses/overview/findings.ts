import type { Formats } from '../../core/format/formats.ts';
import type { MonthFigures, Overview } from './result.ts';

/** Below this relative change a figure "stayed level". House rule. */
const levelBand = 0.02;

const changeWords = (what: string, change: number, formats: Formats): string => {
  if (Math.abs(change) < levelBand) return `${what} stayed level over the last twelve months`;
  return `${what} ${change > 0 ? 'grew' : 'fell'} by ${formats.value(Math.abs(change), 'share')} in the last twelve months`;
};

const bestMonth = (months: readonly MonthFigures[]): MonthFigures | undefined =>
  months
    .filter((month) => month.isComplete)
    .reduce<MonthFigures | undefined>(
      (best, month) => (best && best.revenue >= month.revenue ? best : month),
      undefined,
    );

/** The finding above the months of revenue: the change over a year, else the best complete month. */
export const revenueFinding = (value: Overview, formats: Formats): string => {
  const change = value.trend?.change.revenue ?? null;
  if (change !== null) return changeWords('Revenue', change, formats);
  const best = bestMonth(value.months);
  return best
    ? `${formats.month(best.month)} was the best month, with ${formats.compact(best.revenue, 'money')}`
    : 'No month is complete yet';
};

/** The finding above the months of customers: how many buyers of the last complete month were new. */
export const customersFinding = (value: Overview, formats: Formats): string => {
  const last = value.months.findLast((month) => month.isComplete && month.customers > 0);
  if (!last) return 'No complete month with customers yet';
  const buyers = `${formats.value(last.customers, 'count')} ${last.customers === 1 ? 'customer' : 'customers'}`;
  const share = formats.value(last.newCustomers / last.customers, 'share');
  const fresh = last.newCustomers === 0 ? 'none of them was new' : `${share} of them were new`;
  return `${buyers} bought in ${formats.month(last.month)}; ${fresh}`;
};

/** The finding above the months of margin; only asked when some month's margin is known. */
export const marginFinding = (value: Overview, formats: Formats): string =>
  value.marginRate === null
    ? 'Margin by month'
    : `${formats.value(value.marginRate, 'share')} of revenue is left after the cost of goods`;

/** The finding above the columns of orders: the change over a year, else how many customers order again. */
export const ordersFinding = (value: Overview, formats: Formats): string => {
  const change = value.trend?.change.orders ?? null;
  if (change !== null) return changeWords('The number of orders', change, formats);
  return value.repeatRate === null
    ? 'Orders by month'
    : `${formats.value(value.repeatRate, 'share')} of customers have ordered more than once`;
};
