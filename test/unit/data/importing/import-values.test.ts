import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/data/row.ts';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { fileOf, importAll } from '../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

/** Loads a log of customer, date and amount, and gives the orders in the order of the customers. */
const ordersOf = async (text: string): Promise<readonly Row[]> => {
  await importAll(engine, fileOf('log.csv', text));
  return engine.rows(
    'select customer_id, ordered_at, gross, refund, net, currency from next_orders order by customer_id',
  );
};

describe('a log of purchases', () => {
  it('reads European and American amounts, signs, currencies and parentheses', async () => {
    const european = 'Kunde;Datum;Betrag\nA;31.01.2024;1.234,50 €\nB;01.02.2024;-3,20 €\nC;02.02.2024;7 €\n';
    expect(await ordersOf(european)).toEqual([
      {
        customer_id: 'A',
        ordered_at: '2024-01-31T00:00:00',
        gross: 1234.5,
        refund: 0,
        net: 1234.5,
        currency: 'EUR',
      },
      {
        customer_id: 'B',
        ordered_at: '2024-02-01T00:00:00',
        gross: 0,
        refund: 3.2,
        net: -3.2,
        currency: 'EUR',
      },
      { customer_id: 'C', ordered_at: '2024-02-02T00:00:00', gross: 7, refund: 0, net: 7, currency: 'EUR' },
    ]);
    const american = 'customer,date,amount\nA,1/31/2024,"$1,234.50"\nB,2/1/2024,($3.20)\nC,2/2/2024,$7\n';
    expect((await ordersOf(american)).map(({ net, currency }) => [net, currency])).toEqual([
      [1234.5, 'USD'],
      [-3.2, 'USD'],
      [7, 'USD'],
    ]);
  });

  it('reads timestamps with zones, halves of the day, digits only and Excel serials, as local time', async () => {
    const moments = [
      '2025-10-22 12:58:38 +0530',
      '2025-10-22T12:58:38.123Z',
      '10/22/2025 3:05 PM',
      '20251022',
      '45952.5',
      '1761138000',
    ];
    const text = `customer,date,amount\n${moments.map((moment, row) => `C${row},${moment},1\n`).join('')}`;
    expect((await ordersOf(text)).map((row) => row['ordered_at'])).toEqual([
      '2025-10-22T12:58:38',
      '2025-10-22T12:58:38',
      '2025-10-22T15:05:00',
      '2025-10-22T00:00:00',
      '2025-10-22T12:00:00',
      '2025-10-22T13:00:00',
    ]);
  });

  it('repairs identifiers and leaves blank ones anonymous, with a note', async () => {
    const text =
      "customer,date,amount\n17850.0,2024-01-01,1\n'0012,2024-01-01,2\n,2024-01-01,3\nNULL,2024-01-02,4\n-5,2024-01-02,5\n";
    const report = await importAll(engine, fileOf('log.csv', text));
    const orders = await engine.rows('select customer_id, net from next_orders order by net');
    expect(orders.map((row) => row['customer_id'])).toEqual(['17850', '0012', null, null, '-5']);
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'anonymous-orders', count: 2 }));
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'negative-ids', count: 1 }));
  });

  it('merges what a customer bought on one day, but not at two moments of it', async () => {
    await importAll(
      engine,
      fileOf('a.csv', 'customer,date,amount\nA,2024-01-01,1\nA,2024-01-01,2\nA,2024-01-02,-1\n'),
    );
    expect(await engine.rows('select order_id, net from next_orders order by order_id')).toEqual([
      { order_id: 'A 2024-01-01', net: 3 },
      { order_id: 'A 2024-01-02', net: -1 },
    ]);
    const log = 'customer,date,amount\nA,2024-01-01 10:00,1\nA,2024-01-01 11:00,2\n';
    const report = await importAll(engine, fileOf('b.csv', log));
    expect(await engine.rows('select count(*)::integer as n from next_orders')).toEqual([{ n: 2 }]);
    expect(report.files[0]?.issues).toContainEqual(expect.objectContaining({ code: 'orders-made' }));
  });

  it('decides on the decimal mark of a column by all of its values', async () => {
    const rows = Array.from({ length: 30 }, (_, row) => `C${row};2024-01-01;${row},50;0.${row % 3}\n`).join(
      '',
    );
    await importAll(engine, fileOf('x.csv', `customer;date;amount;score\n${rows}`));
    expect(await engine.rows('select sum(net)::double as net from next_orders')).toEqual([{ net: 450 }]);
  });

  it('types attributes by all their values: numbers stay numbers, codes stay text', async () => {
    const text =
      'customer_id,Age,Zip,Since,Member,Remark\nA,34,00501,2020-01-31,yes,x\nB,41.5,10001,2021-02-28,no,3\n';
    await importAll(engine, fileOf('customers.csv', text));
    expect(await engine.rows('select * from next_customer_attributes order by customer_id')).toEqual([
      {
        customer_id: 'A',
        attr_age: 34,
        attr_zip: '00501',
        attr_since: '2020-01-31',
        attr_member: true,
        attr_remark: 'x',
      },
      {
        customer_id: 'B',
        attr_age: 41.5,
        attr_zip: '10001',
        attr_since: '2021-02-28',
        attr_member: false,
        attr_remark: '3',
      },
    ]);
  });
});

describe('Shopify orders', () => {
  const columns = [
    'Name',
    'Email',
    'Financial Status',
    'Currency',
    'Subtotal',
    'Shipping',
    'Taxes',
    'Total',
    'Discount Code',
    'Discount Amount',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
    'Lineitem sku',
    'Billing Country',
    'Cancelled at',
    'Payment Method',
    'Refunded Amount',
    'Vendor',
    'Lineitem discount',
    'Source',
  ];
  const row = (values: Readonly<Record<string, string>>): string =>
    columns.map((name) => values[name] ?? '').join(',');
  const first = { Name: '#1001', Email: 'Ann@Shop.org', 'Created at': '2025-10-22 12:58:38 +0530' };
  const orders = [
    row({
      ...first,
      'Financial Status': 'paid',
      Currency: 'INR',
      Subtotal: '90.00',
      Shipping: '5',
      Taxes: '9',
      Total: '104',
      'Discount Code': 'TEN',
      'Discount Amount': '10.00',
      'Lineitem quantity': '2',
      'Lineitem name': 'Mug',
      'Lineitem price': '25',
      'Lineitem sku': 'M1',
      'Billing Country': 'IN',
      'Payment Method': 'Card',
      'Refunded Amount': '0.00',
      'Lineitem discount': '0.00',
      Source: 'web',
    }),
    row({
      ...first,
      'Lineitem quantity': '1',
      'Lineitem name': 'Pot',
      'Lineitem price': '50',
      'Lineitem discount': '0.00',
    }),
    row({
      Name: '#1002',
      Email: 'bob@shop.org',
      'Created at': '2025-10-23 08:00:00 +0530',
      'Financial Status': 'refunded',
      Currency: 'INR',
      Subtotal: '50',
      Shipping: '5',
      Total: '55',
      'Discount Amount': '0',
      'Lineitem quantity': '1',
      'Lineitem name': 'Pot',
      'Lineitem price': '50',
      'Refunded Amount': '55',
      'Lineitem discount': '0',
    }),
    row({
      Name: '#1003',
      Email: '',
      'Created at': '2025-10-23 09:00:00 +0530',
      'Financial Status': 'voided',
      Currency: 'INR',
      Subtotal: '25',
      Total: '25',
      'Discount Amount': '0',
      'Lineitem quantity': '1',
      'Lineitem name': 'Mug',
      'Lineitem price': '25',
      'Lineitem sku': 'M1',
      'Refunded Amount': '0',
      'Cancelled at': '2025-10-23 10:00:00 +0530',
    }),
  ];

  it('takes order fields from the first row and lines from every row', async () => {
    const report = await importAll(
      engine,
      fileOf('orders_export.csv', `${columns.join(',')}\n${orders.join('\n')}\n`),
    );
    expect(report.files[0]).toMatchObject({
      source: 'shopify-orders',
      rowsRead: 4,
      rowsKept: 4,
      table: 'lines',
    });
    expect(
      await engine.rows(
        'select order_id, customer_id, ordered_at, gross, discount, refund, net, shipping, tax, status, coupon from next_orders order by order_id',
      ),
    ).toEqual([
      {
        order_id: '#1001',
        customer_id: 'ann@shop.org',
        ordered_at: '2025-10-22T12:58:38',
        gross: 100,
        discount: 10,
        refund: 0,
        net: 90,
        shipping: 5,
        tax: 9,
        status: 'completed',
        coupon: 'TEN',
      },
      {
        order_id: '#1002',
        customer_id: 'bob@shop.org',
        ordered_at: '2025-10-23T08:00:00',
        gross: 50,
        discount: 0,
        refund: 50,
        net: 0,
        shipping: 5,
        tax: null,
        status: 'completed',
        coupon: null,
      },
      {
        order_id: '#1003',
        customer_id: null,
        ordered_at: '2025-10-23T09:00:00',
        gross: 25,
        discount: 0,
        refund: 0,
        net: 25,
        shipping: null,
        tax: null,
        status: 'cancelled',
        coupon: null,
      },
    ]);
    expect(
      await engine.rows('select order_id, product_id, net from next_lines order by order_id, line_no'),
    ).toEqual([
      { order_id: '#1001', product_id: 'M1', net: 50 },
      { order_id: '#1001', product_id: 'Pot', net: 50 },
      { order_id: '#1002', product_id: 'Pot', net: 50 },
      { order_id: '#1003', product_id: 'M1', net: 25 },
    ]);
  });
});
