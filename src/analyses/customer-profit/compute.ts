import { whaleCurve } from '../../models/concentration/whale-curve.ts';
import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import { activitiesOf, capacityOf, tracedOf } from './capacity.ts';
import type { CustomerProfitParams } from './params.ts';
import type { CustomerProfit } from './result.ts';
import { tailOf } from './tail.ts';
import { customerProfitWarnings } from './warnings.ts';

type Whale = CustomerProfit['before'];

const whaleOf = (
  groups: readonly Row[],
  of: { total: number; peak: number; peakCustomers: number; unprofitable: number; base: number },
): Whale => ({
  points: whaleCurve(
    groups.map((row) => ({ count: numberOf(row, 'customers'), total: numberOf(row, 'profit') })),
    { customers: of.peakCustomers, value: of.peak },
  ).map(({ x, y }) => ({ x, y, share: ratioOf(y, of.base) })),
  total: of.total,
  peak: of.peak,
  peakCustomers: of.peakCustomers,
  peakShare: ratioOf(of.peak, of.total),
  unprofitable: of.unprofitable,
});

const decileOf = (row: Row): CustomerProfit['deciles'][number] => ({
  decile: numberOf(row, 'step'),
  customers: numberOf(row, 'customers'),
  orders: numberOf(row, 'orders'),
  revenue: numberOf(row, 'revenue'),
  goods: numberOf(row, 'goods'),
  charges: numberOf(row, 'charges'),
  serve: numberOf(row, 'serve'),
  profit: numberOf(row, 'profit'),
  lowest: numberOf(row, 'lowest'),
  highest: numberOf(row, 'highest'),
});

const tenureOf = (row: Row): CustomerProfit['tenure'][number] => {
  const [customers, buyers, orders] = [
    numberOf(row, 'customers'),
    numberOf(row, 'buyers'),
    numberOf(row, 'orders'),
  ];
  const [revenue, serve] = [numberOf(row, 'revenue'), numberOf(row, 'serve')];
  const profit = revenue - numberOf(row, 'goods') - numberOf(row, 'charges') - serve;
  return {
    year: numberOf(row, 'tenure_year') + 1,
    customers,
    buyers,
    profitEach: profit / customers,
    profitBuyer: ratioOf(profit, buyers),
    orderValue: ratioOf(revenue, orders),
    serveOrder: ratioOf(serve, orders),
  };
};

/** Turns the ranked groups into profit, whale curves before and after the surgery, tenths, tenure and the unprofitable tail. */
export const computeCustomerProfit: Compute<
  'profits' | 'tenure' | 'tail' | 'pools',
  CustomerProfitParams,
  CustomerProfit
> = ({ rows, params }) => {
  const part = (name: string): readonly Row[] => rows.profits.filter((row) => row['part'] === name);
  const summary = part('summary')[0];
  const figure = (name: string): number => numberOf(summary, name);
  const profit = figure('profit');
  const profitAfter = figure('profit_after');
  const customers = figure('customers');
  const value: CustomerProfit = {
    customers,
    orders: figure('orders'),
    revenue: figure('revenue'),
    goods: figure('goods'),
    charges: figure('charges'),
    serve: figure('serve'),
    profit,
    profitEach: ratioOf(knownNumberOf(summary, 'profit'), customers),
    profitShare: ratioOf(profit, figure('revenue')),
    unprofitable: figure('unprofitable'),
    loss: figure('loss'),
    before: whaleOf(part('before'), {
      total: profit,
      peak: figure('peak'),
      peakCustomers: figure('peak_customers'),
      unprofitable: figure('unprofitable'),
      base: profit,
    }),
    surgery: {
      after: whaleOf(part('after'), {
        total: profitAfter,
        peak: figure('peak_after'),
        peakCustomers: figure('peak_after_customers'),
        unprofitable: figure('unprofitable_after'),
        base: profit,
      }),
      meant: figure('meant'),
      changed: figure('changed'),
      change: profitAfter - profit,
    },
    deciles: part('decile').map(decileOf),
    tenure: rows.tenure.map(tenureOf),
    tail: tailOf(rows.tail, customers, figure('unprofitable')),
    activities: activitiesOf(rows.pools),
    capacity: capacityOf(rows.pools),
    traced: tracedOf(rows.pools, summary),
  };
  return { value, warnings: customerProfitWarnings(value, params) };
};
