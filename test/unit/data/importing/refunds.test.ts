import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../../src/data/row.ts';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { fileOf, importAll } from '../../../support/importing.ts';

const exported = `Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Lineitem discount
#1,a@example.com,paid,EUR,1900.00,80.00,95.00,2075.00,100.00,2025-10-01 09:00:00 +0100,1,Lamp,900.00,L,,0.00,0.00
#1,a@example.com,,,,,,,,2025-10-01 09:00:00 +0100,2,Wick,550.00,W,,,0.00
#2,b@example.com,partially_refunded,EUR,300.00,5.00,15.00,320.00,0.00,2025-10-02 09:00:00 +0100,3,Wick,100.00,W,,105.00,0.00
#2,b@example.com,,,,,,,,2025-10-02 09:00:00 +0100,1,Gift,0.00,G,,,0.00
#3,c@example.com,refunded,EUR,900.00,0.00,45.00,945.00,0.00,2025-10-03 09:00:00 +0100,1,Lamp,900.00,L,,945.00,0.00
#4,a@example.com,voided,EUR,50.00,0.00,0.00,50.00,0.00,2025-10-04 09:00:00 +0100,1,Oil,50.00,O,2025-10-04 10:00:00 +0100,0.00,0.00
#5,d@example.com,partially_refunded,EUR,70.00,0.00,0.00,70.00,0.00,2025-10-05 09:00:00 +0100,1,Oil,70.00,O,,0.00,0.00
`;

const orders = `id,customer_id,created_at,currency,subtotal_price,total_tax,total_price,total_discounts,financial_status,cancelled_at
1000000001,7001,2025-01-01 09:00:00,EUR,100.00,20.00,125.00,0.00,partially_refunded,
1000000002,7002,2025-01-02 09:00:00,EUR,200.00,40.00,245.00,0.00,refunded,
1000000003,7001,2025-01-03 09:00:00,EUR,300.00,60.00,365.00,0.00,paid,
1000000004,7003,2025-01-04 09:00:00,EUR,400.00,80.00,485.00,0.00,partially_refunded,
1000000005,7003,2025-01-05 09:00:00,EUR,500.00,100.00,605.00,0.00,partially_refunded,
`;
const transactions = `id,order_id,refund_id,amount,kind,gateway,status,currency
1,1000000001,,125.00,sale,card,success,EUR
2,1000000001,900001,60.00,refund,card,success,EUR
3,1000000002,,300.00,authorization,paypal,failure,EUR
4,1000000002,,245.00,sale,card,success,EUR
5,1000000002,900002,245.00,refund,card,success,EUR
6,1000000003,,365.00,sale,card,success,EUR
7,1000000003,900003,365.00,refund,card,failure,EUR
8,1000000004,,485.00,sale,card,success,EUR
9,1000000004,900004,40.00,refund,card,success,EUR
10,1000000004,900005,30.00,refund,card,success,EUR
11,1000000099,900009,30.00,refund,card,success,EUR
`;
const refunds = `id,order_id,created_at,note
900001,1000000001,2025-02-01 09:00:00,
900002,1000000002,2025-02-02 09:00:00,
900005,1000000004,2025-02-05 09:00:00,broken
`;
const refundLines = `id,refund_id,order_line_id,quantity,subtotal,total_tax
1,900001,500001,1,30.00,6.00
2,900001,500002,1,20.00,4.00
3,900002,500003,1,200.00,40.00
`;

describe('refunds', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  const refunded = async (): Promise<readonly Row[]> =>
    engine.rows(
      'select order_id, refund::double as refund, net::double as net from next_orders order by order_id',
    );

  it('of an export with several rows an order are counted once, goods only', async () => {
    const report = await importAll(engine, fileOf('orders.csv', exported));
    expect(
      await engine.rows(`select order_id, gross::double as gross, discount::double as discount, shipping::double as shipping,
        tax::double as tax, refund::double as refund, net::double as net, status from next_orders order by order_id`),
    ).toEqual([
      {
        order_id: '#1',
        gross: 2000,
        discount: 100,
        shipping: 80,
        tax: 95,
        refund: 0,
        net: 1900,
        status: 'completed',
      },
      {
        order_id: '#2',
        gross: 300,
        discount: 0,
        shipping: 5,
        tax: 15,
        refund: 105,
        net: 195,
        status: 'completed',
      },
      {
        order_id: '#3',
        gross: 900,
        discount: 0,
        shipping: 0,
        tax: 45,
        refund: 900,
        net: 0,
        status: 'completed',
      },
      {
        order_id: '#4',
        gross: 50,
        discount: 0,
        shipping: 0,
        tax: 0,
        refund: 0,
        net: 50,
        status: 'cancelled',
      },
      {
        order_id: '#5',
        gross: 70,
        discount: 0,
        shipping: 0,
        tax: 0,
        refund: 0,
        net: 70,
        status: 'completed',
      },
    ]);
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'refund-amount-unknown', count: 1 }),
    );
  });

  it('among the payments of orders lower them, unless they failed', async () => {
    const report = await importAll(
      engine,
      fileOf('orders.csv', orders),
      fileOf('transactions.csv', transactions),
    );
    expect(await refunded()).toEqual([
      { order_id: '1000000001', refund: 60, net: 40 },
      { order_id: '1000000002', refund: 200, net: 0 },
      { order_id: '1000000003', refund: 0, net: 300 },
      { order_id: '1000000004', refund: 70, net: 330 },
      { order_id: '1000000005', refund: 0, net: 500 },
    ]);
    expect(
      await engine.rows(
        `select distinct status, payment_method from next_orders where order_id <> '1000000005'`,
      ),
    ).toEqual([{ status: 'completed', payment_method: 'card' }]);
    const said = (code: string): number | undefined =>
      report.issues.find((issue) => issue.code === code)?.count;
    expect([said('refunds-joined'), said('refunds-without-order'), said('refund-amount-unknown')]).toEqual([
      3, 1, 1,
    ]);
  });

  it('line by line find their orders by the list of refunds, and count once beside the payments', async () => {
    const report = await importAll(
      engine,
      fileOf('order_line_refunds.csv', refundLines),
      fileOf('orders.csv', orders),
      fileOf('refunds.csv', refunds),
      fileOf('transactions.csv', transactions),
    );
    expect(await refunded()).toEqual([
      { order_id: '1000000001', refund: 50, net: 50 },
      { order_id: '1000000002', refund: 200, net: 0 },
      { order_id: '1000000003', refund: 0, net: 300 },
      { order_id: '1000000004', refund: 70, net: 330 },
      { order_id: '1000000005', refund: 0, net: 500 },
    ]);
    expect(report.files[0]?.issues).toContainEqual(expect.objectContaining({ code: 'refunds-linked' }));
    expect(report.files[2]).toMatchObject({ isUnused: true, issues: [{ code: 'file-consulted' }] });
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'refunds-joined', count: 3 }));
  });

  it('written as negative payments are refunds', async () => {
    const tender = `order_id,amount,payment_method,processed_at
1000000001,125.00,card,2025-01-01
1000000001,-60.00,card,2025-02-01
1000000003,365.00,card,2025-01-03
`;
    await importAll(engine, fileOf('orders.csv', orders), fileOf('tender_transactions.csv', tender));
    expect((await refunded()).slice(0, 3)).toEqual([
      { order_id: '1000000001', refund: 60, net: 40 },
      { order_id: '1000000002', refund: 200, net: 0 },
      { order_id: '1000000003', refund: 0, net: 300 },
    ]);
  });

  it('without any order to be found are not kept in silence', async () => {
    const report = await importAll(
      engine,
      fileOf('orders.csv', orders),
      fileOf('order_line_refunds.csv', refundLines),
    );
    expect(report.files[1]).toMatchObject({ isUnused: true, issues: [{ code: 'file-not-used' }] });
  });
});
