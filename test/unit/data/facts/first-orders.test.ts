import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../../src/analyses/analysis.ts';
import { firstOrderColumns } from '../../../../src/data/facts/first-orders.ts';
import { firstOrdersStatements } from '../../../../src/data/facts/derived-tables.ts';
import { openTestEngine } from '../../../support/engine.ts';
import type { TestEngine } from '../../../support/engine.ts';
import { deriveFacts } from '../../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-12-31', currency: 'EUR', seed: 1, returns: 'net' };
const facts = { as_of: { day: context.asOf }, returns_net: true } as const;

describe('first orders', () => {
  let engine: TestEngine;
  const derive = async (rows = 0) => {
    for (const statement of firstOrdersStatements(rows, facts)) await engine.session.exec(statement);
    return engine.rows('select * from first_orders order by customer_id');
  };

  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(
      `insert into products (product_id, category) values ('p', 'Tea'), ('q', 'Cups'), ('r', null)`,
    );
    await engine.exec(`insert into orders
      (order_id, customer_id, ordered_at, gross, discount, net, refund, channel, coupon, status) values
      ('1', 'a', timestamp '2024-01-05 09:00', 60, 10, 50, 0, 'shop', null, null),
      ('2', 'a', timestamp '2024-01-05 18:00', 30, 0, 30, 0, 'app', 'HI', null),
      ('3', 'a', timestamp '2024-03-05 09:00', 500, 0, 500, 0, 'phone', null, null),
      ('4', 'b', timestamp '2024-02-01 09:00', 20, 0, 20, 0, null, null, null),
      ('5', 'c', timestamp '2024-02-01 09:00', 0, 0, -20, 20, 'app', null, null),
      ('6', 'd', timestamp '2025-02-01 09:00', 90, 0, 90, 0, 'app', null, null),
      ('7', 'e', timestamp '2024-01-01 09:00', 70, 0, 70, 0, 'app', null, 'cancelled'),
      ('8', 'e', timestamp '2024-05-01 09:00', 80, 0, 80, 0, 'shop', null, null)`);
    await engine.exec(`insert into lines (line_no, order_id, product_id, quantity, net) values
      (1, '1', 'p', 2, 20), (2, '1', 'q', 1, 30), (3, '2', 'p', 1, 10), (4, '2', 'r', 3, 20),
      (5, '3', 'p', 9, 500), (6, '4', 'r', 1, 20)`);
    await deriveFacts(engine, context);
  });

  it('are the purchases of the first day, with what is known of them', async () => {
    const rows = await derive();
    expect(rows).toEqual([
      // Tea and cups cost 30 each: of equals the first by name.
      {
        customer_id: 'a',
        first_order_value: 80,
        first_order_items: 7,
        first_order_category: 'Cups',
        first_order_channel: 'app',
        first_order_discounted: true,
        first_order_coupon: true,
      },
      {
        customer_id: 'b',
        first_order_value: 20,
        first_order_items: 1,
        first_order_category: null,
        first_order_channel: null,
        first_order_discounted: false,
        first_order_coupon: false,
      },
      {
        customer_id: 'e',
        first_order_value: 80,
        first_order_items: null,
        first_order_category: null,
        first_order_channel: 'shop',
        first_order_discounted: false,
        first_order_coupon: false,
      },
    ]);
    expect(Object.keys(rows[0] ?? {})).toEqual(['customer_id', ...firstOrderColumns.map(({ name }) => name)]);
  });

  it('are the same made part by part', async () => {
    expect(await derive(20_000_000)).toEqual(await derive());
  });

  it('know nothing of discounts and coupons where no order has one', async () => {
    await engine.exec(`update orders set discount = null, coupon = null`);
    await deriveFacts(engine, context);
    expect((await derive())[0]).toMatchObject({ first_order_discounted: null, first_order_coupon: null });
  });
});
