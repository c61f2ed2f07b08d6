import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { concentration } from '../../../src/analyses/concentration/definition.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-03-11', currency: 'EUR', seed: 1, returns: 'net' };

const orderOf = (customer: string, gross: number, more: Partial<HandOrder> = {}): HandOrder => ({
  id: `${customer}-${gross}-${more.refund ?? 0}`,
  customer,
  day: '2024-01-05',
  gross,
  ...more,
});

describe('concentration on hand-written orders', () => {
  let engine: TestEngine;
  const run = async (orders: readonly HandOrder[], params: Record<string, unknown> = {}) => {
    await loadOrders(engine, orders);
    await deriveFacts(engine, context);
    return runAnalysis(engine, concentration, context, params);
  };
  const codes = (warnings: readonly { readonly code: string }[]): string[] =>
    warnings.map(({ code }) => code);

  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('ranks by revenue while costs are unknown', async () => {
    const { value, warnings } = await run(
      [10, 20, 30, 40, 50, 60, 70, 80, 90, 550].map((gross) => orderOf(`c${gross}`, gross)),
    );
    expect(value).toMatchObject({ measure: 'revenue', customers: 10, total: 1000, customersFor80: 5 });
    expect(value.top10Share).toBe(0.55);
    expect(value.top20Share).toBe(0.64);
    expect(value.gini).toBeCloseTo(
      (2 * (10 + 40 + 90 + 160 + 250 + 360 + 490 + 640 + 810 + 5500)) / 10_000 - 1.1,
      12,
    );
    expect(value.lorenz.slice(0, 3)).toEqual([
      { x: 0, y: 0 },
      { x: 0.1, y: 0.01 },
      { x: 0.2, y: 0.03 },
    ]);
    expect(value.deciles.map((decile) => decile.share)).toEqual([
      0.55, 0.09, 0.08, 0.07, 0.06, 0.05, 0.04, 0.03, 0.02, 0.01,
    ]);
    expect(value.deciles[0]).toMatchObject({
      decile: 1,
      customers: 1,
      orders: 1,
      lowest: 550,
      highest: 550,
      margin: null,
    });
    expect(value.whale).toMatchObject({ peakShare: 1, erosion: 0, unprofitable: 0 });
    expect(codes(warnings)).toEqual(['few-customers', 'costs-unknown']);
  });

  it('finds peak and erosion of profit', async () => {
    const orders = [
      orderOf('a', 100, { cost: 20 }),
      orderOf('b', 100, { cost: 60 }),
      orderOf('c', 100, { cost: 100 }),
      orderOf('d', 100, { cost: 120 }),
    ];
    const { value } = await run(orders);
    expect(value).toMatchObject({ measure: 'profit', total: 100, customersFor80: 1, gini: 0 });
    expect(value.whale).toMatchObject({
      peak: 120,
      peakCustomers: 2,
      peakShare: 1.2,
      unprofitable: 1,
      erosionMoney: 20,
    });
    expect(value.whale.erosion).toBeCloseTo(0.2, 12);
    expect(value.whale.points.map((point) => point.y)).toEqual([0, 80, 120, 120, 100]);
    const byRevenue = await run(orders, { measure: 'revenue' });
    expect(byRevenue.value).toMatchObject({ measure: 'revenue', total: 400 });
  });

  it('stays in money when the total is not positive', async () => {
    const { value, warnings } = await run([
      orderOf('a', 100, { cost: 90 }),
      orderOf('b', 100, { cost: 150 }),
    ]);
    expect(value).toMatchObject({ total: -40, top10Share: null, customersFor80: null });
    expect(value.whale).toMatchObject({
      peak: 10,
      peakCustomers: 1,
      peakShare: null,
      erosion: null,
      erosionMoney: 50,
    });
    expect(value.deciles.every((decile) => decile.share === null)).toBe(true);
    expect(codes(warnings)).toContain('total-not-positive');
    const losses = await run([orderOf('a', 100, { cost: 110 }), orderOf('b', 100, { cost: 150 })]);
    expect(losses.value.whale).toMatchObject({ peak: 0, peakCustomers: 0, erosionMoney: 60 });
  });

  it('leaves out customers whose profit is unknown, and says how many', async () => {
    const { value, warnings } = await run([orderOf('a', 900, { cost: 100 }), orderOf('b', 100)]);
    expect(value).toMatchObject({ measure: 'profit', customers: 1, unknownCustomers: 1 });
    expect(value.lorenz).toHaveLength(3);
    expect(codes(warnings)).toContain('profit-partly-unknown');
  });

  it('treats ties alike, whatever the order of the rows', async () => {
    const orders = ['a', 'b', 'c', 'd'].map((customer) => orderOf(customer, 25));
    const { value } = await run(orders);
    const reversed = await run(orders.toReversed());
    expect(value.gini).toBeCloseTo(0, 12);
    expect(value.customersFor80).toBe(4);
    expect(reversed.value).toEqual(value);
  });

  it('counts a customer who returned more than bought as 0 in the Lorenz curve, and leaves out returns alone', async () => {
    const { value, warnings } = await run([
      orderOf('a', 100),
      orderOf('b', 10, { refund: 30 }),
      orderOf('c', 0, { refund: 5 }),
    ]);
    expect(value).toMatchObject({ customers: 2, total: 80, leftOut: { customers: 1, revenue: -5 } });
    expect(value.gini).toBeCloseTo(0.5, 12);
    expect(value.whale).toMatchObject({ peak: 100, unprofitable: 1 });
    expect(codes(warnings)).toEqual(['few-customers', 'costs-unknown', 'negative-revenue', 'returns-only']);
  });

  it('answers with nothing when nobody has bought, and with one customer', async () => {
    const { value, warnings } = await run([]);
    expect(value).toMatchObject({ customers: 0, gini: null, lorenz: [], deciles: [], top20Share: null });
    expect(value.whale.points).toEqual([]);
    expect(codes(warnings)).toEqual(['no-customers']);
    const one = await run([orderOf('a', 10)]);
    expect(one.value).toMatchObject({ customers: 1, gini: 0, top10Share: 1, customersFor80: 1 });
    expect(one.value.deciles).toHaveLength(1);
  });

  it('names the measure in its headlines', async () => {
    const { value } = await run([orderOf('a', 10, { cost: 4 })]);
    expect(concentration.headlines(value)[0]).toEqual({
      key: 'top20Share',
      label: 'Share of profit from the best 20%',
      value: 1,
      unit: 'share',
    });
  });
});
