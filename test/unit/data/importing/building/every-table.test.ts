import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadReport } from '../../../../../src/data/importing/contract.ts';
import type { Row } from '../../../../../src/data/row.ts';
import { openTestEngine, valueOf, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, tryImport } from '../../../../support/importing.ts';
import { planned, type Targets } from '../../../../support/planned.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

/** Loads texts as files of these names, columns going where the test says. */
const load = async (
  ...sources: readonly (readonly [name: string, text: string, targets: Targets])[]
): Promise<LoadReport> => {
  const files = sources.map(([name, text]) => fileOf(name, text));
  const plans = await planned(
    ...sources.map(([, , targets], index) => [files[index] ?? fileOf('', ''), targets] as const),
  );
  return valueOf(await tryImport(engine, files, plans));
};
const rows = async (sql: string): Promise<readonly Row[]> => engine.rows(sql);

describe('every table is filled from a file that is mapped to it', () => {
  it('advertising by day: campaigns with their span and cost, cost pools by month', async () => {
    const text =
      'Day,Campaign,Cost\n2024-01-30,Spring,10.50\n2024-01-31,Spring,4.50\n2024-02-01,Spring,5\n2024-02-02,Brand,7\n';
    const targets = { Day: 'campaigns.day', Campaign: 'campaigns.name', Cost: 'campaigns.cost' };
    await load(['ads.csv', text, targets]);
    expect(
      await rows('select campaign_id, starts_on, ends_on, cost from next_campaigns order by campaign_id'),
    ).toEqual([
      { campaign_id: 'Brand', starts_on: '2024-02-02', ends_on: '2024-02-02', cost: 7 },
      { campaign_id: 'Spring', starts_on: '2024-01-30', ends_on: '2024-02-01', cost: 20 },
    ]);
    expect(await rows('select pool, driver, period, amount from next_costs order by period')).toEqual([
      { pool: 'Advertising', driver: 'new customers', period: '2024-01-01', amount: 15 },
      { pool: 'Advertising', driver: 'new customers', period: '2024-02-01', amount: 12 },
    ]);
  });

  it('dates of entering stages, one column a stage: one move for each date, in order', async () => {
    const text =
      'Record ID,Email,"Date entered ""Lead (Lifecycle Stage Pipeline)""","Date entered ""Customer (Lifecycle Stage Pipeline)"""\n' +
      '1,a@x.org,2024-01-05 10:00,2024-03-01 09:30\n2,b@x.org,2024-02-01 08:00,\n3,c@x.org,,\n';
    const [lead, customer] = ['Lead', 'Customer'].map(
      (stage) => `Date entered "${stage} (Lifecycle Stage Pipeline)"`,
    ) as [string, string];
    const entered = 'stage_events.entered_at';
    await load([
      'contacts.csv',
      text,
      {
        'Record ID': 'customers.customer_id',
        Email: 'customers.email',
        [lead]: entered,
        [customer]: entered,
      },
    ]);
    expect(await rows('select * from next_stage_events order by occurred_at')).toEqual([
      { customer_id: '1', occurred_at: '2024-01-05T10:00:00', from_stage: null, to_stage: 'Lead' },
      { customer_id: '2', occurred_at: '2024-02-01T08:00:00', from_stage: null, to_stage: 'Lead' },
      { customer_id: '1', occurred_at: '2024-03-01T09:30:00', from_stage: 'Lead', to_stage: 'Customer' },
    ]);
    expect(await rows('select count(*)::integer as n from next_customers')).toEqual([{ n: 3 }]);
  });

  it('tickets: times from minutes, satisfaction in words, complaints by category, customers by address', async () => {
    const text =
      'id,email,created,minutes,reply,how,topic\n1,A@x.org,2024-01-01 10:00,90,5,good,Complaint\n2,b@x.org,2024-01-02 10:00,,,Unoffered,Question\n3,b@x.org,2024-01-03 10:00,30,,bad,\n';
    await load([
      'tickets.csv',
      text,
      {
        id: 'tickets.ticket_id',
        email: 'customers.email',
        created: 'tickets.opened_at',
        minutes: 'tickets.solved_minutes',
        reply: 'tickets.first_reply_minutes',
        how: 'tickets.satisfaction',
        topic: 'tickets.category',
      },
    ]);
    expect(
      await rows(
        'select ticket_id, customer_id, first_reply_at, solved_at, csat, is_complaint from next_tickets order by ticket_id',
      ),
    ).toEqual([
      {
        ticket_id: '1',
        customer_id: 'a@x.org',
        first_reply_at: '2024-01-01T10:05:00',
        solved_at: '2024-01-01T11:30:00',
        csat: 5,
        is_complaint: true,
      },
      {
        ticket_id: '2',
        customer_id: 'b@x.org',
        first_reply_at: null,
        solved_at: null,
        csat: null,
        is_complaint: false,
      },
      {
        ticket_id: '3',
        customer_id: 'b@x.org',
        first_reply_at: null,
        solved_at: '2024-01-03T10:30:00',
        csat: 1,
        is_complaint: null,
      },
    ]);
  });

  it('contacts, referrals, use, costs and answers, whose customers are all known afterwards', async () => {
    const report = await load(
      [
        'contacts.csv',
        'customer,when,kind,campaign\nA,2024-01-01,email,Spring\nB,2024-01-02,call,\n',
        {
          customer: 'interactions.customer_id',
          when: 'interactions.occurred_at',
          kind: 'interactions.kind',
          campaign: 'interactions.campaign_id',
        },
      ],
      [
        'referrals.csv',
        'by,came,on\nA,C,2024-02-01\n',
        { by: 'referrals.from_customer_id', came: 'referrals.to_customer_id', on: 'referrals.referred_at' },
      ],
      [
        'usage.csv',
        'customer,month,gb\nA,2024-01-01,1.5\nA,2024-01-01,2\nD,2024-01-01,4\n',
        { customer: 'usage.customer_id', month: 'usage.period', gb: 'usage.quantity' },
      ],
      [
        'costs.csv',
        'pool,driver,month,amount\nService,tickets,2024-01-01,100\nService,tickets,2024-01-01,50\n',
        { pool: 'costs.pool', driver: 'costs.driver', month: 'costs.period', amount: 'costs.amount' },
      ],
      [
        'nps.csv',
        'email,NPS score,said\nx@y.org,9,fine\n,3,\n',
        { email: 'customers.email', 'NPS score': 'surveys.score', said: 'surveys.comment' },
      ],
    );
    expect(report.files.map(({ rowsKept }) => rowsKept)).toEqual([2, 1, 3, 2, 2]);
    expect(await rows('select customer_id, quantity from next_usage order by customer_id')).toEqual([
      { customer_id: 'A', quantity: 3.5 },
      { customer_id: 'D', quantity: 4 },
    ]);
    expect(await rows('select pool, amount from next_costs')).toEqual([{ pool: 'Service', amount: 150 }]);
    expect(await rows('select customer_id, instrument, score from next_surveys order by score desc')).toEqual(
      [
        { customer_id: 'x@y.org', instrument: 'nps', score: 9 },
        { customer_id: null, instrument: 'nps', score: 3 },
      ],
    );
    expect(await rows('select customer_id from next_customers order by 1')).toEqual(
      ['A', 'B', 'C', 'D', 'x@y.org'].map((customer_id) => ({ customer_id })),
    );
    expect(await rows('select campaign_id, name from next_campaigns')).toEqual([
      { campaign_id: 'Spring', name: 'Spring' },
    ]);
  });

  it('an audience: consent from the days it was given and withdrawn', async () => {
    const text =
      'Email,in,out\na@x.org,2024-01-01 10:00,\nb@x.org,2024-01-02 10:00,2024-05-01 12:00\nc@x.org,,\n';
    await load([
      'audience.csv',
      text,
      {
        Email: 'customers.email',
        in: 'customers.consent_at',
        out: 'customers.consent_withdrawn_at',
      },
    ]);
    expect(await rows('select customer_id, consent, first_seen from next_customers order by 1')).toEqual([
      { customer_id: 'a@x.org', consent: true, first_seen: '2024-01-01' },
      { customer_id: 'b@x.org', consent: false, first_seen: '2024-01-02' },
      { customer_id: 'c@x.org', consent: null, first_seen: null },
    ]);
  });

  it('products in words become lines that share the goods of their order by pieces', async () => {
    const text =
      'Order,Date,Email,Products,Sales,Status\n1,2024-01-01,a@x.org,"2× Shirt, red, 1× Hat",30,completed\n2,2024-01-02,a@x.org,1 x Mug,8,refunded\n3,2024-01-03,b@x.org,Gift card,5,failed\n';
    await load([
      'orders.csv',
      text,
      {
        Order: 'orders.order_id',
        Date: 'orders.ordered_at',
        Email: 'customers.email',
        Products: 'orders.product_list',
        Sales: 'orders.sales',
        Status: 'orders.status',
      },
    ]);
    expect(
      await rows('select order_id, line_no, product_id, quantity, net from next_lines order by all'),
    ).toEqual([
      { order_id: '1', line_no: 1, product_id: 'Shirt, red', quantity: 2, net: 20 },
      { order_id: '1', line_no: 2, product_id: 'Hat', quantity: 1, net: 10 },
      { order_id: '2', line_no: 1, product_id: 'Mug', quantity: 1, net: 8 },
      { order_id: '3', line_no: 1, product_id: 'Gift card', quantity: 1, net: 5 },
    ]);
    expect(await rows('select order_id, refund, net, status from next_orders order by 1')).toEqual([
      { order_id: '1', refund: 0, net: 30, status: 'completed' },
      { order_id: '2', refund: 8, net: 0, status: 'completed' },
      { order_id: '3', refund: 0, net: 5, status: 'cancelled' },
    ]);
  });

  it('amounts of orders on rows of lines: once where they repeat, added up where they differ', async () => {
    const targets = {
      order: 'orders.order_id',
      customer: 'orders.customer_id',
      date: 'orders.ordered_at',
      pieces: 'lines.quantity',
      product: 'lines.product_id',
      amount: 'orders.sales',
    };
    const text = (amounts: readonly number[]): string =>
      `order,customer,date,product,pieces,amount\n${['P', 'Q', 'R', 'S']
        .map(
          (product, row) =>
            `${row < 2 ? 1 : 2},A,2024-01-01,${product},${row % 2 === 0 ? 1 : 3},${amounts[row]}`,
        )
        .join('\n')}\n`;
    await load(['repeated.csv', text([40, 40, 20, 20]), targets]);
    expect(await rows('select order_id, net from next_orders order by 1')).toEqual([
      { order_id: '1', net: 40 },
      { order_id: '2', net: 20 },
    ]);
    expect(await rows('select product_id, net from next_lines order by 1')).toEqual([
      { product_id: 'P', net: 10 },
      { product_id: 'Q', net: 30 },
      { product_id: 'R', net: 5 },
      { product_id: 'S', net: 15 },
    ]);
    await load(['each.csv', text([10, 30, 5, 15]), targets]);
    expect(await rows('select order_id, net from next_orders order by 1')).toEqual([
      { order_id: '1', net: 40 },
      { order_id: '2', net: 20 },
    ]);
  });
});
