import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { customerProfit } from '../../src/analyses/customer-profit/definition.ts';
import type { CustomerProfit } from '../../src/analyses/customer-profit/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';
import { expectedValues, hasSharedData, loadSuperstore } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

const free = { paymentFee: 0, useCosts: false, costAMinute: 0 };

describe('the service department of Kaplan & Anderson (2004)', () => {
  it('costs 0.80 a minute, charges 462,880 of 560,000 and leaves 17 % unallocated', async () => {
    const engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, net)
      select 'o' || range, 'c' || range % 100, timestamp '2024-02-01', 10 from range(49000)`);
    await engine.exec(`insert into tickets (ticket_id, customer_id, opened_at)
      select 't' || range, 'c' || range % 100, timestamp '2024-02-02' from range(1400)`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind)
      select 'i' || range, 'c' || range % 100, timestamp '2024-02-03', 'call' from range(2500)`);
    await engine.exec(`insert into costs (pool, driver, period, amount, capacity_minutes)
      values ('Service department', 'minutes', date '2024-02-01', 560000, 700000)`);
    const context: RunContext = { asOf: '2024-04-01', currency: 'USD', seed: 1, returns: 'net' };
    await deriveFacts(engine, context);
    const { value } = await runAnalysis(engine, customerProfit, context, {
      paymentFee: 0,
      minutesTicket: 44,
      minutesCall: 50,
      // Eight minutes an order; the example has no deliveries, so half a minute of each is the delivery.
      minutesOrder: 7.5,
      minutesDelivery: 0.5,
    });
    const each = Object.fromEntries(value.activities.map(({ activity, costEach }) => [activity, costEach]));
    expect(each['tickets']).toBeCloseTo(35.2, 9);
    expect(each['calls']).toBeCloseTo(40, 9);
    expect((each['orders'] ?? 0) + (each['deliveries'] ?? 0)).toBeCloseTo(6.4, 9);
    expect(value.serve).toBeCloseTo(462_880, 4);
    expect(value.capacity).toMatchObject({ supplied: 560_000, others: 0, nobody: 0 });
    expect(value.capacity.unused).toBeCloseTo(97_120, 4);
    expect(value.capacity.unallocatedShare).toBeCloseTo(0.1734, 4);
    expect(value.activities.find(({ activity }) => activity === 'shared')?.unused).toBeCloseTo(97_120, 4);
  });
});

describe('what was planted in the retailer', () => {
  let value: CustomerProfit;
  let engine: SampleEngine;
  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
    value = valueOf(await engine.run('customer-profit')).value as CustomerProfit;
  });

  it('finds the unprofitable tail: discounts, tickets, clearance coupons', () => {
    expect(value.unprofitable / value.customers).toBeCloseTo(0.171, 3);
    expect(value.before.peakShare).toBeCloseTo(1.298, 3);
    const discounts = value.tail.find(({ trait, value: of }) => trait === 'discounts' && of === 'most');
    expect(discounts?.tailShare).toBeGreaterThan(2.5 * (discounts?.baseShare ?? 1));
    const tickets = value.tail.find(({ trait }) => trait === 'tickets');
    expect(tickets).toMatchObject({ value: 'three' });
    expect(tickets?.rate).toBeGreaterThan(0.8);
    expect(tickets?.loss).toBeLessThan(0.85 * value.loss);
    const clearance = value.tail.filter(({ value: of }) => of.startsWith('CLEARANCE'));
    expect(clearance).toHaveLength(3);
    for (const { rate } of clearance) expect(rate).toBeGreaterThan(0.98);
  });

  it('names the promotion-bought cohort once, by its campaign', () => {
    const bought = value.tail.filter(({ customers }) => customers === 1_480);
    expect(bought.map(({ trait, value: of }) => [trait, of])).toEqual([['acq_campaign', 'C-2410-HALF']]);
    expect(bought[0]?.rate).toBeGreaterThan(0.9);
    expect(bought[0]?.baseShare).toBeCloseTo(0.078, 3);
  });

  it('works out minutes near those that the pools were made with', () => {
    const minutes = Object.fromEntries(
      value.activities.map(({ activity, minutesEach }) => [activity, minutesEach ?? NaN]),
    );
    const made = { orders: 5, lines: 2, deliveries: 9, returns: 14, tickets: 24 };
    for (const [activity, each] of Object.entries(made)) {
      expect((minutes[activity] ?? NaN) / each).toBeGreaterThan(0.94);
      expect((minutes[activity] ?? NaN) / each).toBeLessThan(1.06);
    }
  });

  it('charges, for everyone, what was supplied: customers, unknown buyers and idle capacity', () => {
    const { supplied, focus, others, nobody, unused } = value.capacity;
    expect(focus + others + nobody + (unused ?? NaN)).toBeCloseTo(supplied ?? NaN, 4);
    expect(value.serve).toBeCloseTo(focus, 0);
    expect(value.traced.revenue).toBeCloseTo(0.944, 3);
  });
});

describe('what was planted in the supplier', () => {
  it('five large accounts cost more than they bring, most of all losses', async () => {
    const engine = await openSampleEngine('supplier');
    const value = valueOf(await engine.run('customer-profit')).value as CustomerProfit;
    const last = value.deciles.at(-1);
    const before = value.deciles.at(-2);
    expect((last?.revenue ?? 0) / (last?.customers ?? 1)).toBeGreaterThan(
      20 * ((before?.revenue ?? 0) / (before?.customers ?? 1)),
    );
    expect(last?.lowest).toBeLessThan(-40_000);
    expect((last?.serve ?? 0) / value.serve).toBeGreaterThan(0.4);
  });
});

describe.skipIf(!hasSharedData)(
  'without cost to serve it is the profit of Superstore (../shared is needed)',
  () => {
    it('agrees in total and in the number of losses', async () => {
      const engine = await openTestEngine();
      await loadSuperstore(engine);
      const context: RunContext = { asOf: '2018-01-01', currency: 'USD', seed: 1, returns: 'net' };
      await deriveFacts(engine, context);
      const expected = expectedValues<{ profit: number; customers: number }>('superstore_totals');
      const { value, warnings } = await runAnalysis(engine, customerProfit, context, free);
      expect(value.customers).toBe(expected.customers);
      expect(value.profit).toBeCloseTo(expected.profit, 2);
      const [row] = await engine.rows(`select count(*) filter (profit < 0)::INTEGER as losses
      from (select sum(profit) as profit from superstore group by customer)`);
      expect(value.unprofitable).toBe(Number(row?.['losses']));
      expect(warnings.map(({ code }) => code)).toEqual(['serve-assumed']);
    });
  },
);
