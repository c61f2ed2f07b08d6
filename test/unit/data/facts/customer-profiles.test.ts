import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../../src/analyses/analysis.ts';
import type { Row } from '../../../../src/data/row.ts';
import { openTestEngine } from '../../../support/engine.ts';
import type { TestEngine } from '../../../support/engine.ts';
import { loadOrders } from '../../../support/order-table.ts';
import { deriveFacts } from '../../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
let engine: TestEngine;

const load = async (): Promise<void> => {
  await loadOrders(engine, [
    { id: '1', customer: 'a', day: '2023-01-10', gross: 100, discount: 10, cost: 40 },
    { id: '2', customer: 'a', day: '2024-06-01', gross: 50, refund: 20, cost: 10 },
    { id: '3', customer: 'a', day: '2024-06-01', gross: 30, cost: 10 },
    { id: '4', customer: 'a', day: '2024-06-21', gross: 0, refund: 5 },
    { id: '5', customer: 'b', day: '2024-06-30', gross: 10 },
    { id: '6', customer: 'b', day: '2024-07-02', gross: 10 },
    { id: '7', customer: 'later', day: '2024-07-02', gross: 10 },
    { id: '8', customer: 'dropped', day: '2024-06-02', gross: 10, status: 'cancelled' },
    { id: '9', customer: null, day: '2024-06-02', gross: 10 },
    { id: '10', customer: 'credit', day: '2024-06-02', gross: 0, refund: 4 },
  ]);
  await engine.exec("insert into customers (customer_id, country) values ('a', 'DE'), ('n', 'FR')");
};

const profile = async (id: string): Promise<Row> =>
  (await engine.rows(`select * from customer_profiles where customer_id = '${id}'`))[0] ?? {};

beforeAll(async () => {
  engine = await openTestEngine();
});

describe('customer profiles', () => {
  it('know everyone on record or with an identified order that counts by the day', async () => {
    await load();
    await deriveFacts(engine, context);
    const rows = await engine.rows('select customer_id from customer_profiles order by 1');
    expect(rows.map((row) => row['customer_id'])).toEqual(['a', 'b', 'credit', 'n']);
  });

  it('and facts of orders are the same part by part', async () => {
    await load();
    await engine.exec(
      "insert into lines (order_id, line_no, product_id, quantity, net) values ('1', 2, 'p', 1, 9)",
    );
    const both = (): Promise<readonly (readonly Row[])[]> =>
      Promise.all([
        engine.rows('select * from order_facts order by order_id'),
        engine.rows('select * from customer_profiles order by customer_id'),
      ]);
    await deriveFacts(engine, context);
    const whole = await both();
    await deriveFacts(engine, context, [], 100_000_000);
    expect(await both()).toEqual(whole);
  });

  it('sum up a customer’s purchases; orders of one day are one purchase day', async () => {
    await load();
    await deriveFacts(engine, context);
    expect(await profile('a')).toMatchObject({
      country: 'DE',
      first_order: '2023-01-10',
      last_order: '2024-06-01',
      recency_days: 30,
      tenure_days: 538,
      orders: 3,
      purchase_days: 2,
      frequency: 1,
      monetary: 55,
      revenue: 145,
      margin: 85,
      average_order_value: 145 / 3,
      median_gap_days: 508,
      last_gap_days: 508,
      discount_share: 1 / 3,
      items: 3,
    });
  });

  it('take sales when returns are ignored; margin stays after refunds', async () => {
    await load();
    await deriveFacts(engine, { ...context, returns: 'ignore' });
    expect(await profile('a')).toMatchObject({ revenue: 170, monetary: 80, margin: 85 });
  });

  it('leave unknown what is unknown', async () => {
    await load();
    await deriveFacts(engine, context);
    expect(await profile('b')).toMatchObject({
      margin: null,
      median_gap_days: null,
      tickets: null,
      referrals_made: null,
    });
    expect(await profile('n')).toMatchObject({
      orders: 0,
      revenue: 0,
      recency_days: null,
      average_order_value: null,
      discount_share: null,
      r: null,
      rfm_segment: null,
      ladder_stage: 'Suspect',
    });
    expect(await profile('credit')).toMatchObject({
      orders: 0,
      revenue: -4,
      contacts: 1,
      ladder_stage: 'Prospect',
    });
  });

  it('count service, opinions and referrals up to the day, on one scale', async () => {
    await load();
    await engine.exec(`insert into tickets (ticket_id, customer_id, opened_at, solved_at, is_complaint) values
      ('1', 'a', timestamp '2024-06-01 00:00:00', timestamp '2024-06-02 00:00:00', true),
      ('2', 'a', timestamp '2024-06-30 00:00:00', timestamp '2024-07-05 00:00:00', false),
      ('3', 'a', timestamp '2024-07-02 00:00:00', null, true)`);
    await engine.exec(`insert into surveys (customer_id, answered_at, instrument, score) values
      ('a', timestamp '2024-06-01 00:00:00', 'NPS', 5), ('a', null, 'review', 5), ('a', timestamp '2024-08-01 00:00:00', 'review', 1),
      (null, null, 'review', 1)`);
    await engine.exec("insert into referrals (from_customer_id, to_customer_id) values ('a', 'b')");
    await deriveFacts(engine, context);
    expect(await profile('a')).toMatchObject({
      tickets: 2,
      open_tickets: 1,
      complaints: 1,
      survey_score: 4,
      review_score: 5,
      referrals_made: 1,
      contacts: 5,
    });
    expect(await profile('b')).toMatchObject({
      tickets: 0,
      open_tickets: 0,
      referrals_made: 0,
      survey_score: null,
    });
  });

  it('count different products and categories that were bought, not those returned', async () => {
    await load();
    await engine.exec('delete from lines');
    await engine.exec(`insert into lines (order_id, product_id, quantity, net) values
      ('1', 'x', 1, 1), ('2', 'x', 1, 1), ('2', 'y', 2, 1), ('3', 'z', -1, 1)`);
    await engine.exec("insert into products (product_id, category) values ('x', 'tea'), ('y', 'tea')");
    await deriveFacts(engine, context);
    expect(await profile('a')).toMatchObject({ products: 2, categories: 1 });
    expect(await profile('b')).toMatchObject({ products: 0, categories: 0 });
  });

  it('are none without data', async () => {
    await engine.createCanonicalTables();
    await deriveFacts(engine, context);
    expect(await engine.rows('select * from customer_profiles')).toEqual([]);
  });
});
