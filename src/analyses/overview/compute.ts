import { daysBetween } from '../../core/day.ts';
import type { Day } from '../../core/day.ts';
import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { fillMonths } from './fill-months.ts';
import type { Overview, PeriodFigures } from './result.ts';
import { overviewWarnings } from './warnings.ts';

interface OverviewParams {
  readonly minimumCostCoverage: number;
}

/** The data must reach back 24 months, give or take this many days, for a trend. House rule. */
const trendToleranceDays = 7;

const customerProfit = (
  row: Row | undefined,
  costCoverage: number | null,
  params: OverviewParams,
): PeriodFigures['byCustomerProfit'] => {
  const customers = numberOf(row, 'customers');
  const margin = knownNumberOf(row, 'identified_margin');
  const isCostKnown = margin !== null && costCoverage !== null && costCoverage >= params.minimumCostCoverage;
  return isCostKnown
    ? { value: ratioOf(margin, customers), basis: 'margin' }
    : { value: ratioOf(numberOf(row, 'identified_revenue'), customers), basis: 'revenue' };
};

const figuresOf = (row: Row | undefined, params: OverviewParams): Omit<PeriodFigures, 'from' | 'to'> => {
  const orders = numberOf(row, 'orders');
  const revenue = numberOf(row, 'revenue');
  const identifiedOrders = numberOf(row, 'identified_orders');
  const identifiedRevenue = numberOf(row, 'identified_revenue');
  const margin = knownNumberOf(row, 'margin');
  const costCoverage = ratioOf(numberOf(row, 'known_sales'), numberOf(row, 'sales'));
  const anonymousRevenue = revenue - identifiedRevenue;
  return {
    customers: numberOf(row, 'customers'),
    orders,
    revenue,
    sales: numberOf(row, 'sales'),
    refunds: numberOf(row, 'refunds'),
    margin,
    marginRate: ratioOf(margin, numberOf(row, 'known_revenue')),
    costCoverage,
    averageOrderValue: ratioOf(revenue, orders),
    identified: {
      orders: identifiedOrders,
      revenue: identifiedRevenue,
      sales: numberOf(row, 'identified_sales'),
      refunds: numberOf(row, 'identified_refunds'),
      averageOrderValue: ratioOf(identifiedRevenue, identifiedOrders),
    },
    anonymous: {
      orders: orders - identifiedOrders,
      revenue: anonymousRevenue,
      share: ratioOf(anonymousRevenue, revenue),
    },
    byCustomerProfit: customerProfit(row, costCoverage, params),
  };
};

const change = (now: number | null, before: number | null): number | null =>
  now === null || before === null || before <= 0 ? null : now / before - 1;

const trendOf = (rows: ReadonlyMap<string, Row>, params: OverviewParams): Overview['trend'] => {
  const last = rows.get('last');
  const before = rows.get('before');
  const firstDay = rows.get('all')?.['first_day'] as Day | null | undefined;
  if (!last || !before || !firstDay) return null;
  const beforeFrom = before['from_day'] as Day;
  if (daysBetween(beforeFrom, firstDay) > trendToleranceDays) return null;
  const now = { from: last['from_day'] as Day, to: last['to_day'] as Day, ...figuresOf(last, params) };
  const then = { from: beforeFrom, to: before['to_day'] as Day, ...figuresOf(before, params) };
  const isSameBasis = now.byCustomerProfit.basis === then.byCustomerProfit.basis;
  return {
    last: now,
    before: then,
    change: {
      revenue: change(now.revenue, then.revenue),
      orders: change(now.orders, then.orders),
      customers: change(now.customers, then.customers),
      byCustomerProfit: isSameBasis ? change(now.byCustomerProfit.value, then.byCustomerProfit.value) : null,
    },
  };
};

/** Turns the totals and the months into the overview; months without orders become zeros. */
export const computeOverview: Compute<'totals' | 'months', OverviewParams, Overview> = ({
  rows,
  params,
  context,
}) => {
  const byPeriod = new Map(rows.totals.map((row) => [String(row['period']), row]));
  const all = byPeriod.get('all');
  const figures = figuresOf(all, params);
  const codes = all?.['currencies'];
  const value: Overview = {
    ...figures,
    from: (all?.['first_day'] ?? null) as Day | null,
    to: (all?.['last_day'] ?? null) as Day | null,
    revenueRule: context.returns,
    ordersPerCustomer: ratioOf(figures.identified.orders, figures.customers),
    oneTimeShare: ratioOf(numberOf(all, 'one_time'), figures.customers),
    repeatRate: ratioOf(numberOf(all, 'repeat'), figures.customers),
    repeatDayRate: ratioOf(numberOf(all, 'repeat_day'), figures.customers),
    repeatCustomers: numberOf(all, 'repeat'),
    currencies: typeof codes === 'string' ? codes.split(' ') : [],
    months: fillMonths(rows.months, context.asOf, params.minimumCostCoverage),
    trend: trendOf(byPeriod, params),
  };
  return { value, warnings: overviewWarnings(value) };
};
