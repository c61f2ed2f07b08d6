import { beforeAll, describe, expect, it } from 'vitest';
import type { LoadReport } from '../../../../src/data/importing/contract.ts';
import { openTestEngine, valueOf, type TestEngine } from '../../../support/engine.ts';
import { fileOf, inspectAll, inspectOne, testTools } from '../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const table = (header: string, ...rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;
const log = (...rows: readonly string[]): File => fileOf('log.csv', table('customer,date,amount', ...rows));
/** Forty purchases of ten customers between January and September 2024. */
const ordinary = Array.from(
  { length: 40 },
  (_, index) => `C${index % 10},2024-0${1 + (index % 9)}-1${index % 9},${10 + index}`,
);
const load = async (...files: readonly File[]): Promise<LoadReport> =>
  valueOf(await engine.load(await inspectAll(...files), files, testTools));
const customerIds = async (): Promise<readonly unknown[]> =>
  (await engine.rows('select customer_id from customers order by customer_id')).map(
    ({ customer_id: id }) => id,
  );
const issueOf = (report: LoadReport, code: string) => report.issues.find((issue) => issue.code === code);

describe('names that are code', () => {
  it('columns named like SQL, quotes and parts of JavaScript become attributes like any other', async () => {
    const header =
      'customer_id,"a""b; drop table customers;--",constructor,__proto__,toString,"it\'s",Größe,长度';
    const people = Array.from(
      { length: 12 },
      (_, index) => `C${index},q${index % 2},k${index % 2},p${index % 3},tall,${index},${index % 2},long`,
    );
    await load(
      fileOf('people.csv', table(header, ...people)),
      fileOf('orders.csv', table('order_id,customer_id,order_date,amount', 'O1,C1,2024-01-01,5')),
    );
    const [first] = await engine.rows("select * from customer_attributes where customer_id = 'C1'");
    expect(first).toEqual({
      customer_id: 'C1',
      attr_a_b_drop_table_customers: 'q1',
      attr_constructor: 'k1',
      attr_proto: 'p1',
      attr_to_string: 'tall',
      attr_it_s: 1,
      attr_grosse: 1,
      attr_长度: 'long',
    });
    const outcome = valueOf(
      await engine.run('segment-profile', {
        segment: { kind: 'compare', field: 'attr_constructor', operator: 'is', value: 'k1' },
      }),
    );
    expect(outcome.value).toMatchObject({ focus: { customers: 6 }, comparison: { customers: 6 } });
  });

  it('identifiers stay as they are: zeros, spaces, quotes, other alphabets', async () => {
    await load(
      log(
        '007,2024-01-05,10',
        '7,2024-01-05,10',
        ' 007 ,2024-01-06,10',
        'Ünï 🧀,2024-01-05,10',
        `"O'Brien; drop table orders",2024-01-05,10`,
        'A B,2024-01-05,10',
      ),
    );
    expect(await customerIds()).toEqual(['007', '7', 'A B', "O'Brien; drop table orders", 'Ünï 🧀']);
    expect(await engine.rows("select count(*)::integer as n from orders where customer_id = '007'")).toEqual([
      { n: 2 },
    ]);
  });

  it('an e-mail address is a customer, whatever its case', async () => {
    const report = await load(
      fileOf(
        'x.csv',
        table(
          'email,date,amount',
          'Ann@X.com,2024-01-05,10',
          'ann@x.com,2024-02-05,20',
          'bo@y.org,2024-02-06,5',
        ),
      ),
    );
    expect(report.files[0]).toMatchObject({ rowsKept: 3 });
    expect(await customerIds()).toEqual(['ann@x.com', 'bo@y.org']);
  });
});

describe('days that can’t be right', () => {
  it('a mistyped year far ahead is said and moves neither the last day nor as-of', async () => {
    const report = await load(log(...ordinary, 'C1,2101-05-05,10'));
    expect(issueOf(report, 'late-orders')).toMatchObject({ severity: 'warning', count: 1 });
    expect(issueOf(report, 'late-orders')?.message).toMatch(/2101-05-05.*2024-09-18/);
    expect(await engine.describe()).toMatchObject({ firstOrder: '2024-01-10', lastOrder: '2024-09-18' });
    expect(valueOf(await engine.run('rfm')).value).toMatchObject({ scored: 10 });
  });

  it('a placeholder long before all others is said', async () => {
    const report = await load(log(...ordinary, 'C1,1900-01-01,10'));
    expect(issueOf(report, 'early-orders')).toMatchObject({ severity: 'warning', count: 1 });
    expect(await engine.describe()).toMatchObject({ firstOrder: '1900-01-01', lastOrder: '2024-09-18' });
  });

  it('a business that pauses, or is small, is left alone', async () => {
    const later = ordinary.slice(0, 5).map((row) => row.replace('2024', '2028'));
    const paused = await load(log(...ordinary, ...later));
    expect(issueOf(paused, 'late-orders')).toBeUndefined();
    expect((await engine.describe()).lastOrder).toBe('2028-05-14');
    const small = await load(log('A,2019-01-01,1', 'B,2024-01-01,1'));
    expect(issueOf(small, 'late-orders')).toBeUndefined();
    expect((await engine.describe()).lastOrder).toBe('2024-01-01');
  });

  it('years beyond 1900–2199 are rejected with the reason, days before 1970 are days', async () => {
    const report = await load(log('A,2201-05-05,10', 'A,0024-05-05,10', 'B,1955-01-05,3', 'B,1969-12-31,4'));
    expect(report.files[0]?.rejected.map(({ line, reason }) => [line, reason])).toEqual([
      [2, '“2201-05-05” in date can’t be read as a date between 1900 and 2199'],
      [3, '“0024-05-05” in date can’t be read as a date between 1900 and 2199'],
    ]);
    expect(await engine.describe()).toMatchObject({ firstOrder: '1955-01-05', lastOrder: '1969-12-31' });
  });
});

describe('money that is not what it seems', () => {
  it.each([
    ['a currency column', 'customer,date,amount,currency', ['A,2024-01-05,10,EUR', 'B,2024-01-06,20,usd']],
    ['signs', 'customer,date,amount', ['A,2024-01-05,€10.00', 'B,2024-01-06,$20.00']],
    ['codes', 'customer,date,amount', ['A,2024-01-05,EUR 10.00', 'B,2024-01-06,USD 20.00']],
  ])('two currencies told by %s are warned of at import and in the overview', async (_, header, rows) => {
    const report = await load(fileOf('x.csv', table(header, ...rows)));
    expect(issueOf(report, 'mixed-currencies')).toMatchObject({ severity: 'warning', count: 2 });
    expect((await engine.describe()).currencies.map(({ code }) => code)).toEqual(['EUR', 'USD']);
    const { warnings } = valueOf(await engine.run('overview'));
    expect(warnings.map(({ code }) => code)).toContain('mixed-currencies');
  });

  it('one sign is everybody’s currency', async () => {
    await load(log('A,2024-01-05,R$ 10', 'B,2024-01-06,20'));
    expect((await engine.describe()).currencies).toEqual([{ code: 'BRL', orders: 2 }]);
  });

  it('decimal commas and thousands dots', async () => {
    const file = fileOf(
      'x.csv',
      table(
        'Kunde;Datum;Betrag',
        'a;05.01.2024;1.234,56',
        'b;31.01.2024;12.345.678,90',
        'c;01.02.2024;-1.000',
      ),
    );
    await load(file);
    expect(await engine.rows('select net from orders order by customer_id')).toEqual([
      { net: 1234.56 },
      { net: 12_345_678.9 },
      { net: -1000 },
    ]);
  });

  it('discounts that no file tells of are unknown, not none', async () => {
    await load(log(...ordinary));
    expect(await engine.rows('select count(discount)::integer as known from orders')).toEqual([{ known: 0 }]);
    const { value } = valueOf(await engine.run('segment-profile'));
    const keys = (value as { measures: readonly { key: string }[] }).measures.map(({ key }) => key);
    expect(keys).not.toContain('discount-share');
    await load(
      fileOf('x.csv', table('customer,date,amount,discount', 'A,2024-01-05,10,2', 'B,2024-01-06,20,')),
    );
    const discounts = 'select discount, gross, net from orders order by customer_id';
    expect(await engine.rows(discounts)).toEqual([
      { discount: 2, gross: 12, net: 10 },
      { discount: 0, gross: 20, net: 20 },
    ]);
  });
});

describe('customers who are not one each', () => {
  it('rows that repeat a customer and shared addresses are said', async () => {
    const report = await load(
      fileOf(
        'customers.csv',
        table(
          'customer_id,name,email',
          'c1,Ann,ann@x.com',
          'c1,Anna,ann@x.com',
          'c2,Bo,bo@x.com',
          'c3,Bob,Bo@x.com',
        ),
      ),
      fileOf('orders.csv', table('order_id,customer_id,order_date,amount', 'o1,c1,2024-01-01,5')),
    );
    expect(issueOf(report, 'repeated-customers')).toMatchObject({ count: 1 });
    expect(issueOf(report, 'same-email')).toMatchObject({ severity: 'warning', count: 2 });
    expect(await engine.rows("select name from customers where customer_id = 'c1'")).toEqual([
      { name: 'Anna' },
    ]);
  });

  it('orders without a customer are asked about, and load as totals', async () => {
    const file = fileOf('x.csv', table('order id,date,amount', '1,2024-01-05,10', '2,2024-02-05,200'));
    const inspection = await inspectOne(file);
    expect(inspection.questions).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'customer-unknown' }),
    ]);
    const report = await load(file);
    expect(issueOf(report, 'anonymous-orders')).toMatchObject({ severity: 'warning', count: 2 });
    const { value, warnings } = valueOf(await engine.run('overview'));
    expect(value).toMatchObject({ customers: 0, orders: 2, revenue: 210, repeatRate: null });
    expect(warnings.map(({ code }) => code)).toEqual(['few-customers', 'much-anonymous', 'costs-unknown']);
    expect(await engine.run('rfm')).toMatchObject({
      ok: false,
      error: { kind: 'needs-data', missing: ['orders.customer_id'] },
    });
  });
});
