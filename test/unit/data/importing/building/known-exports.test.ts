import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../../../../src/data/row.ts';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll } from '../../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});
const rows = async (sql: string): Promise<readonly Row[]> => engine.rows(sql);

const csv = (name: string, ...lines: readonly string[]): File => fileOf(name, `${lines.join('\n')}\n`);

describe('files of several systems in one drop', () => {
  it('Shopify orders and customers, Zendesk, Mailchimp, advertising and a survey are about the same customers', async () => {
    const report = await importAll(
      engine,
      csv(
        'customers_export.csv',
        'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Default Address Country Code,Total Spent,Total Orders,Tax Exempt,Tags',
        "'7001,Ada,Byron,ada@x.org,yes,London,GB,60,2,no,",
        "'7002,Bob,Noyce,bob@x.org,no,Austin,US,20,1,no,",
      ),
      csv(
        'orders_export.csv',
        'Name,Email,Financial Status,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Payment Method,Refunded Amount,Id',
        "#1001,ada@x.org,paid,yes,USD,40,5,0,45,,0,2025-10-22 12:58:38 +0530,1,Shirt,30,S-1,,card,0,'901",
        '#1001,ada@x.org,,,,,,,,,,2025-10-22 12:58:38 +0530,2,Hat,5,H-1,,,,',
        "#1002,bob@x.org,refunded,no,USD,20,5,0,25,,0,2025-10-23 12:00:00 +0530,1,Mug,20,M-1,,card,25,'902",
        "#1003,new@x.org,paid,no,USD,10,0,0,10,,0,2025-10-24 12:00:00 +0530,2,Hat,5,H-1,2025-10-25 12:00:00 +0530,card,0,'903",
      ),
      csv(
        'tickets.csv',
        'id,requester_id,subject,status,priority,via,ticket_type,created_at,solved_at,satisfaction,reopens,replies,first_reply_time_in_minutes',
        '1,ADA@x.org,Where,solved,high,web,question,2025-10-25 10:00:00,2025-10-25 12:00:00,Good,0,1,15',
      ),
      csv(
        'subscribed_members_export.csv',
        'Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS',
        'ADA@x.org,Ada,Byron,4,2024-01-01 10:00:00,,2024-01-01 10:05:00,,GB,,2024-01-01 10:05:00,1,aa,,',
        'carl@x.org,Carl,Roe,2,2024-02-01 10:00:00,,2024-02-01 10:05:00,,US,,2024-02-01 10:05:00,2,bb,,',
      ),
      csv(
        'google.csv',
        'Day,Campaign,Campaign ID,Cost,Currency,Clicks,Impressions,Conversions',
        '2025-10-01,Autumn,c1,12.5,USD,10,1000,1',
        '2025-10-02,Autumn,c1,7.5,USD,9,900,1',
      ),
      csv(
        'nps.csv',
        'email,nps_score,reason,submitted_at',
        'ada@x.org,9,Lovely,2025-11-01',
        'bob@x.org,3,Slow,2025-11-02',
      ),
    );
    expect(report.files.map(({ source, rowsRejected }) => [source, rowsRejected])).toEqual([
      ['shopify-customers', 0],
      ['shopify-orders', 0],
      ['zendesk-tickets', 0],
      ['mailchimp-audience', 0],
      ['google-ads', 0],
      ['nps-survey', 0],
    ]);
    expect(
      await rows(
        'select order_id, customer_id, gross, refund, net, shipping, status from next_orders order by order_id',
      ),
    ).toMatchObject([
      { customer_id: '7001', gross: 40, refund: 0, net: 40, shipping: 5, status: 'completed' },
      { customer_id: '7002', gross: 20, refund: 20, net: 0, shipping: 5, status: 'completed' },
      { customer_id: 'new@x.org', gross: 10, net: 10, status: 'cancelled' },
    ]);
    expect(await rows('select product_id, quantity, net from next_lines order by order_id, line_no')).toEqual(
      [
        { product_id: 'S-1', quantity: 1, net: 30 },
        { product_id: 'H-1', quantity: 2, net: 10 },
        { product_id: 'M-1', quantity: 1, net: 20 },
        { product_id: 'H-1', quantity: 2, net: 10 },
      ],
    );
    expect(
      await rows('select customer_id, name, city, consent from next_customers order by customer_id'),
    ).toMatchObject([
      { customer_id: '7001', name: 'Ada Byron', city: 'London', consent: true },
      { customer_id: '7002', name: 'Bob Noyce', city: 'Austin', consent: false },
      { customer_id: 'carl@x.org', name: 'Carl Roe', consent: true },
      { customer_id: 'new@x.org' },
    ]);
    expect(await rows('select customer_id, csat, first_reply_at from next_tickets')).toEqual([
      { customer_id: '7001', csat: 5, first_reply_at: '2025-10-25T10:15:00' },
    ]);
    expect(await rows('select customer_id, instrument, score from next_surveys order by score')).toEqual([
      { customer_id: '7002', instrument: 'nps', score: 3 },
      { customer_id: '7001', instrument: 'nps', score: 9 },
    ]);
    expect(await rows('select name, cost, channel from next_campaigns')).toEqual([
      { name: 'Autumn', cost: 20, channel: 'Google Ads' },
    ]);
    expect(await rows('select pool, amount from next_costs')).toEqual([
      { pool: 'Advertising: Google Ads', amount: 20 },
    ]);
  });

  it('Stripe payments: paid, refunded and failed', async () => {
    await importAll(
      engine,
      csv(
        'unified_payments.csv',
        'id,Description,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Status,Customer ID,Customer Email,Captured',
        'ch_1,a,2025-01-01 10:00,"1,200.50",0.00,usd,1200.50,0.00,35.1,Paid,cus_1,ada@x.org,true',
        'ch_2,b,2025-01-02 10:00,80.00,80.00,usd,80.00,80.00,2.6,Refunded,cus_2,bob@x.org,true',
        'ch_3,c,2025-01-03 10:00,50.00,0.00,usd,50.00,0.00,0,Failed,cus_1,ada@x.org,false',
      ),
    );
    expect(
      await rows('select order_id, customer_id, gross, net, status, currency from next_orders order by 1'),
    ).toEqual([
      {
        order_id: 'ch_1',
        customer_id: 'cus_1',
        gross: 1200.5,
        net: 1200.5,
        status: 'completed',
        currency: 'USD',
      },
      { order_id: 'ch_2', customer_id: 'cus_2', gross: 80, net: 0, status: 'completed', currency: 'USD' },
      { order_id: 'ch_3', customer_id: 'cus_1', gross: 50, net: 50, status: 'cancelled', currency: 'USD' },
    ]);
  });

  it('WooCommerce analytics: products in one text', async () => {
    await importAll(
      engine,
      csv(
        'orders.csv',
        'Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution',
        '2025-01-01 10:00:00,501,$30.00,completed,Ada Byron,new,"2× Shirt, 1× Hat",3,,30,Direct',
        '2025-01-02 10:00:00,502,$12.00,refunded,Bob Noyce,new,1× Mug,1,SPRING,12,Organic',
      ),
    );
    expect(await rows('select order_id, product_id, quantity, net from next_lines order by all')).toEqual([
      { order_id: '501', product_id: 'Hat', quantity: 1, net: 10 },
      { order_id: '501', product_id: 'Shirt', quantity: 2, net: 20 },
      { order_id: '502', product_id: 'Mug', quantity: 1, net: 12 },
    ]);
    expect(await rows('select order_id, customer_id, net from next_orders order by 1')).toMatchObject([
      { order_id: '501', customer_id: 'Ada Byron', net: 30 },
      { order_id: '502', customer_id: 'Bob Noyce' },
    ]);
  });
});
