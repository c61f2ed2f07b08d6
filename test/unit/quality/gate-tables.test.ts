import { beforeAll, describe, expect, it } from 'vitest';
import { analyses } from '../../../src/analyses/registry.ts';
import { treatmentSchema } from '../../../src/data/quality/treatment.ts';
import {
  customerRow as customer,
  lineRow,
  openQualityBench,
  orderRow,
  shortly as short,
  type QualityBench,
} from '../../support/quality.ts';
import * as v from 'valibot';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
});

describe('lines and products', () => {
  const rows = [
    `insert into products (product_id, name, list_price, unit_cost) values
       ('p', 'Mug', 10, 4), ('q', 'mug ', 10, 12), ('POST', 'Postage', null, null)`,
    orderRow('1', 'a', '2024-01-01 10:00:00', 25),
    orderRow('2', null, '2024-01-02 10:00:00', 10),
    lineRow('1', 'p', 2, 20),
    lineRow('1', 'p', 2, 20),
    lineRow('1', 'POST', 1, 5),
    lineRow('9', 'p', 1, 10),
    lineRow('2', 'unlisted', 1, 10, { unit_price: '-1' }),
    lineRow('2', 'p', -3, 0),
    lineRow('2', 'p', 1, 0, { cost: '3' }),
  ];

  it.each([
    ['lines/orphans', { count: 1, of: 7, revenue: 10, customers: null }],
    ['lines/charges', { count: 1, of: 7, revenue: 5, customers: 1 }],
    ['lines/repeated', { count: 1, of: 7, revenue: 20, customers: 1 }],
    ['lines/unknown-products', { count: 1, of: 7, revenue: 10, customers: null }],
    ['lines/uncredited', { count: 1, of: 1, revenue: 0, customers: null }],
    ['lines/negative-prices', { count: 1, of: 1, revenue: 10, customers: null }],
    ['lines/free', { count: 1, of: 6, revenue: 0, customers: null }],
    ['lines/empty/cost', { count: 6, of: 7, revenue: 65, customers: null }],
    ['products/sold-at-loss', { count: 1, of: 2, revenue: 0, customers: null }],
    ['products/shared-names', { count: 2, of: 3, revenue: 50, customers: null }],
  ])('%s', async (id, expected) => {
    if (id === 'lines/orphans') await bench.fill(rows);
    expect(short(await bench.finding(id))).toEqual(expected);
  });
});

describe('customers and what they do', () => {
  const rows = [
    customer('a', { email: "'Ann@x.co'", first_seen: "date '2024-02-01'", country: "'GB'" }),
    customer('b', { email: "' ann@x.co'", first_seen: "date '1900-01-01'" }),
    customer('c', { email: "'not an address'" }),
    customer('c'),
    orderRow('1', 'a', '2024-01-01 10:00:00', 30),
    orderRow('2', 'b', '2024-01-01 10:00:00', 10),
    `insert into tickets (ticket_id, customer_id, opened_at, solved_at, csat) values
       ('t1', 'a', timestamp '2024-01-02', timestamp '2024-01-01', 4), ('t2', 'z', timestamp '2024-01-02', null, 9)`,
    `insert into surveys (customer_id, instrument, score) values ('a', 'nps', 11), ('a', 'csat', 11), (null, 'nps', 3)`,
    `insert into campaigns (campaign_id, starts_on, ends_on) values ('c', date '2024-02-01', date '2024-01-01')`,
    `insert into costs (pool, period, amount) values ('x', null, -3), ('x', null, 3)`,
  ];

  it.each([
    ['customers/shared-emails', { count: 2, of: 3, revenue: 40, customers: 2 }],
    ['customers/bad-emails', { count: 1, of: 3, revenue: 0, customers: 1 }],
    ['customers/bought-before-known', { count: 1, of: 2, revenue: 30, customers: 1 }],
    ['customers/impossible-days', { count: 1, of: 2, revenue: 10, customers: 1 }],
    ['customers/keys', { count: 1, of: 4, revenue: null, customers: null }],
    ['customers/empty/country', { count: 3, of: 4, revenue: 10, customers: 3 }],
    ['tickets/strangers', { count: 1, of: 2, revenue: null, customers: 1 }],
    ['tickets/order-solved_at', { count: 1, of: 1, revenue: null, customers: 1 }],
    ['tickets/range-csat', { count: 1, of: 2, revenue: null, customers: 1 }],
    ['surveys/range-score', { count: 1, of: 2, revenue: null, customers: 1 }],
    ['campaigns/order-ends_on', { count: 1, of: 1, revenue: null, customers: null }],
    ['costs/negative-amount', { count: 1, of: 2, revenue: null, customers: null }],
    ['costs/keys', { count: 1, of: 2, revenue: null, customers: null }],
  ])('%s', async (id, expected) => {
    if (id === 'customers/shared-emails') await bench.fill(rows);
    expect(short(await bench.finding(id))).toEqual(expected);
  });

  it('come with valid treatments, known analyses and the largest effect first', async () => {
    const { findings } = await bench.report();
    const revenues = findings.map(({ effect }) => Math.abs(effect.revenue ?? 0));
    expect(revenues).toEqual([...revenues].sort((one, other) => other - one));
    const ids = new Set<string>(analyses.map(({ id }) => id));
    for (const { effect, treatments } of findings) {
      expect(effect.analyses.filter((id) => !ids.has(id))).toEqual([]);
      for (const treatment of treatments) expect(v.is(treatmentSchema, treatment)).toBe(true);
    }
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
  });
});

describe('the traceability meter', () => {
  it('ties revenue and each cost to known customers', async () => {
    await bench.fill([
      orderRow('1', 'a', '2024-01-01 10:00:00', 60),
      orderRow('2', 'b', '2024-01-01 10:00:00', 20),
      orderRow('3', null, '2024-01-01 10:00:00', 20),
      lineRow('1', 'p', 1, 60, { cost: '30' }),
      lineRow('3', 'p', 1, 20, { cost: '10' }),
      `insert into costs (pool, driver, amount) values ('Handling', 'orders', 30), ('Desk', 'tickets', 40), ('Rent', 'square metres', 20)`,
      `insert into customers (customer_id, acq_campaign) values ('a', 'spring')`,
      `insert into campaigns (campaign_id, cost) values ('spring', 8), ('autumn', 2)`,
    ]);
    const { traceability } = await bench.report();
    expect(traceability.revenue).toEqual({ total: 100, traced: 80, share: 0.8 });
    expect(traceability.revenueWithCost).toBe(0.8);
    expect(traceability.costs.map(({ label, total, traced }) => [label, total, traced])).toEqual([
      ['Cost of goods', 40, 30],
      ['Desk', 40, 0],
      ['Handling', 30, 20],
      ['Rent', 20, 0],
      ['Campaigns', 10, 8],
    ]);
    expect(traceability.cost).toEqual({ total: 140, traced: 58, share: 58 / 140 });
  });
});
