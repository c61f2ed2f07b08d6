import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Treatment } from '../../../src/data/quality/treatment.ts';
import {
  freshFacts,
  lineRow,
  openQualityBench,
  orderRow,
  untidyShop,
  type QualityBench,
} from '../../support/quality.ts';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
});

beforeEach(async () => {
  await bench.fill(untidyShop);
});

const orderIds = async (): Promise<string> =>
  String(
    (await bench.rows(`select string_agg(order_id, ' ' order by order_id) as ids from orders`))[0]?.['ids'],
  );
const one = async (sql: string) => (await bench.rows(sql))[0];

describe('a treatment', () => {
  it.each<[Treatment, string, { concerned: number; ordersRemoved: number; revenueChange: number }]>([
    [
      { kind: 'exclude-test-orders' },
      '1 2 4 5 6 7 8 9',
      { concerned: 1, ordersRemoved: 1, revenueChange: -30 },
    ],
    [
      { kind: 'exclude-zero-value-orders' },
      '1 2 3 4 5 7 8 9',
      { concerned: 1, ordersRemoved: 1, revenueChange: 0 },
    ],
    [
      { kind: 'drop-duplicate-orders' },
      '1 2 3 4 5 6 7 9',
      { concerned: 1, ordersRemoved: 1, revenueChange: -25 },
    ],
    [
      { kind: 'set-impossible-dates-aside', after: '2024-12-31' },
      '1 2 3 4 5 6 8 9',
      { concerned: 1, ordersRemoved: 1, revenueChange: -70 },
    ],
    [
      { kind: 'exclude-non-product-lines' },
      '1 2 3 4 5 6 7 8',
      { concerned: 3, ordersRemoved: 1, revenueChange: -15 },
    ],
    [
      { kind: 'dissolve-stand-ins' },
      '1 2 3 4 5 6 7 8 9',
      { concerned: 1, ordersRemoved: 0, revenueChange: 0 },
    ],
    [{ kind: 'identify-guests' }, '1 2 3 4 5 6 7 8 9', { concerned: 1, ordersRemoved: 0, revenueChange: 0 }],
    [
      { kind: 'convert-currencies', into: 'EUR', rates: { USD: 0.5 } },
      '1 2 3 4 5 6 7 8 9',
      { concerned: 1, ordersRemoved: 0, revenueChange: -5 },
    ],
  ])('%o', async (treatment, ids, effect) => {
    const [applied] = await bench.treat(treatment);
    expect(applied).toMatchObject({ treatment, ...effect });
    expect(await orderIds()).toBe(ids);
    const facts = await bench.rows('select * from order_facts order by order_id');
    expect(facts).toEqual(await bench.rows(freshFacts));
  });

  it('keeps the tables as loaded, and taken away brings them back', async () => {
    const before = await bench.rows('from lines order by all');
    await bench.treat({ kind: 'exclude-test-orders' }, { kind: 'exclude-non-product-lines' });
    expect(await bench.raw()).toEqual(['customers', 'lines', 'orders']);
    expect(await bench.rows('from raw_lines order by all')).toEqual(before);
    await bench.treat();
    expect(await bench.raw()).toEqual([]);
    expect(await bench.rows('from lines order by all')).toEqual(before);
    expect(await orderIds()).toBe('1 2 3 4 5 6 7 8 9');
    expect(
      await bench.rows("select count(*) as n from duckdb_tables() where starts_with(table_name, 'treat')"),
    ).toEqual([{ n: 0 }]);
  });

  it('gives the same whatever was treated before and in whichever order they were chosen', async () => {
    const list: readonly Treatment[] = [
      { kind: 'limit-outliers', how: 'cap', deviations: 5 },
      { kind: 'exclude-non-product-lines' },
      { kind: 'convert-currencies', into: 'EUR', rates: { USD: 2 } },
      { kind: 'merge-customers', from: ['b'], into: 'a' },
      { kind: 'drop-duplicate-orders' },
    ];
    const state = async () => [
      await bench.rows('from orders order by all'),
      await bench.rows('from lines order by all'),
      await bench.rows('from customers order by all'),
      await bench.rows('from order_facts order by all'),
    ];
    await bench.treat(...list);
    const first = await state();
    await bench.treat({ kind: 'exclude-test-orders' });
    const applied = await bench.treat(...list.toReversed());
    expect(await state()).toEqual(first);
    expect(applied.map(({ treatment }) => treatment)).toEqual(list.toReversed());
  });

  it('that is cancelled or impossible leaves everything as it was', async () => {
    await bench.treat({ kind: 'drop-duplicate-orders' });
    let asked = 0;
    const cancelled = await bench.tryTreat([{ kind: 'exclude-test-orders' }], () => ++asked > 6);
    expect(cancelled).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(await orderIds()).toBe('1 2 3 4 5 6 7 9');
    expect(await bench.raw()).toEqual(['customers', 'lines', 'orders']);
    expect((await one('select count(*)::double as n from order_facts'))?.['n']).toBe(8);
  });

  it('on no data does nothing', async () => {
    await bench.fill([]);
    const applied = await bench.treat(
      { kind: 'exclude-test-orders' },
      { kind: 'merge-customers', from: ['x'], into: 'y' },
    );
    expect(applied.map(({ concerned }) => concerned)).toEqual([0, 0]);
  });
});

describe('lines that sell no product', () => {
  it('reduce the order that is the sum of its lines, and leave others and orphans alone', async () => {
    await bench.treat({ kind: 'exclude-non-product-lines' });
    expect(
      await one(`select gross::double as gross, net::double as net from orders where order_id = '1'`),
    ).toEqual({ gross: 20, net: 20 });
    expect(await one('select count(*)::double as n, sum(net)::double as net from lines')).toEqual({
      n: 5,
      net: 83,
    });
  });

  it('do not touch an order whose value never held them', async () => {
    await bench.fill([
      `insert into products (product_id, name) values ('p', 'Mug'), ('s', 'Shipping')`,
      orderRow('1', 'a', '2024-01-01 10:00:00', 20),
      lineRow('1', 'p', 1, 20),
      lineRow('1', 's', 1, 5),
      orderRow('2', 'a', '2024-01-02 10:00:00', 0, { refund: '25' }),
      lineRow('2', 'p', -1, -20),
      lineRow('2', 's', -1, -5),
    ]);
    const [applied] = await bench.treat({ kind: 'exclude-non-product-lines' });
    expect(applied?.revenueChange).toBe(5);
    expect(
      await bench.rows(
        'select order_id, net::double as net, refund::double as refund from orders order by 1',
      ),
    ).toEqual([
      { order_id: '1', net: 20, refund: null },
      { order_id: '2', net: -20, refund: 20 },
    ]);
  });
});

describe('guests and stand-ins', () => {
  it('become customers by their names, or nobody', async () => {
    await bench.treat({ kind: 'identify-guests' }, { kind: 'dissolve-stand-ins' });
    const buyers = await bench.rows(
      `select order_id, customer_id from orders where order_id in ('4', '5', '9') order by 1`,
    );
    expect(buyers.map((row) => row['customer_id'])).toEqual([null, 'guest: cy dee', null]);
    expect(
      await bench.rows(
        `select customer_id, name, first_seen from customers where customer_id in ('0', 'guest: cy dee')`,
      ),
    ).toEqual([{ customer_id: 'guest: cy dee', name: 'Cy  Dee', first_seen: '2024-01-05' }]);
  });
});
