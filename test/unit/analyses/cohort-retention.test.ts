import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { cohortRetention } from '../../../src/analyses/cohort-retention/definition.ts';
import { addDays } from '../../../src/core/day.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-04-10', currency: 'EUR', seed: 1, returns: 'net' };

const company: readonly HandOrder[] = [
  { id: '1', customer: 'a', day: '2024-01-05', gross: 100 },
  { id: '2', customer: 'b', day: '2024-01-31', gross: 100 },
  { id: '3', customer: 'a', day: '2024-02-01', gross: 50 },
  { id: '4', customer: 'a', day: '2024-02-15', gross: 30, refund: 10 },
  { id: '5', customer: 'c', day: '2024-02-20', gross: 40 },
  { id: '6', customer: 'b', day: '2024-03-31', gross: 20 },
  { id: '7', customer: 'c', day: '2024-03-01', gross: 0, refund: 15 },
  { id: '8', customer: 'd', day: '2024-04-02', gross: 10 },
  { id: '9', customer: null, day: '2024-02-02', gross: 10 },
];

describe('cohort retention on hand-written orders', () => {
  let engine: TestEngine;
  const run = async (
    orders: readonly HandOrder[],
    asked: RunContext = context,
    params: Record<string, unknown> = {},
  ) => {
    await loadOrders(engine, orders);
    await deriveFacts(engine, asked);
    return runAnalysis(engine, cohortRetention, asked, params);
  };

  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('follows customers by month and leaves the unfinished month open', async () => {
    const { value } = await run(company);
    expect(value.cohorts.map(({ start, customers, isComplete }) => [start, customers, isComplete])).toEqual([
      ['2024-01-01', 2, true],
      ['2024-02-01', 1, true],
      ['2024-04-01', 1, false],
    ]);
    expect(value.cohorts[0]?.cells).toEqual([
      { age: 0, active: 2, retention: 1, revenue: 200, revenueRetention: 1 },
      { age: 1, active: 1, retention: 0.5, revenue: 70, revenueRetention: 0.35 },
      { age: 2, active: 1, retention: 0.5, revenue: 20, revenueRetention: 0.1 },
      { age: 3, active: null, retention: null, revenue: null, revenueRetention: null },
    ]);
    expect(value.cohorts[1]?.cells[1]).toMatchObject({ active: 0, retention: 0, revenue: -15 });
    expect(value.cohorts[2]?.cells).toHaveLength(1);
  });

  it('weighs the mean by size and only over cohorts old enough', async () => {
    const { value } = await run(company);
    expect(value.mean.map(({ age, cohorts, customers }) => [age, cohorts, customers])).toEqual([
      [0, 2, 3],
      [1, 2, 3],
      [2, 1, 2],
    ]);
    expect(value.mean[1]?.retention).toBeCloseTo(1 / 3, 12);
    expect(value.mean[1]?.revenueRetention).toBeCloseTo(55 / 240, 12);
    expect(cohortRetention.headlines(value).map(({ key, value: number }) => [key, number])).toEqual([
      ['retention1', value.mean[1]?.retention],
      ['retention3', null],
      ['retention6', null],
      ['retention12', null],
      ['revenueRetention1', value.mean[1]?.revenueRetention],
      ['revenueRetention3', null],
      ['revenueRetention6', null],
      ['revenueRetention12', null],
    ]);
  });

  it('counts by quarter and stops at the age asked for', async () => {
    const { value } = await run(
      company,
      { ...context, asOf: '2024-07-01' },
      { period: 'quarter', maximumAge: 1 },
    );
    expect(
      value.cohorts.map(({ start, end, customers, cells }) => [start, end, customers, cells.length]),
    ).toEqual([
      ['2024-01-01', '2024-03-31', 3, 2],
      ['2024-04-01', '2024-06-30', 1, 2],
    ]);
    expect(value.cohorts[1]?.cells[1]?.active).toBeNull();
    expect(value.cohorts[0]?.cells[1]?.active).toBe(0);
  });

  it('takes the last day of a month as its end', async () => {
    const orders: HandOrder[] = [
      { id: '1', customer: 'a', day: '2024-02-01', gross: 1 },
      { id: '2', customer: 'a', day: '2024-02-29', gross: 1 },
    ];
    const ended = await run(orders, { ...context, asOf: '2024-02-29' });
    expect(ended.value.cohorts[0]?.cells[0]?.active).toBe(1);
    const running = await run(orders, { ...context, asOf: '2024-02-28' });
    expect(running.value.cohorts[0]?.cells[0]?.active).toBeNull();
  });

  it('answers with nothing when nobody has bought, and warns when it is too early', async () => {
    const none = await run([{ id: '1', customer: null, day: '2024-01-05', gross: 5 }]);
    expect(none.value).toEqual({ period: 'month', customers: 0, cohorts: [], mean: [] });
    expect(none.warnings.map(({ code }) => code)).toEqual(['no-customers']);
    const one = await run([{ id: '1', customer: 'a', day: '2024-04-05', gross: 5 }]);
    expect(one.value.customers).toBe(1);
    expect(one.value.mean).toEqual([]);
    expect(one.warnings.map(({ code }) => code)).toEqual(['too-short', 'small-cohorts']);
  });

  it('puts every customer into exactly one cohort, whatever the orders', async () => {
    const handOrders = fc.array(
      fc.record({
        customer: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
        after: fc.integer({ min: 0, max: 500 }),
        gross: fc.constantFrom(0, 10, 25),
      }),
      { minLength: 1, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(handOrders, fc.constantFrom('month', 'quarter'), async (drawn, period) => {
        const orders = drawn.map(({ customer, after, gross }, at) => ({
          id: String(at),
          customer,
          gross,
          refund: gross === 0 ? 5 : 0,
          day: addDays('2023-01-01', after),
        }));
        const buyers = new Set(
          orders
            .filter((order) => order.gross > 0 && order.day <= context.asOf)
            .map((order) => order.customer),
        );
        const { value } = await run(orders, context, { period });
        expect(value.customers).toBe(buyers.size);
        for (const cohort of value.cohorts) {
          for (const { retention } of cohort.cells) expect(retention ?? 0).toBeLessThanOrEqual(1);
          if (cohort.isComplete) expect(cohort.cells[0]?.active).toBe(cohort.customers);
        }
      }),
      { numRuns: 15, seed: 7 },
    );
  });
});
