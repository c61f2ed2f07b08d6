import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderFactsSql } from '../../../../src/data/facts/order-facts.ts';
import { openTestEngine } from '../../../support/engine.ts';
import type { TestEngine } from '../../../support/engine.ts';
import { loadOrders } from '../../../support/order-table.ts';

describe('order_facts', () => {
  let engine: TestEngine;
  const facts = () => engine.rows(`select * from (${orderFactsSql}) order by order_id`);

  beforeAll(async () => {
    engine = await openTestEngine();
  });
  beforeEach(() => engine.createCanonicalTables());

  it('is empty without orders and leaves out cancelled ones', async () => {
    expect(await facts()).toEqual([]);
    await loadOrders(engine, [
      { id: '1', customer: 'a', day: '2024-01-05', gross: 1, status: 'cancelled' },
      { id: '2', customer: 'a', day: '2024-01-05', gross: 1, status: 'open' },
      { id: '3', customer: 'a', day: '2024-01-05', gross: 1 },
    ]);
    expect((await facts()).map((row) => row['order_id'])).toEqual(['2', '3']);
  });

  it('splits money into sales, refund and net, and tells a credit note from a purchase', async () => {
    await loadOrders(engine, [
      { id: '1', customer: 'a', day: '2024-02-29', gross: 100, discount: 10, refund: 20, cost: 50 },
      { id: '2', customer: null, day: '2024-03-01', gross: 0, refund: 5 },
    ]);
    const [purchase, credit] = await facts();
    expect(purchase).toMatchObject({
      order_date: '2024-02-29',
      order_month: '2024-02-01',
      sales: 90,
      refund: 20,
      net: 70,
      discount: 10,
      cost: 50,
      margin: 20,
      items: 1,
      is_purchase: true,
    });
    expect(credit).toMatchObject({
      customer_id: null,
      sales: 0,
      refund: 5,
      net: -5,
      cost: null,
      is_purchase: false,
    });
  });

  it('takes sales from net and refund when gross is missing, and an empty customer as anonymous', async () => {
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, refund, net)
      values ('1', '', timestamp '2024-01-05 10:00:00', 5, 45)`);
    expect(await facts()).toMatchObject([
      { customer_id: null, sales: 50, net: 45, discount: 0, items: null },
    ]);
  });

  it('takes unit costs of products where lines have none, and knows no cost unless all lines have one', async () => {
    await loadOrders(engine, [
      { id: '1', customer: 'a', day: '2024-01-05', gross: 100 },
      { id: '2', customer: 'a', day: '2024-01-05', gross: 100 },
    ]);
    await engine.exec("insert into products (product_id, unit_cost) values ('p', 12.5), ('q', null)");
    await engine.exec(`insert into lines (order_id, line_no, product_id, quantity, net, cost) values
      ('1', 1, 'p', 4, 60, null), ('1', 2, 'q', 1, 40, 10), ('1', 3, 'q', 1, 0, null),
      ('2', 1, 'p', 4, 60, null), ('2', 2, 'q', 1, 40, null)`);
    expect(await facts()).toMatchObject([
      { cost: 60, margin: 40, items: 6 },
      { cost: null, margin: null, items: 5 },
    ]);
  });
});
