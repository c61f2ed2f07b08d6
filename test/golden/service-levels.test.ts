import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ServiceLevels } from '../../src/analyses/service-levels/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { fileFrom, inspectAll } from '../support/importing.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;

const ask = async (engine: SampleEngine, question?: TestQuestion): Promise<ServiceLevels> =>
  valueOf(await engine.run('service-levels', question)).value as ServiceLevels;
const shareOf = (value: ServiceLevels, key: string) => {
  const found = value.shares.find((share) => share.key === key);
  if (!found) throw new Error(`No share ${key}`);
  return found;
};

describe.skipIf(!existsSync(`${shared}data`))('Olist (skipped: ../shared is not here)', () => {
  it('gives the published late share and days to deliver, and claims nothing that its files don’t tell', async () => {
    const { values } = JSON.parse(readFileSync(`${shared}expected/olist_sample.json`, 'utf8')) as {
      values: { orders: number; null_delivered: number; late_share: number; mean_delivery_days: number };
    };
    const files = ['customers', 'orders', 'order_items', 'order_payments'].map((name) =>
      fileFrom(`${shared}data/olist/sample/olist_${name}_dataset.csv`),
    );
    const engine = await openTestEngine();
    valueOf(await engine.load(await inspectAll(...files), files));
    // By a day on which the last deliveries had come, as the published figures are counted.
    const value = await ask(engine, { params: { windowDays: 3_650 }, context: { asOf: '2018-12-31' } });
    const onTime = shareOf(value, 'onTime');
    expect(onTime.known).toBe(values.orders - values.null_delivered);
    expect(1 - (onTime.value ?? NaN)).toBeCloseTo(values.late_share, 9);
    expect(value.times.find(({ key }) => key === 'meanDays')?.value).toBeCloseTo(
      values.mean_delivery_days,
      4,
    );
    expect(value.payments[0]?.method).toBe('credit_card');
    for (const key of ['inFull', 'noError', 'rightPrice', 'firstContact', 'responded'])
      expect(shareOf(value, key).value, key).toBeNull();
    expect(shareOf(value, 'perfect')).toMatchObject({ known: onTime.known, kept: onTime.kept });
  }, 120_000);
});

describe('what the retailer’s customers get', () => {
  let engine: SampleEngine;
  let value: ServiceLevels;
  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
    value = await ask(engine);
  });

  it('finds the planted complaints that take longer than 10 days', () => {
    expect(value.recoverWithin).toBe(10);
    const [quick, slow] = [value.recovery.at(-2), value.recovery.at(-1)];
    expect((quick?.low ?? 0) - (slow?.high ?? 1)).toBeGreaterThan(0.2);
  });

  it('counts on time as a plain count of the tables does', async () => {
    const [row] = await engine.rows(`select count(*)::integer as known,
        count(*) filter (delivered_at <= promised_at)::integer as kept
      from orders
      where status <> 'cancelled' and gross > discount and promised_at is not null
        and delivered_at < timestamp '2026-01-02' and ordered_at >= timestamp '2025-01-02'`);
    const onTime = shareOf(await ask(engine, { context: { asOf: '2026-01-01' } }), 'onTime');
    expect([onTime.known, onTime.kept]).toEqual([row?.['known'], row?.['kept']]);
  });

  it('sets a segment beside everyone else, who add up to all but the orders of nobody', async () => {
    const part = await ask(engine, {
      segment: { kind: 'compare', field: 'orders', operator: 'at-least', value: 3 },
    });
    const onTime = shareOf(part, 'onTime');
    expect(onTime.known + (onTime.others?.known ?? 0)).toBeLessThanOrEqual(shareOf(value, 'onTime').known);
    expect(onTime.difference).toBeCloseTo((onTime.value ?? NaN) - (onTime.others?.value ?? NaN), 12);
  });
});

describe('what the supplier’s customers get', () => {
  it('doubts a list of prices that nearly half of the orders exceed', async () => {
    const { value, warnings } = valueOf(await (await openSampleEngine('supplier')).run('service-levels'));
    expect(shareOf(value as ServiceLevels, 'rightPrice').value).toBeLessThan(0.8);
    expect(warnings.map(({ code }) => code)).toContain('old-prices');
  });
});

describe('seven orders, by hand', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net, refund, promised_at,
        delivered_at, payment_method) values
      ('1', 'a', timestamp '2025-01-01 10:00', 100, 100, 0, timestamp '2025-01-05', timestamp '2025-01-04', 'card'),
      ('2', 'a', timestamp '2025-02-01 10:00', 100, 100, 0, timestamp '2025-02-05', timestamp '2025-02-07', 'card'),
      ('3', 'b', timestamp '2025-01-10 10:00', 100, 60, 40, timestamp '2025-01-15', timestamp '2025-01-14', 'cash'),
      ('4', 'c', timestamp '2025-01-10 10:00', 100, 100, 0, timestamp '2025-01-15', timestamp '2025-01-14', 'cash'),
      ('5', 'd', timestamp '2025-01-10 10:00', 100, 100, 0, timestamp '2025-01-15', timestamp '2025-01-14', 'card'),
      ('6', 'e', timestamp '2025-01-20 10:00', 100, 100, 0, timestamp '2025-01-22', null, 'card'),
      ('7', 'd', timestamp '2025-01-30 10:00', -20, -20, 0, null, null, null)`);
    await engine.exec(`insert into lines (order_id, line_no, product_id, quantity, unit_price, net) values
      ('1', 1, 'p', 2, 50, 100), ('2', 1, 'p', 2, 50, 100), ('3', 1, 'p', 2, 50, 100), ('4', 1, 'p', 1, 100, 100),
      ('5', 1, 'q', 1, 100, 100)`);
    await engine.exec(`insert into products (product_id, list_price) values ('p', 50), ('q', null)`);
    await engine.exec(`insert into tickets (ticket_id, customer_id, opened_at, first_reply_at, solved_at, reopened,
        is_complaint, csat) values
      ('t1', 'c', timestamp '2025-01-20 08:00', timestamp '2025-01-20 10:00', timestamp '2025-01-21 08:00', 0, true, 5),
      ('t2', 'c', timestamp '2025-04-20 08:00', timestamp '2025-04-20 12:00', timestamp '2025-04-23 08:00', 1, false, 2)`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind, direction) values
      ('m1', 'a', timestamp '2025-01-25', 'e-mail', 'out'), ('m2', 'b', timestamp '2025-01-25', 'e-mail', 'out'),
      ('m3', 'b', timestamp '2025-01-28', 'e-mail', 'out'), ('u1', 'b', timestamp '2025-01-29', 'unsubscribe', 'in')`);
  });
  const context = { asOf: '2025-06-30' } as const;

  it('judges each order by each promise', async () => {
    const value = await ask(engine, { context, params: { minimumCustomers: 5 } });
    const counts = (key: string) => [shareOf(value, key).kept, shareOf(value, key).known];
    expect(value.orders).toBe(6);
    expect(value.overdue).toBe(1);
    expect(counts('onTime')).toEqual([4, 5]);
    // 3 was refunded, the credit note 7 belongs to 5.
    expect(counts('inFull')).toEqual([4, 6]);
    // The complaint ten days after 4; the ticket in April is no complaint.
    expect(counts('noError')).toEqual([5, 6]);
    // 4 is twice the list price; 5 has none, 6 has no lines.
    expect(counts('rightPrice')).toEqual([3, 4]);
    // 1 alone keeps all; 2 is late, 3 refunded, 4 complained of, 5 credited; 6 was never delivered.
    expect(counts('perfect')).toEqual([1, 5]);
    expect(counts('firstContact')).toEqual([1, 2]);
    expect(counts('ticketsSatisfied')).toEqual([1, 2]);
    expect(value.times.map(({ value: time }) => time)).toEqual([
      expect.closeTo(86 / 24, 9),
      expect.any(Number),
      expect.any(Number),
      3,
      expect.closeTo(3.8, 9),
      2,
    ]);
  });

  it('counts an undelivered order as late only where that is asked for, and forgives what is forgiven', async () => {
    const strict = await ask(engine, { context, params: { overdueIsLate: true } });
    expect([shareOf(strict, 'onTime').kept, shareOf(strict, 'onTime').known]).toEqual([4, 6]);
    const mild = await ask(engine, { context, params: { graceDays: 2 } });
    expect([shareOf(mild, 'onTime').kept, shareOf(mild, 'onTime').known]).toEqual([5, 5]);
  });

  it('follows the first order of each customer, from its delivery', async () => {
    const value = await ask(engine, { context, params: { followUpDays: 60 } });
    // a bought again 28 days after the delivery; b, c, d didn't.
    expect(value.failures.find(({ promise }) => promise === 'onTime')).toMatchObject({
      keptCustomers: 4,
      brokenCustomers: 0,
      keptAgain: 0.25,
      cost: null,
    });
    expect(value.payments.map(({ method, orders, followed }) => [method, orders, followed])).toEqual([
      ['card', 4, 3],
      ['cash', 2, 2],
    ]);
  });

  it('counts messages, answers and those who unsubscribed, which is no answer', async () => {
    const value = await ask(engine, { context });
    expect(value.messagesPerWeek).toBeCloseTo((300 * 7) / 365 / 5, 12);
    expect(value.pressure).toMatchObject([
      { from: 1, customers: 1, messages: 1, response: 1, unsubscribed: 0 },
      { from: 2, customers: 1, messages: 2, response: 0, unsubscribed: 1 },
    ]);
  });
});
