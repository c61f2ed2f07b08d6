import { beforeAll, describe, expect, it } from 'vitest';
import type { ChannelPerformance } from '../../src/analyses/channel-performance/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion): Promise<ChannelPerformance> =>
  valueOf(await engine.run('channel-performance', question)).value as ChannelPerformance;
const channelOf = (value: ChannelPerformance, category: string) =>
  value.channels.find((channel) => channel.category === category);

/** Names as shops, CRMs and ad accounts write them in six languages, and where Payne & Frow (2005) put them. */
const examples: Readonly<Record<string, readonly string[]>> = {
  'sales force': [
    'Sales Force',
    'Außendienst',
    'force de vente',
    'Trade fair',
    'Key Account Management',
    'visit',
    'Mobile sales force',
  ],
  outlets: [
    'outlet',
    'POS',
    'Point of Sale',
    'Filiale',
    'Magasin',
    'tienda',
    'Ladengeschäfte',
    'retail store',
    'Shopify POS',
  ],
  telephony: [
    'Telephone',
    'telefonisch',
    'Téléphone',
    'Call-Center',
    'inside sales',
    'calls',
    'teléfono',
    'Hotline',
  ],
  'direct marketing': [
    'direct mail',
    'Direktmarketing',
    'Katalog',
    'catalogue',
    'mailing',
    'TV',
    'Radio',
    'letter',
  ],
  'e-commerce': [
    'web',
    'E-Commerce',
    'ecommerce',
    'Online-Shop',
    'website',
    'E-Mail',
    'correo electrónico',
    'search',
    'Google Ads',
    'marketplace',
    'Web enquiry',
    'webshop',
    'referral: facebook.com',
    'click',
  ],
  'm-commerce': ['Mobile App', 'm-commerce', 'iOS', 'android', 'SMS', 'WhatsApp', 'Handy'],
  none: [
    'promotion',
    'referral',
    'unknown',
    'orders',
    'Returns desk',
    'Customer service',
    'Delivery',
    'rush orders',
    'lines',
    'Warehouse',
    'direct',
    'Workshop',
  ],
};

describe('names of channels', () => {
  it('go where the rules say, whatever the language, and nowhere where no rule knows them', async () => {
    const engine = await openTestEngine();
    await engine.createCanonicalTables();
    const names = Object.values(examples).flat();
    for (const [at, name] of names.entries())
      await engine.exec(
        `insert into orders (order_id, customer_id, ordered_at, gross, net, channel) values ('${at}', 'c${at}', timestamp '2025-01-01', 1, 1, '${name}')`,
      );
    const value = await ask(engine, { context: { asOf: '2025-02-01' } });
    const placed = Object.fromEntries(value.names.map(({ name, category }) => [name, category ?? 'none']));
    for (const [category, list] of Object.entries(examples))
      for (const name of list) expect(`${name}: ${placed[name.toLowerCase()]}`).toBe(`${name}: ${category}`);
    expect(value.unplacedOrders).toBe(examples['none']?.length);
    const own = await ask(engine, {
      context: { asOf: '2025-02-01' },
      params: { ownChannels: 'Promotion = direct marketing; search = none' },
    });
    expect(own.names.find(({ name }) => name === 'promotion')).toMatchObject({
      category: 'direct marketing',
      isOwn: true,
    });
    expect(own.names.find(({ name }) => name === 'search')).toMatchObject({ category: null, isOwn: true });
    expect((await engine.run('channel-performance', { params: { ownChannels: 'a = b' } })).ok).toBe(false);
  }, 60_000);
});

describe('four customers, by hand', () => {
  let engine: TestEngine;
  const context = { asOf: '2025-12-31' } as const;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(
      `insert into customers (customer_id, acq_channel) values ('a', 'search'), ('b', null), ('c', 'friend'), ('d', null)`,
    );
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net, channel) values
      ('1', 'a', timestamp '2025-06-01 10:00', 100, 100, 'web'), ('2', 'a', timestamp '2025-07-01 10:00', 60, 60, 'Filiale'),
      ('3', 'b', timestamp '2025-06-01 10:00', 40, 40, 'web'), ('4', 'b', timestamp '2025-07-01 10:00', 40, 40, 'web'),
      ('5', 'c', timestamp '2025-06-01 10:00', 30, 30, 'web'), ('6', 'd', timestamp '2024-01-01 10:00', 99, 99, 'web'),
      ('7', null, timestamp '2025-06-01 10:00', 10, 10, null), ('8', 'd', timestamp '2025-08-01 10:00', 20, 20, 'kerbside')`);
    await engine.exec(
      `insert into lines (order_id, line_no, net, cost) values ('1', 1, 100, 60), ('3', 1, 40, 30)`,
    );
    await engine.exec(`insert into campaigns (campaign_id, name, cost, channel, starts_on, ends_on) values
      ('x', 'Search ads', 100, 'Google Ads', date '2024-12-27', date '2025-01-05'),
      ('y', 'Poster', 40, 'city light', date '2025-02-01', null)`);
    await engine.exec(`insert into costs (pool, driver, period, amount) values
      ('Shop staff', 'store', date '2025-03-01', 30), ('Picking', 'lines', date '2025-03-01', 7), ('Picking', 'lines', date '2023-03-01', 700)`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind, direction, channel) values
      ('1', 'a', timestamp '2025-07-02', 'e-mail', 'in', null), ('2', 'a', timestamp '2025-07-04', 'call', 'in', null),
      ('3', 'a', timestamp '2025-07-05', 'call', 'in', null), ('4', 'b', timestamp '2025-07-02', 'e-mail', 'in', null),
      ('5', 'b', timestamp '2025-07-20', 'call', 'in', null), ('6', 'b', timestamp '2025-07-21', 'call', 'out', null),
      ('7', 'b', timestamp '2025-12-30', 'call', 'in', null)`);
    await engine.exec(`insert into tickets (ticket_id, customer_id, opened_at, csat) values
      ('1', 'a', timestamp '2025-07-10', 2), ('2', 'b', timestamp '2025-07-03', 4), ('3', 'c', timestamp '2025-12-01', 5)`);
  });

  it('adds up what each category brings, wins and costs', async () => {
    const value = await ask(engine, { context });
    expect(value).toMatchObject({
      orders: 7,
      revenue: 300,
      untoldOrders: 1,
      unplacedOrders: 1,
      isSegment: false,
    });
    expect(value.placedShare).toBeCloseTo(5 / 7, 12);
    // 100 × 5 of 10 days lie in 2025; the margin of web: (40 + 10) ÷ 140 of 210, two thirds of it known.
    expect(channelOf(value, 'e-commerce')).toMatchObject({
      customers: 3,
      orders: 4,
      revenue: 210,
      won: 3,
      campaignCost: 50,
      poolCost: null,
      cost: 50,
      revenuePerCost: 4.2,
      margin: 75,
    });
    expect(channelOf(value, 'outlets')).toMatchObject({
      customers: 1,
      revenue: 60,
      won: 0,
      poolCost: 30,
      revenuePerCost: 2,
      margin: null,
    });
    expect(value.untied.map(({ item, cost }) => [item, cost])).toEqual([
      ['Poster', 40],
      ['Picking', 7],
    ]);
    expect(value.untiedCost).toBe(47);
  });

  it('compares customers of several channels with those who have as many orders', async () => {
    const value = await ask(engine, { context });
    // a: 160 by two channels, two orders; b: 80 by one with two orders; c: 30 with one order.
    expect(value.valueRatio).toBeCloseTo(160 / 55, 12);
    expect(value.equalRatio).toBe(2);
    expect(value.multiShare).toBeCloseTo(1 / 3, 12);
  });

  it('follows contacts that the customer began into other channels', async () => {
    const value = await ask(engine, { context });
    // Followed: 1 to 5; only the first goes on elsewhere, the second in the same channel. The last is too young.
    expect(value).toMatchObject({ followed: 5, handoffShare: 0.2, repeatShare: 0.2 });
    expect(value.handoffs).toMatchObject([
      { from: 'e-commerce', to: 'telephony', contacts: 1, of: 2, share: 0.5 },
    ]);
  });

  it('counts a ticket for the channel used before it, and leaves out what is too long ago', async () => {
    const value = await ask(engine, { context });
    expect(channelOf(value, 'telephony')?.scores).toMatchObject([
      { kind: 'ticket', answers: 1, mean: 2, low: null },
    ]);
    expect(channelOf(value, 'e-commerce')?.scores).toMatchObject([{ kind: 'ticket', answers: 1, mean: 4 }]);
  });

  it('gives no costs for a part of the customers', async () => {
    const value = await ask(engine, {
      context,
      segment: { kind: 'compare', field: 'orders', operator: 'at-least', value: 2 },
    });
    expect(value.isSegment).toBe(true);
    expect(value.channels.every(({ cost }) => cost === null)).toBe(true);
    expect(value.untied).toEqual([]);
  });
});

describe('what the sample companies’ channels bring', () => {
  it('adds up to the retailer’s revenue; half-price customers came by no channel', async () => {
    const engine = await openSampleEngine('retailer');
    const value = await ask(engine, { params: { windowDays: 3_650 } });
    const [row] = await engine.rows(
      `select sum(net)::double as revenue, count(*) filter (is_purchase)::integer as orders from order_facts`,
    );
    expect(value.channels.reduce((sum, { revenue }) => sum + revenue, 0)).toBeCloseTo(
      Number(row?.['revenue']),
      4,
    );
    expect(value.orders).toBe(row?.['orders']);
    expect(value.placedShare).toBe(1);
    expect(value.names.filter(({ category }) => category === null).map(({ name }) => name)).toEqual([
      'promotion',
      'referral',
    ]);
    expect(value.uses.filter(({ rung }) => rung >= 3).length).toBeGreaterThan(15);
  });

  it('ties the supplier’s visits and calls to sales force and telephony', async () => {
    const value = await ask(await openSampleEngine('supplier'));
    expect(channelOf(value, 'sales force')?.poolCost).toBeGreaterThan(100_000);
    expect(channelOf(value, 'telephony')?.poolCost).toBeGreaterThan(20_000);
    expect(channelOf(value, 'e-commerce')?.cost).toBeNull();
    expect(value.untied.map(({ item }) => item)).toContain('Warehouse');
    expect(value.handoffs).toEqual([]);
  });
});
