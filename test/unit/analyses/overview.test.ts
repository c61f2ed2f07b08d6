import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { overview } from '../../../src/analyses/overview/definition.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-03-11', currency: 'EUR', seed: 1, returns: 'net' };

const company: readonly HandOrder[] = [
  { id: '1', customer: 'a', day: '2024-01-05', gross: 100, cost: 60, currency: 'EUR' },
  { id: '2', customer: 'a', day: '2024-01-05', gross: 50, discount: 10, cost: 30, currency: 'EUR' },
  { id: '3', customer: 'b', day: '2024-01-31', gross: 80, refund: 20, cost: 40, currency: 'EUR' },
  { id: '4', customer: 'c', day: '2024-03-10', gross: 200, cost: 150, currency: 'EUR' },
  { id: '5', customer: null, day: '2024-03-10', gross: 20, cost: 5, currency: 'EUR' },
  { id: '6', customer: 'c', day: '2024-03-10', gross: 0, refund: 30, currency: 'EUR' },
  { id: '7', customer: 'd', day: '2024-02-01', gross: 999, status: 'cancelled' },
  { id: '8', customer: 'e', day: '2024-04-01', gross: 777, cost: 1 },
];

describe('overview on hand-written orders', () => {
  let engine: TestEngine;
  const run = async (
    orders: readonly HandOrder[],
    asked: RunContext = context,
    params: Record<string, unknown> = {},
    segment?: string,
  ) => {
    await loadOrders(engine, orders);
    await deriveFacts(engine, asked);
    return runAnalysis(engine, overview, asked, params, segment);
  };

  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('counts orders until as-of, without cancelled ones, and credit notes only as money', async () => {
    const { value } = await run(company);
    expect(value).toMatchObject({
      from: '2024-01-05',
      to: '2024-03-10',
      customers: 3,
      orders: 5,
      sales: 440,
      refunds: 50,
      revenue: 390,
      ordersPerCustomer: 4 / 3,
      oneTimeShare: 2 / 3,
      repeatRate: 1 / 3,
      repeatDayRate: 0,
      currencies: ['EUR'],
    });
    expect(value.identified).toMatchObject({ orders: 4, revenue: 370, sales: 420, refunds: 50 });
    expect(value.anonymous).toEqual({ orders: 1, revenue: 20, share: 20 / 390 });
    // 40 + 10 + 20 + 50 + 15, less the credit note of unknown cost, which counts as lost in full.
    expect(value.margin).toBeCloseTo(105, 9);
    expect(value.byCustomerProfit).toEqual({ value: (105 - 15) / 3, basis: 'margin' });
  });

  it('gives sales before refunds when returns are ignored', async () => {
    const { value } = await run(company, { ...context, returns: 'ignore' });
    expect(value).toMatchObject({ revenueRule: 'ignore', revenue: 440, refunds: 50, averageOrderValue: 88 });
    expect(value.margin).toBeCloseTo(155, 9);
  });

  it('fills the months between and marks the unfinished one', async () => {
    const { value } = await run(company);
    expect(value.months).toEqual([
      {
        month: '2024-01-01',
        revenue: 200,
        orders: 3,
        customers: 2,
        newCustomers: 2,
        margin: 70,
        isComplete: true,
      },
      {
        month: '2024-02-01',
        revenue: 0,
        orders: 0,
        customers: 0,
        newCustomers: 0,
        margin: null,
        isComplete: true,
      },
      {
        month: '2024-03-01',
        revenue: 190,
        orders: 2,
        customers: 1,
        newCustomers: 1,
        margin: 35,
        isComplete: false,
      },
    ]);
  });

  it('looks at a segment without the anonymous orders', async () => {
    const { value } = await run(company, context, {}, "customer_id = 'a'");
    expect(value).toMatchObject({ customers: 1, orders: 2, revenue: 140 });
    expect(value.anonymous).toEqual({ orders: 0, revenue: 0, share: 0 });
  });

  it('falls back to revenue per customer when too few costs are known, and says so', async () => {
    const orders: HandOrder[] = [
      { id: '1', customer: 'a', day: '2024-01-05', gross: 100, cost: 60 },
      { id: '2', customer: 'b', day: '2024-01-06', gross: 300 },
    ];
    const { value, warnings } = await run(orders);
    expect(value.costCoverage).toBe(0.25);
    expect(value.margin).toBe(40);
    expect(value.marginRate).toBe(0.4);
    expect(value.byCustomerProfit).toEqual({ value: 200, basis: 'revenue' });
    expect(warnings.map(({ code }) => code)).toEqual(['few-customers', 'costs-unknown']);
    const lenient = await run(orders, context, { minimumCostCoverage: 0.2 });
    expect(lenient.value.byCustomerProfit).toEqual({ value: 20, basis: 'margin' });
    expect(lenient.warnings.map(({ code }) => code)).toContain('costs-partly-known');
  });

  it('compares 12 months with the 12 before when the data reach back far enough', async () => {
    const orders: HandOrder[] = [
      { id: '1', customer: 'a', day: '2022-03-12', gross: 100 },
      { id: '2', customer: 'b', day: '2023-03-10', gross: 100 },
      { id: '3', customer: 'a', day: '2023-03-11', gross: 150 },
      { id: '4', customer: 'b', day: '2024-03-10', gross: 150 },
    ];
    const { value } = await run(orders);
    expect(value.trend?.last).toMatchObject({
      from: '2023-03-11',
      to: '2024-03-10',
      revenue: 300,
      customers: 2,
    });
    expect(value.trend?.before).toMatchObject({
      from: '2022-03-11',
      to: '2023-03-10',
      revenue: 200,
      customers: 2,
    });
    expect(value.trend?.change).toEqual({ revenue: 0.5, orders: 0, customers: 0, byCustomerProfit: 0.5 });
    const short = await run(orders.slice(1));
    expect(short.value.trend).toBeNull();
  });

  it('warns of mixed currencies and untraceable revenue', async () => {
    const { value, warnings } = await run([
      { id: '1', customer: 'a', day: '2024-01-05', gross: 100, currency: 'EUR' },
      { id: '2', customer: null, day: '2024-01-06', gross: 100, currency: 'CHF' },
    ]);
    expect(value.currencies).toEqual(['CHF', 'EUR']);
    expect(warnings.map(({ code }) => code)).toEqual([
      'mixed-currencies',
      'few-customers',
      'much-anonymous',
      'costs-unknown',
    ]);
  });

  it('answers with zeros and nulls when there is no order', async () => {
    const { value, warnings } = await run([]);
    expect(value).toMatchObject({
      from: null,
      to: null,
      customers: 0,
      orders: 0,
      revenue: 0,
      margin: null,
      averageOrderValue: null,
      ordersPerCustomer: null,
      repeatRate: null,
      months: [],
      trend: null,
    });
    expect(value.byCustomerProfit.value).toBeNull();
    expect(warnings.map(({ code }) => code)).toEqual(['no-orders']);
    expect(overview.headlines(value).find(({ key }) => key === 'repeatRate')?.value).toBeNull();
  });

  it('says what one order says', async () => {
    const { value } = await run([{ id: '1', customer: 'a', day: '2024-03-10', gross: 12.34, cost: 10 }]);
    expect(value).toMatchObject({ customers: 1, orders: 1, revenue: 12.34, repeatRate: 0, oneTimeShare: 1 });
    expect(value.months).toHaveLength(1);
    expect(overview.headlines(value)[0]).toMatchObject({ label: 'Profit per customer', unit: 'money' });
  });
});
