import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LoadMode, LoadReport } from '../../../../src/data/importing/contract.ts';
import { EngineService } from '../../../../src/engine/service/engine-service.ts';
import { plainTools, valueOf } from '../../../support/engine.ts';
import { fileOf } from '../../../support/importing.ts';
import { nodeHost } from '../../../support/node-host.ts';

const emptyModule = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));

let engine: EngineService;
beforeAll(async () => {
  engine = new EngineService(() => nodeHost, plainTools);
  valueOf(await engine.start({ module: emptyModule }));
});

const load = async (mode: LoadMode, files: Readonly<Record<string, string>>): Promise<LoadReport> => {
  const given = Object.entries(files).map(([name, text]) => fileOf(name, text));
  const inspections = valueOf(await engine.inspect('i', given, () => undefined));
  return valueOf(await engine.load('l', inspections, given, () => undefined, mode));
};
const rows = async (sql: string) => valueOf(await engine.sql('q', sql)).rows;
const issue = (report: LoadReport, code: string) => report.issues.find((one) => one.code === code);
const change = (report: LoadReport, table: string) => {
  const { added, updated, unchanged, removed } = report.changes?.find((one) => one.table === table) ?? {};
  return [added, updated, unchanged, removed];
};

const april =
  'order id,customer id,order date,amount\n1,ann,2024-04-01,10\n2,bob,2024-04-02,20\n3,ann,2024-04-03,30';
const may = 'order id,customer id,order date,amount\n3,ann,2024-04-03,35\n4,cyd,2024-05-02,40';

describe('names that differ by form from those of the open data', () => {
  const products = 'product id,product name,category\nGTX Pro,GTX Pro,Cards\nMG Special,MG Special,Cards';
  const lines = (name: string): string =>
    `order id,customer id,order date,product id,quantity,unit price\n1,ann,2024-04-01,${name},1,10`;
  const sold = () => rows('select product_id as id from lines order by 1');

  it('are joined to what those describe, said, and kept apart by a fix', async () => {
    await load('replace', { 'products.csv': products });
    const report = await load('append', { 'orders.csv': lines('GTXPro') });
    expect(await sold()).toEqual([{ id: 'GTX Pro' }]);
    expect(await rows('select count(*)::int as n from products')).toEqual([{ n: 2 }]);
    expect(report.joins).toMatchObject([
      {
        from: { file: 'orders.csv', column: 'product id' },
        to: { file: 'the data before' },
        matched: 1,
        total: 1,
        nearMisses: [{ value: 'GTXPro', candidate: 'GTX Pro', isJoined: true }],
      },
    ]);
    expect(issue(report, 'near-miss-joined')?.count).toBe(1);
  });

  it('are offered where they differ by a letter', async () => {
    await load('replace', { 'products.csv': products });
    const report = await load('append', { 'orders.csv': lines('MG Specail') });
    expect(await sold()).toEqual([{ id: 'MG Specail' }]);
    expect(report.joins?.[0]?.nearMisses).toMatchObject([{ candidate: 'MG Special', isJoined: false }]);
  });

  it('stay what they are where the data before only name them, or the files replace those', async () => {
    await load('replace', { 'april.csv': april.replaceAll('ann', 'an-n') });
    await load('append', { 'may.csv': may.replace('cyd', 'ann') });
    expect(
      await rows(`select count(*)::int as n from customers where customer_id in ('ann', 'an-n')`),
    ).toEqual([{ n: 2 }]);
    await load('replace', { 'products.csv': products });
    await load('replace', { 'orders.csv': lines('GTXPro') });
    expect(await sold()).toEqual([{ id: 'GTXPro' }]);
  });
});

describe('orders with numbers', () => {
  beforeEach(async () => {
    await load('replace', { 'april.csv': april });
  });

  it('are added, and the same number is the same order', async () => {
    const report = await load('append', { 'may.csv': may });
    expect(await rows('select order_id as id, net::double as net from orders order by 1')).toEqual([
      { id: '1', net: 10 },
      { id: '2', net: 20 },
      { id: '3', net: 35 },
      { id: '4', net: 40 },
    ]);
    expect(report.mode).toBe('append');
    expect(change(report, 'orders')).toEqual([1, 1, 2, 0]);
    expect(change(report, 'customers')).toEqual([1, 0, 2, 0]);
    expect(report.headlines).toEqual([
      { key: 'customers', before: 2, after: 3 },
      { key: 'orders', before: 3, after: 4 },
      { key: 'revenue', before: 60, after: 105 },
    ]);
    expect(report.tables.find(({ name }) => name === 'orders')?.rows).toBe(4);
    expect(issue(report, 'orders-updated')?.count).toBe(1);
  });

  it('are added to the data as loaded, and what was done to those is done to all', async () => {
    await load('replace', { 'april.csv': `${april}\n7,zoe,2024-04-09,0` });
    valueOf(await engine.treat('t', [{ kind: 'exclude-zero-value-orders' }], () => undefined));
    expect(await rows('select count(*)::int as n from orders')).toEqual([{ n: 3 }]);
    const report = await load('append', { 'may.csv': `${may}\n8,zoe,2024-05-09,0` });
    expect(change(report, 'orders')).toEqual([2, 1, 3, 0]);
    expect(await rows('select count(*)::int as n from orders')).toEqual([{ n: 4 }]);
    expect(valueOf(await engine.save()).find(({ name }) => name === 'orders')?.rows).toBe(6);
    valueOf(await engine.treat('t', [], () => undefined));
    expect(await rows('select count(*)::int as n from orders')).toEqual([{ n: 6 }]);
  });

  it('added twice change nothing the second time, not even the fingerprint', async () => {
    await load('append', { 'may.csv': may });
    const before = valueOf(await engine.describe());
    const report = await load('append', { 'may.csv': may });
    expect(change(report, 'orders')).toEqual([0, 0, 4, 0]);
    expect(valueOf(await engine.describe())).toEqual(before);
  });

  it('that take the place of the data are compared with them', async () => {
    const report = await load('replace', { 'may.csv': may });
    expect(report.mode).toBe('replace');
    expect(change(report, 'orders')).toEqual([1, 1, 0, 2]);
    expect(change(report, 'customers')).toEqual([1, 0, 1, 1]);
  });

  it('leave everything as it was when the new file can’t be used', async () => {
    const before = valueOf(await engine.describe());
    const file = fileOf('x.csv', may);
    const plans = valueOf(await engine.inspect('i', [file], () => undefined));
    const bad = fileOf('x.csv', 'order id,customer id,order date,amount\n1,ann,someday,1\n2,bob,later,2');
    expect((await engine.load('l', plans, [bad], () => undefined, 'append')).ok).toBe(false);
    expect(valueOf(await engine.describe())).toEqual(before);
  });

  it('can be cancelled while they are added', async () => {
    const before = valueOf(await engine.describe());
    const file = fileOf('may.csv', may);
    const plans = valueOf(await engine.inspect('i', [file], () => undefined));
    for (const wanted of ['Adding to the data', 'Comparing with the data before']) {
      const cancelled = await engine.load(
        'l',
        plans,
        [file],
        ({ stage }) => void (stage === wanted && engine.cancel('l')),
        'append',
      );
      expect(cancelled, wanted).toEqual({ ok: false, error: { kind: 'cancelled' } });
      expect(valueOf(await engine.describe()), wanted).toEqual(before);
    }
  });
});

describe('what the new files do not say', () => {
  it('stays: details of customers, names of products', async () => {
    await load('replace', {
      'customers.csv':
        'customer id,name,email,country,tier\nann,Ann Lee,ann@x.org,UK,gold\nbob,Bob Ray,bob@x.org,FR,',
      'products.csv': 'product id,product name,category\np1,Kettle,Kitchen\np2,Lamp,Light',
      'lines.csv':
        'order id,customer id,order date,product id,quantity,unit price\n1,ann,2024-04-01,p1,1,10\n2,bob,2024-04-02,p2,2,5',
    });
    await load('append', {
      'lines.csv':
        'order id,customer id,order date,product id,quantity,unit price\n2,bob,2024-04-02,p1,1,7\n3,cyd,2024-05-02,p3,1,4',
    });
    expect(await rows('select customer_id as id, name, country from customers order by 1')).toEqual([
      { id: 'ann', name: 'Ann Lee', country: 'UK' },
      { id: 'bob', name: 'Bob Ray', country: 'FR' },
      { id: 'cyd', name: null, country: null },
    ]);
    expect(await rows('select product_id as id, name, category from products order by 1')).toEqual([
      { id: 'p1', name: 'Kettle', category: 'Kitchen' },
      { id: 'p2', name: 'Lamp', category: 'Light' },
      { id: 'p3', name: 'p3', category: null },
    ]);
    expect(await rows('select order_id as o, product_id as p from lines order by 1, 2')).toEqual([
      { o: '1', p: 'p1' },
      { o: '2', p: 'p1' },
      { o: '3', p: 'p3' },
    ]);
    expect(await rows('select * from customer_attributes order by 1')).toMatchObject([
      { customer_id: 'ann', attr_tier: 'gold' },
      { customer_id: 'bob' },
    ]);
  });

  it('attributes of a later list are added to those that were there', async () => {
    await load('replace', { 'a.csv': 'customer id,name,tier\n1,Ann,gold\n2,Bob,silver' });
    await load('append', { 'b.csv': 'customer id,name,points\n2,Bob,50\n3,Cyd,70' });
    expect(
      await rows(
        'select customer_id as id, attr_tier as tier, attr_points as points from customer_attributes order by 1',
      ),
    ).toEqual([
      { id: '1', tier: 'gold', points: null },
      { id: '2', tier: 'silver', points: 50 },
      { id: '3', tier: null, points: 70 },
    ]);
  });
});

describe('purchases without numbers', () => {
  const log = (...lines: readonly string[]): string => ['customer,date,amount', ...lines].join('\n');

  it('overlap without being counted twice, and a purchase that differs is kept and said', async () => {
    await load('replace', { 'log.csv': log('ann,2024-04-01,10', 'bob,2024-04-30,20') });
    const report = await load('append', {
      'more.csv': log('bob,2024-04-30,20', 'ann,2024-04-01,11', 'cyd,2024-05-01,30'),
    });
    expect(await rows('select count(*)::int as n, sum(net)::double as net from orders')).toEqual([
      { n: 4, net: 71 },
    ]);
    expect(issue(report, 'purchases-beside')?.count).toBe(1);
    const again = await load('append', {
      'more.csv': log('bob,2024-04-30,20', 'ann,2024-04-01,11', 'cyd,2024-05-01,30'),
    });
    expect(change(again, 'orders')).toEqual([0, 0, 4, 0]);
  });

  it('anonymous ones are told apart by what they are, as often as they occur', async () => {
    await load('replace', { 'log.csv': log(',2024-04-01,10', ',2024-04-01,10', 'bob,2024-04-30,20') });
    await load('append', { 'more.csv': log(',2024-05-01,5', ',2024-04-01,10', 'bob,2024-05-30,20') });
    expect(
      await rows('select net::double as net, count(*)::int as n from orders group by 1 order by 1'),
    ).toEqual([
      { net: 5, n: 1 },
      { net: 10, n: 2 },
      { net: 20, n: 2 },
    ]);
  });
});

describe('customers known by e-mail address on one side', () => {
  const list = 'customer id,name,email\n17,Ann,Ann@x.org\n18,Bob,bob@x.org';
  const orders = 'order id,email,order date,amount\n1,ann@x.org,2024-04-01,10\n2,zoe@x.org,2024-04-02,20';

  it.each([
    ['the list comes first', list, orders],
    ['the orders come first', orders, list],
  ])('are joined when %s', async (_, first, second) => {
    await load('replace', { 'first.csv': first });
    const report = await load('append', { 'second.csv': second });
    expect(await rows('select order_id as o, customer_id as c from orders order by 1')).toEqual([
      { o: '1', c: '17' },
      { o: '2', c: 'zoe@x.org' },
    ]);
    expect(await rows('select customer_id as c from customers order by 1')).toEqual([
      { c: '17' },
      { c: '18' },
      { c: 'zoe@x.org' },
    ]);
    expect(issue(report, 'customers-joined-by-email')?.count).toBe(1);
  });
});

describe('tables without a natural key', () => {
  it('are joined without what is there word for word', async () => {
    const answers = (...lines: readonly string[]): string =>
      ['customer id,answered at,nps score,comment', ...lines].join('\n');
    await load('replace', { 'nps.csv': answers('ann,2024-04-01,9,good', 'bob,2024-04-02,3,bad') });
    const report = await load('append', {
      'nps 2.csv': answers('bob,2024-04-02,3,bad', 'bob,2024-05-02,4,better'),
    });
    expect(await rows('select count(*)::int as n from surveys')).toEqual([{ n: 3 }]);
    expect(change(report, 'surveys')).toEqual([1, 0, 2, 0]);
    expect(issue(report, 'rows-known')?.count).toBe(1);
  });
});

describe('lines that come after their orders', () => {
  it('give them their amounts, and belong to no order only when there is none', async () => {
    await load('replace', {
      'orders.csv':
        'order_id,customer_id,order_status,order_purchase_timestamp,order_delivered_customer_date,order_estimated_delivery_date\na,ann,delivered,2024-04-01 10:00:00,2024-04-03 10:00:00,2024-04-05 10:00:00\nb,bob,delivered,2024-04-02 11:00:00,2024-04-03 10:00:00,2024-04-05 10:00:00',
    });
    const report = await load('append', {
      'items.csv':
        'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value\na,1,p1,s,2024-04-02,10.00,1.00\na,2,p2,s,2024-04-02,5.00,1.00\nz,1,p1,s,2024-04-02,8.00,1.00',
    });
    expect(await rows('select order_id as o, net::double as net from orders order by 1')).toMatchObject([
      { o: 'a', net: 15 },
      { o: 'b', net: 0 },
    ]);
    expect(issue(report, 'orphan-lines')?.count).toBe(1);
  });
});
