import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { overview } from '../../src/analyses/overview/definition.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData, loadOnlineRetail, loadSuperstore } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

interface OnlineRetailTotals {
  readonly raw: {
    readonly sum_revenue: number;
    readonly revenue_by_month: Record<string, number>;
  };
  readonly clean: {
    readonly customers: number;
    readonly invoices: number;
    readonly revenue: number;
    readonly aov: number;
    readonly revenue_by_month: Record<string, number>;
    readonly orders_by_month: Record<string, number>;
    readonly customers_by_month: Record<string, number>;
    readonly repeat_customers: number;
  };
  readonly rfm_base: { readonly frequency: { readonly one_timers: number } };
}

/** Only customers with an id: the published "clean" rule (id known, quantity and price above 0) is `ignore` on them. */
const identified = 'customer_id is not null';

describe.skipIf(!hasSharedData)('overview of UCI Online Retail (../shared is needed)', () => {
  let engine: TestEngine;
  let expected: OnlineRetailTotals;
  const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };

  beforeAll(async () => {
    expected = expectedValues<OnlineRetailTotals>('online_retail_totals');
    engine = await openTestEngine();
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
  });

  it('agrees with the published totals of positive lines with a customer (returns ignored)', async () => {
    const { value } = await runAnalysis(engine, overview, context, {}, identified);
    expect(value.customers).toBe(expected.clean.customers);
    expect(value.orders).toBe(expected.clean.invoices);
    expect(value.revenue).toBeCloseTo(expected.clean.revenue, 2);
    expect(value.averageOrderValue).toBeCloseTo(expected.clean.aov, 6);
    expect(value.repeatCustomers).toBe(expected.clean.repeat_customers);
    expect(value.oneTimeShare).toBeCloseTo(
      expected.rfm_base.frequency.one_timers / expected.clean.customers,
      12,
    );
    expect(value.byCustomerProfit).toEqual({ value: value.revenue / value.customers, basis: 'revenue' });
  });

  it('agrees with the published months', async () => {
    const { value } = await runAnalysis(engine, overview, context, {}, identified);
    expect(value.months.map(({ month }) => month.slice(0, 7))).toEqual(
      Object.keys(expected.clean.revenue_by_month),
    );
    for (const { month, revenue, orders, customers } of value.months) {
      const key = month.slice(0, 7);
      expect(revenue).toBeCloseTo(expected.clean.revenue_by_month[key] ?? NaN, 2);
      expect(orders).toBe(expected.clean.orders_by_month[key]);
      expect(customers).toBe(expected.clean.customers_by_month[key]);
    }
    expect(value.months.at(-1)?.isComplete).toBe(false);
    expect(value.months.reduce((sum, month) => sum + month.newCustomers, 0)).toBe(value.customers);
    expect(value.trend).toBeNull();
  });

  it('agrees with the raw total, cancellations netted, of everyone (returns net)', async () => {
    const net: RunContext = { ...context, returns: 'net' };
    const { value, warnings } = await runAnalysis(engine, overview, net);
    expect(value.revenue).toBeCloseTo(expected.raw.sum_revenue, 2);
    expect(value.sales - value.refunds).toBeCloseTo(value.revenue, 2);
    expect(value.identified.sales).toBeCloseTo(expected.clean.revenue, 2);
    expect(value.identified.orders).toBe(expected.clean.invoices);
    for (const { month, revenue } of value.months) {
      expect(revenue).toBeCloseTo(expected.raw.revenue_by_month[month.slice(0, 7)] ?? NaN, 2);
    }
    expect(warnings.map(({ code }) => code)).toContain('much-anonymous');
  });
});

interface SuperstoreTotals {
  readonly customers: number;
  readonly orders: number;
  readonly sales: number;
  readonly profit: number;
  readonly sales_by_year: Record<string, number>;
  readonly profit_by_year: Record<string, number>;
}

describe.skipIf(!hasSharedData)('overview of Superstore, where costs are known (../shared is needed)', () => {
  let engine: TestEngine;
  let expected: SuperstoreTotals;
  const context: RunContext = { asOf: '2018-01-01', currency: 'USD', seed: 1, returns: 'net' };

  beforeAll(async () => {
    expected = expectedValues<SuperstoreTotals>('superstore_totals');
    engine = await openTestEngine();
    await loadSuperstore(engine);
    await deriveFacts(engine, context);
  });

  it('agrees with the published totals and the profit of each customer follows', async () => {
    const { value, warnings } = await runAnalysis(engine, overview, context);
    expect(value.customers).toBe(expected.customers);
    expect(value.orders).toBe(expected.orders);
    expect(value.revenue).toBeCloseTo(expected.sales, 3);
    expect(value.margin).toBeCloseTo(expected.profit, 3);
    expect(value.costCoverage).toBe(1);
    expect(value.marginRate).toBeCloseTo(expected.profit / expected.sales, 9);
    expect(value.byCustomerProfit.basis).toBe('margin');
    expect(value.byCustomerProfit.value).toBeCloseTo(expected.profit / expected.customers, 6);
    expect(warnings).toEqual([]);
  });

  it('compares the last two calendar years', async () => {
    const { value } = await runAnalysis(engine, overview, context);
    expect(value.trend?.last).toMatchObject({ from: '2017-01-01', to: '2017-12-31' });
    expect(value.trend?.before).toMatchObject({ from: '2016-01-01', to: '2016-12-31' });
    expect(value.trend?.last.revenue).toBeCloseTo(expected.sales_by_year['2017'] ?? NaN, 3);
    expect(value.trend?.before.revenue).toBeCloseTo(expected.sales_by_year['2016'] ?? NaN, 3);
    expect(value.trend?.last.margin).toBeCloseTo(expected.profit_by_year['2017'] ?? NaN, 3);
    expect(value.months.every((month) => month.isComplete)).toBe(true);
  });
});
