import { beforeAll, describe, expect, it } from 'vitest';
import { groupMark } from '../../src/analyses/customer-equity/marks.ts';
import type { CustomerEquityResult } from '../../src/analyses/customer-equity/result.ts';
import type { CustomerValue } from '../../src/analyses/customer-value/result.ts';
import { revenueRetention, valueRetention } from '../../src/models/customer-equity/value-retention.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestQuestion } from '../support/engine.ts';
import { loadOrders } from '../support/order-table.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const context = { asOf: '2026-01-01', returns: 'net' } as const;

describe('customer equity of the retail sample', () => {
  let engine: SampleEngine;
  const ask = async (question: TestQuestion = {}): Promise<CustomerEquityResult> =>
    valueOf(await engine.run('customer-equity', { context, ...question })).value as CustomerEquityResult;

  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
  });

  it('is what the page Customer value says, and adds up over any partition', async () => {
    const value = await ask();
    const models = valueOf(await engine.run('customer-value', { context })).value as CustomerValue;
    expect(Number(value.equity) / Number(models.equity)).toBeCloseTo(1, 6);
    for (const groups of [value.cohorts, value.channels, value.segments, value.tenths]) {
      const sum = (key: 'equity' | 'customers' | 'atRisk'): number =>
        groups.reduce((total, group) => total + group[key], 0);
      expect(sum('equity')).toBeCloseTo(Number(value.equity), 3);
      expect(sum('atRisk')).toBeCloseTo(Number(value.atRisk), 3);
      expect(sum('customers')).toBe(value.customers);
    }
    const shares = value.tenths.map(({ share }) => share ?? 0);
    expect(shares).toEqual(shares.toSorted((one, other) => other - one));
    expect(value.total).toBeCloseTo(Number(value.equity) + Number(value.prospectEquity), 6);
  });

  it('makes segments of exactly the customers of a group', async () => {
    const value = await ask();
    for (const split of ['cohorts', 'channels', 'segments'] as const)
      for (const group of value[split].slice(0, 3)) {
        const { predicate } = groupMark(split, group.name);
        expect((await ask({ segment: predicate })).customers, group.name).toBe(group.customers);
      }
  });

  it('weighs retention by value and revenue as the models do', async () => {
    const { years } = await ask();
    const rows = await engine.rows(`select customer_id,
      sum(net) filter (order_date > date '2026-01-01' - 730 and order_date <= date '2026-01-01' - 365)::double as before,
      bool_or(is_purchase) filter (order_date > date '2026-01-01' - 730 and order_date <= date '2026-01-01' - 365) as was,
      sum(net) filter (order_date > date '2026-01-01' - 365)::double as now,
      bool_or(is_purchase) filter (order_date > date '2026-01-01' - 365) as is_kept
      from order_facts where customer_id is not null and order_date <= date '2026-01-01' group by customer_id`);
    const before = rows.filter(({ was }) => was === true);
    const start = before.map((row) => ({
      value: Math.max(0, Number(row['before'])),
      isRetained: row['is_kept'] === true,
    }));
    const expected = valueRetention(start);
    const last = years.at(-1);
    expect(last?.customers).toBe(before.length);
    expect(last?.headCount).toBeCloseTo(Number(expected?.headCount), 9);
    expect(last?.byValue).toBeCloseTo(Number(expected?.byValue), 9);
    const changes = before
      .filter((row) => row['is_kept'] === true)
      .map((row) => Number(row['now']) - Math.max(0, Number(row['before'])));
    const revenue = revenueRetention({
      start: start.reduce((sum, { value }) => sum + value, 0),
      expansion: changes.reduce((sum, change) => sum + Math.max(0, change), 0),
      contraction: changes.reduce((sum, change) => sum + Math.max(0, -change), 0),
      churned: start.reduce((sum, { value, isRetained }) => sum + (isRetained ? 0 : value), 0),
    });
    expect(last?.netRevenue).toBeCloseTo(Number(revenue?.net), 9);
    expect(last?.grossRevenue).toBeCloseTo(Number(revenue?.gross), 9);
  });

  it('finds that the customers whom the half-price campaign bought are worth less than others', async () => {
    const { winning, channels } = await ask();
    const bought = winning.find(({ name }) => name !== 'All');
    const channel = channels.find(({ name }) => name === bought?.name);
    const others = channels.filter(({ name }) => name !== bought?.name && name !== 'Unknown');
    const mean = others.reduce((sum, { equity }) => sum + equity, 0);
    const customers = others.reduce((sum, group) => sum + group.customers, 0);
    expect(channel?.mean).toBeLessThan(mean / customers);
    expect(winning[0]?.cac).toBeCloseTo(25.68, 1);
    expect(bought?.clvToCac).toBeLessThan(1);
    expect(bought?.firstYear).toBeLessThan(0);
    expect(bought?.paybackMonths).toBeNull();
  });

  it('rises with the part of the referred that counts, and falls with the cost of winning', async () => {
    const [none, all] = [
      await ask({ params: { onlyByReferral: 0 } }),
      await ask({ params: { onlyByReferral: 1 } }),
    ];
    expect(none.referralValue).toBe(0);
    expect(all.referralValue).toBeGreaterThan(0);
    expect(all.equity).toBe(none.equity);
    expect(Number(all.atRisk)).toBeGreaterThan(Number(none.atRisk));
    const dear = await ask({ params: { costOfWinning: 500 } });
    expect(Number(dear.prospectEquity)).toBeLessThan(Number(none.prospectEquity));
    expect(dear.winning.find(({ name }) => name === 'All')?.cac).toBe(500);
  });
});

it('says that the more valuable customers stay, or leave, of a handful of customers', async () => {
  const engine = await openTestEngine();
  await loadOrders(engine, [
    { id: '0', customer: 'z', day: '2023-11-01', gross: 10 },
    { id: '1', customer: 'a', day: '2024-02-01', gross: 100 },
    { id: '2', customer: 'b', day: '2024-03-01', gross: 300 },
    { id: '3', customer: 'b', day: '2025-03-01', gross: 200 },
  ]);
  const outcome = valueOf(
    await engine.run('customer-equity', { context: { asOf: '2026-01-01', returns: 'net' } }),
  );
  // Of the 400 that a and b had brought in the year before, 300 came from b, who bought again for 200.
  expect((outcome.value as CustomerEquityResult).years.at(-1)).toMatchObject({
    customers: 2,
    headCount: 0.5,
    byValue: 0.75,
    gap: 0.25,
    isDiverging: true,
    netRevenue: 0.5,
    grossRevenue: 0.5,
  });
});
