import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import type { Predicate } from '../../../src/core/predicate.ts';
import type { DatasetDescription } from '../../../src/engine/contract.ts';
import { EngineService } from '../../../src/engine/service/engine-service.ts';
import { plainTools, valueOf } from '../../support/engine.ts';
import { nodeHost } from '../../support/node-host.ts';
import { tinyShopFiles } from '../../support/tiny-shop.ts';

const context: RunContext = { asOf: '2024-03-04', currency: 'GBP', seed: 1, returns: 'net' };
const emptyModule = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
const british: Predicate = { kind: 'compare', field: 'country', operator: 'is', value: 'GB' };

let service: EngineService;
let description: DatasetDescription;
beforeAll(async () => {
  service = new EngineService(() => nodeHost, plainTools);
  expect(await service.describe(context)).toMatchObject({ ok: false, error: { kind: 'engine-unavailable' } });
  valueOf(await service.start({ module: emptyModule }));
  const empty = valueOf(await service.describe());
  expect(empty).toMatchObject({ fingerprint: 'empty', tables: [], currencies: [] });
  expect(await service.run('r', { id: 'overview', params: {}, context })).toMatchObject({
    ok: false,
    error: { kind: 'needs-data' },
  });
  description = valueOf(await service.restore(tinyShopFiles()));
});

const rowsOf = async (sql: string) => valueOf(await service.sql('q', sql)).rows;

describe('restore and save', () => {
  it('keeps decimals, days, moments, booleans, nulls and text', async () => {
    expect(await rowsOf('select name, first_seen, consent from customers order by customer_id')).toEqual([
      { name: 'Ann', first_seen: '2024-01-01', consent: true },
      { name: "Bo's 𝔅", first_seen: '1969-12-31', consent: false },
      { name: null, first_seen: null, consent: null },
    ]);
    expect(
      await rowsOf('select ordered_at, gross, refund, shipping from orders order by order_id limit 3'),
    ).toEqual([
      { ordered_at: '2024-01-31T23:59:59.250', gross: 100.1, refund: null, shipping: null },
      { ordered_at: '2024-03-01T00:00:00', gross: 50, refund: 50, shipping: null },
      { ordered_at: '2024-03-02T12:00:00', gross: 20.0001, refund: 0, shipping: null },
    ]);
    const types = await rowsOf(
      "select column_type from (describe orders) where column_name in ('ordered_at', 'gross')",
    );
    expect(types).toEqual([{ column_type: 'TIMESTAMP' }, { column_type: 'DECIMAL(18,4)' }]);
  });

  it('gives the same data and fingerprint after another round', async () => {
    const saved = valueOf(await service.save());
    expect(saved.map(({ name, rows }) => `${name} ${rows}`)).toEqual([
      'customers 3',
      'orders 4',
      'lines 2',
      'customer_attributes 3',
    ]);
    valueOf(await service.clear());
    expect(valueOf(await service.save())).toEqual([]);
    expect(valueOf(await service.restore(saved))).toEqual(description);
    expect(await rowsOf('select count(*) as n from order_facts')).toEqual([{ n: 4 }]);
  });

  it('refuses a damaged table and leaves the data alone', async () => {
    const [customers, ...others] = tinyShopFiles();
    if (!customers) throw new Error('The shop has customers');
    const cut = { ...customers, bytes: customers.bytes.slice(0, 300) };
    const miscounted = { ...customers, rows: 4 };
    const foreign = { ...customers, name: 'secrets' };
    for (const bad of [cut, miscounted, foreign])
      expect(await service.restore([...others, bad])).toMatchObject({
        ok: false,
        error: { kind: 'file-corrupt' },
      });
    expect(valueOf(await service.describe(context)).fingerprint).toBe(description.fingerprint);
  });
});

describe('describe', () => {
  it('tells days, currencies, ranges and common values, but lists no names or ids', async () => {
    const withValues = valueOf(await service.describe());
    expect(withValues).toMatchObject({
      firstOrder: '2024-01-31',
      lastOrder: '2024-03-03',
      currencies: [
        { code: 'GBP', orders: 3 },
        { code: 'EUR', orders: 1 },
      ],
    });
    const customers = withValues.tables.find(({ name }) => name === 'customers');
    const column = (name: string) => customers?.columns.find((one) => one.name === name);
    expect(customers?.rows).toBe(3);
    expect(column('country')?.values).toEqual([
      { value: 'GB', count: 2 },
      { value: 'IE', count: 1 },
    ]);
    expect(column('first_seen')).toMatchObject({ known: 2, min: '1969-12-31', max: '2024-01-01' });
    expect(column('name')).toEqual({ name: 'name', type: 'VARCHAR', known: 2 });
    expect(column('customer_id')?.values).toBeUndefined();
    expect(withValues.profile.map(({ name }) => name)).toContain('attr_tier');
  });

  it('tells of the tables alone when that is asked, as after restoring', async () => {
    const counted = valueOf(await service.describe(undefined, 'tables'));
    expect(counted).toEqual(description);
    expect(counted.tables.flatMap(({ columns }) => columns.filter(({ values }) => values))).toEqual([]);
  });
});

describe('run', () => {
  it('computes, gives the complete SQL, and answers again from memory', async () => {
    const request = { id: 'overview', params: {}, context };
    const outcome = valueOf(await service.run('r', request));
    expect(outcome.value).toMatchObject({ customers: 2, orders: 4 });
    expect(Object.values(outcome.sql).join('\n')).toContain("date '2024-03-04'");
    const again = valueOf(await service.run('r', { ...request }));
    expect(again).toEqual({ ...outcome, ms: 0 });
  });

  it('keeps to the segment', async () => {
    const segment: Predicate = { kind: 'compare', field: 'customer_id', operator: 'is', value: 'b' };
    const outcome = valueOf(await service.run('r', { id: 'overview', params: {}, context, segment }));
    expect(outcome.value).toMatchObject({ customers: 1, orders: 1, revenue: 20.0001 });
  });

  it('says what is wrong with a question', async () => {
    expect(await service.run('r', { id: 'astrology', params: {}, context })).toEqual({
      ok: false,
      error: { kind: 'unknown-analysis', id: 'astrology' },
    });
    const wrongParams = await service.run('r', { id: 'concentration', params: { measure: 'luck' }, context });
    expect(wrongParams).toMatchObject({
      ok: false,
      error: { kind: 'parameter-invalid', parameter: 'measure', value: '"luck"' },
    });
    const segment: Predicate = { kind: 'compare', field: 'shoe_size', operator: 'is', value: 42 };
    expect(await service.run('r', { id: 'overview', params: {}, context, segment })).toMatchObject({
      ok: false,
      error: { kind: 'segment-invalid' },
    });
  });
});

describe('segments', () => {
  it('counts and lists customers, with and without orders', async () => {
    expect(valueOf(await service.count('c', context, british))).toEqual({ inside: 2, all: 3 });
    expect(valueOf(await service.count('c', context, { kind: 'all', of: [] }))).toEqual({
      inside: 3,
      all: 3,
    });
    const table = valueOf(await service.customers('c', context, { kind: 'not', of: british }));
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0]).toMatchObject({ customer_id: 'c', orders: 0, attr_tier: 'silver', attr_score: -3 });
    expect(table.columns.find(({ name }) => name === 'first_seen')?.type).toBe('DATE');
  });

  it('forgets later orders when the as-of day is earlier', async () => {
    const table = valueOf(await service.customers('c', { ...context, asOf: '2024-02-01' }, british));
    expect(table.rows.map((row) => row['orders'])).toEqual([1, 0]);
  });
});

describe('sql', () => {
  it('reads tables and profiles, and numbers repeated columns', async () => {
    const table = valueOf(
      await service.sql(
        'q',
        'select c.customer_id, o.customer_id from customers c join orders o using (customer_id) order by order_id limit 1',
      ),
    );
    expect(table.columns.map(({ name }) => name)).toEqual(['customer_id', 'customer_id_2']);
    expect(await rowsOf('select count(*) as n from customer_profiles')).toEqual([{ n: 3 }]);
  });

  it('stops at 100,000 rows and says so', async () => {
    const table = valueOf(await service.sql('q', 'from range(100001)'));
    expect(table.rows).toHaveLength(100_000);
    expect(table.limitedTo).toBe(100_000);
    expect(valueOf(await service.sql('q', 'from range(100000)')).limitedTo).toBeUndefined();
  });

  it.each([
    'drop table orders',
    'select 1; select 2',
    "with a as (select 'x' as id) insert into orders (order_id) select id from a",
    "explain analyze insert into orders (order_id) select 'x'",
  ])('refuses %j', async (text) => {
    expect(await service.sql('q', text)).toMatchObject({ ok: false, error: { kind: 'sql-not-read-only' } });
    expect(await rowsOf('select count(*) as n from orders')).toEqual([{ n: 4 }]);
  });

  it.each([
    "from read_csv('https://example.org/a.csv')",
    "from read_csv('/etc/passwd')",
    "copy (select 1) to '/tmp/x'",
  ])('reaches nothing outside: %j', async (text) => {
    expect(await service.sql('q', text)).toMatchObject({
      ok: false,
      error: { kind: expect.stringMatching(/^sql-/) },
    });
  });

  it('gives the position of a mistake', async () => {
    const text = "select 'é', nope from orders";
    expect(await service.sql('q', text)).toMatchObject({
      ok: false,
      error: { kind: 'sql-failed', sql: text, position: text.indexOf('nope') },
    });
  });

  it('can be cancelled, and the next statement works', async () => {
    const endless = service.sql('endless', 'select count(*) from range(1000000000000)');
    await nodeHost.nextTask();
    await nodeHost.nextTask();
    await service.cancel('endless');
    expect(await endless).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(await rowsOf('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
