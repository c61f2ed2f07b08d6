import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/data/quality/finding.ts';
import {
  customerRow as customer,
  lineRow,
  openQualityBench,
  orderRow,
  shortly as short,
  type QualityBench,
} from '../../support/quality.ts';

let bench: QualityBench;
beforeAll(async () => {
  bench = await openQualityBench();
});

/** Fills the tables and gives what one finding counts: `count of population`, its revenue and customers; null without it. */
const look = async (statements: readonly string[], id: string): Promise<Finding | undefined> => {
  await bench.fill(statements);
  return bench.finding(id);
};
describe('an empty workspace', () => {
  it('has nothing to say', async () => {
    await bench.fill([]);
    const report = await bench.report();
    expect(report.findings).toEqual([]);
    expect(report.revenue).toBe(0);
    expect(report.traceability).toEqual({
      revenue: { total: 0, traced: 0, share: null },
      cost: { total: 0, traced: 0, share: null },
      costs: [],
      revenueWithCost: null,
    });
  });
});

describe('orders', () => {
  it('without a customer: count, share, revenue; cancelled ones are not counted', async () => {
    const found = await look(
      [
        orderRow('1', 'a', '2024-01-01 10:00:00', 60),
        orderRow('2', null, '2024-01-02 10:00:00', 40),
        orderRow('3', null, '2024-01-02 10:00:00', 7, { status: "'cancelled'" }),
      ],
      'orders/guests',
    );
    expect(short(found)).toEqual({ count: 1, of: 2, revenue: 40, customers: null });
    expect(found?.share).toBe(0.5);
    expect(found?.effect.revenueShare).toBe(0.4);
    expect(found?.examples).toEqual([{ id: '2', text: '40.00 on 2024-01-02' }]);
    expect(found?.treatments).toEqual([]);
    expect(short(await bench.finding('orders/cancelled'))).toEqual({
      count: 1,
      of: 3,
      revenue: 0,
      customers: null,
    });
  });

  it('of stand-ins, of customers who are not listed, and with a name to go by', async () => {
    const rows = [
      customer('a'),
      customer('0'),
      orderRow('1', '0', '2024-01-01 10:00:00', 10),
      orderRow('2', 'stranger', '2024-01-02 10:00:00', 20),
      orderRow('3', null, '2024-01-03 10:00:00', 30, { guest_name: "'Ann Smith'" }),
    ];
    expect(short(await look(rows, 'orders/stand-ins'))).toEqual({
      count: 1,
      of: 3,
      revenue: 10,
      customers: 1,
    });
    expect(short(await bench.finding('orders/unknown-customers'))).toEqual({
      count: 1,
      of: 2,
      revenue: 20,
      customers: 1,
    });
    expect((await bench.finding('orders/guests'))?.treatments).toEqual([{ kind: 'identify-guests' }]);
  });

  it('that are tests: customer, coupon, gateway, number, products, a hundredth', async () => {
    const rows = [
      customer('t', { name: "'Test Customer'" }),
      customer('a', { name: "'Ann'", email: "'ann@shop.co'" }),
      `insert into products (product_id, name) values ('p', 'Mug'), ('q', 'Test product')`,
      orderRow('1', 't', '2024-01-01 10:00:00', 10),
      orderRow('2', 'a', '2024-01-02 10:00:00', 20, { coupon: "'TEST10'" }),
      orderRow('3', 'a', '2024-01-03 10:00:00', 30, { payment_method: "'bogus'" }),
      orderRow('test-4', 'a', '2024-01-04 10:00:00', 40),
      orderRow('5', 'a', '2024-01-05 10:00:00', 50),
      orderRow('6', 'a', '2024-01-06 10:00:00', 0.01),
      orderRow('7', 'a', '2024-01-07 10:00:00', 70),
      lineRow('5', 'q', 1, 50),
      lineRow('7', 'q', 1, 1),
      lineRow('7', 'p', 1, 69),
    ];
    expect(short(await look(rows, 'orders/tests'))).toEqual({
      count: 6,
      of: 7,
      revenue: 150.01,
      customers: 2,
    });
    expect(short(await bench.finding('customers/tests'))).toEqual({
      count: 1,
      of: 2,
      revenue: 10,
      customers: 1,
    });
  });

  it('of made-up companies are no tests, though every address is an example', async () => {
    const people = ['Ann', 'Bo', 'Cy'].map((name, at) =>
      customer(String(at + 1), { name: `'${name}'`, email: `'${name}@example.com'` }),
    );
    expect(
      await look([...people, orderRow('1', '1', '2024-01-01 10:00:00', 10)], 'orders/tests'),
    ).toBeUndefined();
    expect(await bench.finding('customers/tests')).toBeUndefined();
  });

  it('that occur twice: the same moment and products; others only look alike', async () => {
    const moment = '2024-01-01 10:00:00';
    const rows = [
      orderRow('1', 'a', moment, 10),
      orderRow('2', 'a', moment, 10),
      orderRow('3', 'a', '2024-01-01 12:00:00', 10),
      orderRow('4', 'b', moment, 10),
      orderRow('5', null, moment, 10),
      orderRow('6', null, moment, 10),
      orderRow('7', 'c', moment, 10),
      orderRow('8', 'c', moment, 10),
      orderRow('9', 'c', moment, 10, { status: "'cancelled'" }),
      lineRow('1', 'p', 1, 10),
      lineRow('2', 'p', 1, 10),
      lineRow('3', 'p', 1, 10),
      lineRow('7', 'p', 1, 10),
      lineRow('8', 'q', 1, 10),
    ];
    const copies = await look(rows, 'orders/copies');
    expect(short(copies)).toEqual({ count: 1, of: 7, revenue: 10, customers: 1 });
    expect(copies?.examples).toEqual([{ id: '2', text: '10.00 on 2024-01-01' }]);
    const alike = await bench.finding('orders/look-alikes');
    expect(alike?.count).toBe(2);
    expect(alike?.examples.map(({ id }) => id).sort()).toEqual(['3', '8']);
  });

  it('by days alone and without lines are never the same for sure', async () => {
    const day = '2024-01-01 00:00:00';
    expect(
      await look([orderRow('1', 'a', day, 10), orderRow('2', 'a', day, 10)], 'orders/copies'),
    ).toBeUndefined();
    expect((await bench.finding('orders/look-alikes'))?.count).toBe(1);
  });

  it('on impossible days', async () => {
    const rows = [
      orderRow('1', 'a', '2024-03-01 23:59:59', 10),
      orderRow('2', 'a', '2024-03-02 00:00:00', 20),
      orderRow('3', 'a', '1970-01-01 00:00:00', 30),
      orderRow('4', 'a', '2024-02-01 10:00:00', 40, { delivered_at: "timestamp '2024-01-31 09:00:00'" }),
      orderRow('5', 'a', '2024-02-01 10:00:00', 50, { delivered_at: "timestamp '2024-02-01 09:00:00'" }),
    ];
    await bench.fill(rows);
    expect(short(await bench.finding('orders/future', '2024-03-01'))).toEqual({
      count: 1,
      of: 5,
      revenue: 20,
      customers: 1,
    });
    expect((await bench.finding('orders/ancient', '2024-03-01'))?.treatments).toEqual([
      { kind: 'set-impossible-dates-aside', after: '2024-03-01' },
    ]);
    expect(short(await bench.finding('orders/delivered-early'))).toEqual({
      count: 1,
      of: 2,
      revenue: 40,
      customers: 1,
    });
  });

  it('in several currencies, each sum mixed', async () => {
    const rows = [
      orderRow('1', 'a', '2024-01-01 10:00:00', 10, { currency: "'EUR'" }),
      orderRow('2', 'a', '2024-01-02 10:00:00', 20, { currency: "'eur'" }),
      orderRow('3', 'b', '2024-01-03 10:00:00', 30, { currency: "'USD'" }),
      orderRow('4', 'b', '2024-01-04 10:00:00', 40),
    ];
    const found = await look(rows, 'orders/currencies');
    expect(short(found)).toEqual({ count: 1, of: 4, revenue: 30, customers: 1 });
    expect(found?.treatments).toEqual([{ kind: 'convert-currencies', into: 'EUR', rates: {} }]);
    expect(found?.examples).toEqual([{ id: '3', text: '30.00 USD' }]);
    expect((await bench.finding('orders/empty/currency'))?.count).toBe(1);
    expect(await look(rows.slice(0, 2), 'orders/currencies')).toBeUndefined();
  });

  it('that are unusually large: five robust deviations above the median, credit notes too', async () => {
    // 20 orders of 90, 100 or 110 and one of 1,000: median 100, MAD of logs = ln 1.1 (by 10 and 5 of them) or ln(1/0.9).
    const usual = Array.from({ length: 20 }, (_, at) =>
      orderRow(`u${at}`, 'a', '2024-01-01 10:00:00', [90, 100, 110, 95][at % 4] ?? 100, {}),
    );
    const rows = [
      ...usual,
      orderRow('big', 'b', '2024-01-02 10:00:00', 1000),
      orderRow('back', 'b', '2024-01-03 10:00:00', 0, { refund: '1000' }),
      orderRow('gone', 'b', '2024-01-03 10:00:00', 5000, { status: "'cancelled'" }),
    ];
    const found = await look(rows, 'orders/large');
    expect(short(found)).toEqual({ count: 2, of: 22, revenue: 0, customers: 1 });
    expect(found?.treatments.map((one) => one.kind === 'limit-outliers' && one.how)).toEqual([
      'cap',
      'exclude',
    ]);
    expect(await look(rows.slice(2), 'orders/large')).toBeUndefined();
  });

  it('all alike have no outliers, as nothing is usual', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => orderRow(`${at}`, 'a', '2024-01-01 10:00:00', 10));
    expect(
      await look([...rows, orderRow('x', 'a', '2024-01-01 10:00:00', 1e6)], 'orders/large'),
    ).toBeUndefined();
  });

  it('at night, at midnight, and without any time', async () => {
    const night = [1, 2, 3].map((at) => orderRow(`${at}`, 'a', `2024-01-0${at} 23:30:00`, 10 * at));
    const noon = [4, 5].map((at) => orderRow(`${at}`, 'a', `2024-01-0${at} 12:30:00`, 10 * at));
    const day = orderRow('6', 'a', '2024-01-06 00:00:00', 60);
    expect(short(await look([...night, ...noon, day], 'orders/night'))).toEqual({
      count: 3,
      of: 5,
      revenue: 60,
      customers: 1,
    });
    expect((await bench.finding('orders/midnight'))?.count).toBe(1);
    expect((await look([day], 'orders/no-times'))?.count).toBe(1);
  });

  it('with amounts that don’t fit each other, worthless and returned ones', async () => {
    const rows = [
      orderRow('1', 'a', '2024-01-01 10:00:00', 10, { discount: '12' }),
      orderRow('2', 'a', '2024-01-02 10:00:00', 10, { refund: '15' }),
      orderRow('3', 'a', '2024-01-03 10:00:00', 10, { net: '9' }),
      orderRow('4', 'a', '2024-01-04 10:00:00', 0),
      orderRow('5', 'a', '2024-01-05 10:00:00', 10, { status: "'open'" }),
    ];
    await bench.fill(rows);
    const { findings } = await bench.report();
    const counts = Object.fromEntries(findings.map(({ id, count }) => [id, count]));
    expect(counts).toMatchObject({
      'orders/over-discounted': 1,
      'orders/over-refunded': 1,
      'orders/sums': 1,
      'orders/worthless': 1,
      'orders/returns': 1,
      'orders/open': 1,
    });
  });
});
