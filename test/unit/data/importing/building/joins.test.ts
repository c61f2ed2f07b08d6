import { beforeAll, describe, expect, it } from 'vitest';
import type { FilePlan, LoadReport, ValueFix } from '../../../../../src/data/importing/contract.ts';
import { rejectedCsv } from '../../../../../src/data/importing/rejected-csv.ts';
import type { Row } from '../../../../../src/data/row.ts';
import { openTestEngine, valueOf, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll, inspectOne, tryImport } from '../../../../support/importing.ts';
import { planned, type Targets } from '../../../../support/planned.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

type Source = readonly [name: string, text: string, targets: Targets];

/** Loads texts as files of these names, columns going where the test says, with these fixes by file. */
const load = async (
  sources: readonly Source[],
  fixes: Readonly<Record<string, readonly ValueFix[]>> = {},
): Promise<LoadReport> => {
  const files = sources.map(([name, text]) => fileOf(name, text));
  const plans = await planned(
    ...sources.map(([, , targets], index) => [files[index] ?? fileOf('', ''), targets] as const),
  );
  const fixed: readonly FilePlan[] = plans.map((plan) => ({ ...plan, fixes: fixes[plan.file] ?? [] }));
  return valueOf(await tryImport(engine, files, fixed));
};
const rows = async (sql: string): Promise<readonly Row[]> => engine.rows(sql);
const customersOfOrders = async (): Promise<readonly unknown[]> =>
  (await rows('select customer_id from next_orders order by order_id')).map((row) => row['customer_id']);

const orderTargets: Targets = {
  order: 'orders.order_id',
  buyer: 'orders.customer_id',
  date: 'orders.ordered_at',
  amount: 'orders.sales',
};
const ordersOf = (...buyers: readonly string[]): Source => [
  'orders.csv',
  `order,buyer,date,amount\n${buyers.map((buyer, row) => `${row + 1},${buyer},2024-01-0${row + 1},10\n`).join('')}`,
  orderTargets,
];
const customersOf = (...keys: readonly string[]): Source => [
  'people.csv',
  `key,town\n${keys.map((key) => `${key},Bern\n`).join('')}`,
  { key: 'customers.customer_id', town: 'customers.city' },
];

describe('near-misses', () => {
  it.each([
    ['case, spaces, punctuation and accents', ['acme ag', 'José-García'], ['ACME AG', 'Jose Garcia']],
    ['leading zeros', ['0017', '42'], ['17', '42']],
    ['a float’s .0', ['17.0', '42.0'], ['17', '42']],
    ['a constant prefix', ['CUST-0017', 'CUST-0042'], ['17', '42']],
    ['a constant prefix of the list', ['17', '42'], ['C00017', 'C00042']],
  ])('that differ by form only are joined and said: %s', async (_, said, meant) => {
    const report = await load([customersOf(...meant), ordersOf(...said)]);
    expect(await customersOfOrders()).toEqual(meant);
    expect(report.joins).toMatchObject([
      { names: 'customer', matched: 2, total: 2, valuesMatched: 2, values: 2 },
    ]);
    expect(await rows('select count(*)::integer as n from next_customers')).toEqual([{ n: 2 }]);
  });

  it('that are ambiguous or only look alike by a digit stay apart', async () => {
    const report = await load([customersOf('AB', 'a b', '1234567'), ordersOf('A-B', '1234568')]);
    expect(await customersOfOrders()).toEqual(['A-B', '1234568']);
    expect(report.joins?.[0]?.nearMisses).toEqual([]);
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'match-rate', severity: 'warning', count: 0 }),
    );
  });

  it('by a letter are offered, joined by a fix, and undone without it', async () => {
    const sources = [customersOf('Meridian Foods', 'Northstar'), ordersOf('Meridan Foods', 'Northstar')];
    const offered = await load(sources);
    expect(await customersOfOrders()).toEqual(['Meridan Foods', 'Northstar']);
    expect(offered.joins).toMatchObject([
      {
        from: { file: 'orders.csv', column: 'buyer' },
        to: { file: 'people.csv', column: 'key' },
        matched: 1,
        total: 2,
        nearMisses: [{ value: 'Meridan Foods', candidate: 'Meridian Foods', rows: 1, isJoined: false }],
      },
    ]);
    const fix = { column: 'buyer', from: 'Meridan Foods', to: 'Meridian Foods' };
    const fixed = await load(sources, { 'orders.csv': [fix] });
    expect(await customersOfOrders()).toEqual(['Meridian Foods', 'Northstar']);
    expect(fixed.files[1]?.issues).toContainEqual(expect.objectContaining({ code: 'fix-applied', count: 1 }));
    expect(fixed.joins?.[0]).toMatchObject({ matched: 2, nearMisses: [] });
    await load(sources);
    expect(await customersOfOrders()).toEqual(['Meridan Foods', 'Northstar']);
  });

  it('are left alone when a fix says that the value is right', async () => {
    const sources = [customersOf('GTX Pro'), ordersOf('GTXPro')];
    await load(sources, { 'orders.csv': [{ column: 'buyer', from: 'GTXPro', to: 'GTXPro' }] });
    expect(await customersOfOrders()).toEqual(['GTXPro']);
  });
});

describe('one customer in several files', () => {
  it('is known by number, else by address, else by name, and counted', async () => {
    const report = await load([
      [
        'shop.csv',
        'id,mail\n7,a@x.org\n8,b@x.org\n',
        { id: 'customers.customer_id', mail: 'customers.email' },
      ],
      [
        'crm.csv',
        'ref,mail\nC-1,A@X.org\nC-2,c@x.org\n',
        { ref: 'customers.customer_id', mail: 'customers.email' },
      ],
      ['list.csv', 'mail\nb@x.org\nd@x.org\n', { mail: 'customers.email' }],
      [
        'orders.csv',
        'order,who,mail,date,amount\n1,7,a@x.org,2024-01-01,10\n2,,B@x.org,2024-01-02,10\n3,C-1,,2024-01-03,10\n4,0,c@x.org,2024-01-04,10\n5,,,2024-01-05,10\n',
        {
          order: 'orders.order_id',
          who: 'orders.customer_id',
          mail: 'customers.email',
          date: 'orders.ordered_at',
          amount: 'orders.sales',
        },
      ],
    ]);
    expect(await customersOfOrders()).toEqual(['7', '8', '7', 'C-2', null]);
    expect(await rows('select customer_id from next_customers order by 1')).toEqual(
      ['7', '8', 'C-2', 'd@x.org'].map((customer_id) => ({ customer_id })),
    );
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'customers-unified' }));
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'customers-identified', count: 2 }));
  });

  it('is known by the number of another list that a list gives, found by its values', async () => {
    const people = Array.from({ length: 12 }, (_, row) => ({ crm: `P-${100 + row}`, card: `K${900 + row}` }));
    const report = await load([
      [
        'crm.csv',
        `person\n${people.map(({ crm }) => `${crm}\n`).join('')}`,
        { person: 'customers.customer_id' },
      ],
      [
        'cards.csv',
        `card,holder no\n${people.map(({ crm, card }) => `${card},${crm}\n`).join('')}K999,\n`,
        { card: 'customers.customer_id', 'holder no': 'attribute' },
      ],
      ordersOf('K900', 'K911', 'K999'),
    ]);
    expect(await customersOfOrders()).toEqual(['P-100', 'P-111', 'K999']);
    expect(report.files[1]?.issues).toContainEqual(expect.objectContaining({ code: 'customers-bridged' }));
    expect(await rows('select count(*)::integer as n from next_customers')).toEqual([{ n: 13 }]);
  });
});

describe('files that only serve others', () => {
  it('link records to customers, name categories, or are named as not used', async () => {
    const report = await load([
      ['people.csv', 'id,city\nP1,Bern\nP2,Genf\n', { id: 'customers.customer_id', city: 'customers.city' }],
      [
        'deals.csv',
        'id,stage,amount,closed\nD1,won,100,2024-01-01\nD2,lost,50,2024-01-02\nD3,won,70,2024-01-03\n',
        { id: 'deals.deal_id', stage: 'deals.stage', amount: 'deals.amount', closed: 'deals.closed_at' },
      ],
      [
        'deal_people.csv',
        'deal,person\nD1,P2\nD1,P1\nD2,P1\n',
        { deal: 'deals.deal_id', person: 'deals.customer_id' },
      ],
      ['weather.csv', 'day,rain\n2024-01-01,3\n', {}],
    ]);
    expect(await rows('select deal_id, customer_id from next_deals order by 1')).toEqual([
      { deal_id: 'D1', customer_id: 'P2' },
      { deal_id: 'D2', customer_id: 'P1' },
      { deal_id: 'D3', customer_id: null },
    ]);
    expect(report.files.map(({ isUnused = false, issues }) => [isUnused, issues[0]?.code])).toEqual([
      [false, undefined],
      [false, 'records-linked'],
      [true, 'file-consulted'],
      [true, 'file-not-used'],
    ]);
  });

  it('are an error when there is nothing else', async () => {
    const file = fileOf('weather.csv', 'day,rain\n2024-01-01,3\n');
    const loaded = await tryImport(engine, [file], await planned([file, {}]));
    expect(loaded).toMatchObject({ ok: false, error: { kind: 'mapping-incomplete' } });
  });
});

describe('rows that can’t be kept', () => {
  const tickets: Source = [
    'tickets.csv',
    'id,who,opened,topic\n1,A,2024-01-01,x\n1,A,2024-01-01,x\n1,B,2024-01-09,"y, ""z"""\n2,,2024-01-02,x\n3,C,soon,x\n4,C,2024-01-04,x\n',
    {
      id: 'tickets.ticket_id',
      who: 'tickets.customer_id',
      opened: 'tickets.opened_at',
      topic: 'tickets.category',
    },
  ];

  it('contradict an earlier row, name nobody or can’t be read; repeats count once', async () => {
    const { files } = await load([tickets]);
    expect(files[0]).toMatchObject({ rowsRead: 6, rowsKept: 3, rowsRejected: 3 });
    expect(files[0]?.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [4, '“1” in id stands on an earlier row with other values: row 1'],
      [5, 'who is empty'],
      [6, '“soon” in opened can’t be read as a date between 1900 and 2199'],
    ]);
    expect(files[0]?.issues).toContainEqual(expect.objectContaining({ code: 'repeated-rows', count: 1 }));
    expect(await rows('select count(*)::integer as n from next_tickets')).toEqual([{ n: 2 }]);
  });

  it('are written out in their own words, and what was put right comes in again', async () => {
    const { files } = await load([tickets]);
    const [report] = files;
    if (report === undefined) throw new Error('nothing was loaded');
    const csv = rejectedCsv(report);
    expect(csv.split('\r\n').slice(0, 2)).toEqual([
      'id,who,opened,topic,line,reason',
      '1,B,2024-01-09,"y, ""z""",4,“1” in id stands on an earlier row with other values: row 1',
    ]);
    const inspected = await inspectOne(fileOf('rejected.csv', csv.replace('soon', '2024-01-05')));
    expect(inspected.columns.map(({ name }) => name)).toEqual([
      'id',
      'who',
      'opened',
      'topic',
      'line',
      'reason',
    ]);
    expect(inspected.mapping.slice(-2).map(({ target }) => target)).toEqual(['ignore', 'ignore']);
  });
});

describe('files of the same name', () => {
  it('are told apart by their place', async () => {
    const text = (buyer: string): string =>
      `order,customer id,date,amount\n${buyer},${buyer},2024-01-01,10\n`;
    const report = await importAll(engine, fileOf('orders.csv', text('A')), fileOf('orders.csv', text('B')));
    expect(report.files.map(({ file, rowsKept }) => [file, rowsKept])).toEqual([
      ['orders.csv', 1],
      ['orders.csv (2)', 1],
    ]);
    expect(await customersOfOrders()).toEqual(['A', 'B']);
  });
});
