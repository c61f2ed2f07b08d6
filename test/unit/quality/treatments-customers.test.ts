import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lineRow, openQualityBench, orderRow, untidyShop, type QualityBench } from '../../support/quality.ts';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
});

beforeEach(async () => {
  await bench.fill(untidyShop);
});

const one = async (sql: string) => (await bench.rows(sql))[0];

describe('other currencies', () => {
  it('become one, lines and costs with them; those without a rate stay', async () => {
    await bench.treat({ kind: 'convert-currencies', into: 'eur', rates: { usd: 0.5 } });
    expect(
      await one(
        `select gross::double as gross, net::double as net, currency from orders where order_id = '2'`,
      ),
    ).toEqual({
      gross: 5,
      net: 5,
      currency: 'EUR',
    });
    expect(
      await one(
        `select unit_price::double as price, net::double as net, cost::double as cost, quantity from lines where order_id = '2'`,
      ),
    ).toEqual({
      price: 5,
      net: 5,
      cost: 2,
      quantity: 1,
    });
    expect(await bench.finding('orders/currencies')).toBeUndefined();
    await bench.treat({ kind: 'convert-currencies', into: 'EUR', rates: {} });
    expect((await bench.finding('orders/currencies'))?.count).toBe(1);
  });
});

describe('outliers', () => {
  const usual = Array.from({ length: 20 }, (_, at) =>
    orderRow(`u${at}`, 'a', '2024-01-01 10:00:00', [80, 100, 125, 100][at % 4] ?? 100),
  );
  // ln: five of −0.223, ten of 0, five of 0.223, one of 2.303 around the median: MAD 0.223 of 21 values is 0 or 0.223.
  const rows = [
    ...usual,
    orderRow('w', 'b', '2024-01-02 10:00:00', 125),
    orderRow('big', 'b', '2024-01-03 10:00:00', 10_000, { discount: '1000' }),
    orderRow('back', 'b', '2024-01-04 10:00:00', 0, { refund: '9000' }),
    lineRow('big', 'p', 10, 9000, { cost: '4500', unit_price: '1000' }),
    lineRow('back', 'p', -10, -9000, { cost: '-4500' }),
  ];

  it('are brought down to the bound with their lines and costs, credit notes alike', async () => {
    await bench.fill(rows);
    const bound = Math.exp(Math.log(100) + 5 * 1.4826 * Math.log(1.25));
    const [applied] = await bench.treat({ kind: 'limit-outliers', how: 'cap', deviations: 5 });
    expect(applied).toMatchObject({ concerned: 2, ordersRemoved: 0 });
    expect(applied?.revenueChange).toBeCloseTo(0, 2);
    const big = await one(
      `select (gross - discount)::double as sales, gross::double as gross from orders where order_id = 'big'`,
    );
    expect(big?.['sales']).toBeCloseTo(bound, 3);
    expect(big?.['gross']).toBeCloseTo((10 / 9) * bound, 3);
    const line = await one(
      `select net::double as net, cost::double as cost, quantity from lines where order_id = 'big'`,
    );
    expect(line?.['net']).toBeCloseTo(bound, 3);
    expect(line?.['cost']).toBeCloseTo(bound / 2, 3);
    expect(line?.['quantity']).toBe(10);
    expect(
      (await one(`select refund::double as refund from orders where order_id = 'back'`))?.['refund'],
    ).toBeCloseTo(bound, 3);
    expect(await bench.finding('orders/large')).toBeUndefined();
  });

  it('or left out', async () => {
    await bench.fill(rows);
    const [applied] = await bench.treat({ kind: 'limit-outliers', how: 'exclude', deviations: 5 });
    expect(applied).toMatchObject({ concerned: 2, ordersRemoved: 2 });
    expect((await one('select count(*)::double as n from lines'))?.['n']).toBe(0);
  });
});

describe('merging customers', () => {
  it('moves everything, fills gaps, keeps the earliest day and a refusal', async () => {
    const [applied] = await bench.treat({ kind: 'merge-customers', from: ['b'], into: 'a' });
    expect(applied).toMatchObject({ concerned: 1, customersRemoved: 1, unit: 'customers', revenueChange: 0 });
    expect(await bench.rows(`from customers where customer_id in ('a', 'b')`)).toMatchObject([
      {
        customer_id: 'a',
        name: 'Ann',
        email: 'ann@x.co',
        first_seen: '2024-01-01',
        country: 'GB',
        consent: false,
      },
    ]);
    expect(await bench.rows('from customer_attributes')).toEqual([{ customer_id: 'a', attr_tier: 'gold' }]);
    expect((await one(`select count(*)::double as n from orders where customer_id = 'a'`))?.['n']).toBe(5);
    expect((await one('select customer_id from tickets'))?.['customer_id']).toBe('a');
    expect(await bench.rows('from referrals')).toMatchObject([
      { from_customer_id: 'a', to_customer_id: 't' },
    ]);
    expect(await bench.raw()).toEqual(
      ['customer_attributes', 'customers', 'lines', 'orders', 'referrals', 'tickets'].filter(
        (name) => name !== 'lines',
      ),
    );
  });

  it('follows chains, whichever came first, and survives circles', async () => {
    await bench.treat(
      { kind: 'merge-customers', from: ['a'], into: 'b' },
      { kind: 'merge-customers', from: ['b'], into: 't' },
      { kind: 'merge-customers', from: ['t'], into: 'a' },
    );
    const rest = await bench.rows(
      `select distinct customer_id from orders where customer_id not in ('0') order by 1`,
    );
    expect(rest).toEqual([{ customer_id: 't' }]);
  });

  it('takes ids that look like SQL', async () => {
    const odd = "o'; drop table orders; --";
    await bench.fill([
      `insert into customers (customer_id) values ('${odd.replaceAll("'", "''")}'), ('a')`,
      orderRow('1', 'a', '2024-01-01 10:00:00', 1),
    ]);
    await bench.treat({ kind: 'merge-customers', from: ['a'], into: odd });
    expect(await one('select customer_id from orders')).toEqual({ customer_id: odd });
  });
});
