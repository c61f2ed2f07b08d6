import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compilePredicate } from '../../../../src/data/segments/compile-predicate.ts';
import type { ProfileColumn } from '../../../../src/data/segments/profile-column.ts';
import { comparisonOperators } from '../../../../src/core/predicate.ts';
import type { Comparison, Predicate } from '../../../../src/core/predicate.ts';
import { openTestEngine, valueOf } from '../../../support/engine.ts';
import type { TestEngine } from '../../../support/engine.ts';
import { deriveFacts } from '../../../support/run-analysis.ts';

const asOf = '2024-07-01';
let engine: TestEngine;
let columns: readonly ProfileColumn[];

const compare = (
  field: string,
  operator: Comparison['operator'],
  value?: Comparison['value'],
): Comparison => ({
  kind: 'compare',
  field,
  operator,
  ...(value === undefined ? {} : { value }),
});

const customersIn = async (predicate: Predicate): Promise<string> => {
  const condition = valueOf(compilePredicate(predicate, { columns, asOf }));
  const rows = await engine.rows(`select customer_id from customer_profiles where ${condition} order by 1`);
  return rows.map((row) => row['customer_id']).join('');
};

const reasonOf = (predicate: Predicate): string => {
  const result = compilePredicate(predicate, { columns, asOf });
  return result.ok || result.error.kind !== 'segment-invalid' ? 'no error' : result.error.reason;
};

beforeAll(async () => {
  engine = await openTestEngine();
  await engine.createCanonicalTables();
  await engine.exec(`insert into customers (customer_id, name, country, consent, first_seen) values
    ('a', 'Ann O''Hara', 'Germany', true, date '2024-01-01'), ('b', '$as_of', 'France', false, null),
    ('c', null, null, null, date '2024-06-30'), ('d', '', 'germany', true, null)`);
  await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net, channel, payment_method, status) values
    ('1', 'a', timestamp '2024-01-01 10:00:00', 10, 10, 'web', 'card', 'completed'),
    ('2', 'a', timestamp '2024-06-01 10:00:00', 20, 20, 'shop', 'card', 'completed'),
    ('3', 'a', timestamp '2024-06-01 18:00:00', 20, 20, 'web', 'cash', 'completed'),
    ('4', 'b', timestamp '2024-06-20 10:00:00', 30, 30, 'web', 'card', 'completed'),
    ('5', 'b', timestamp '2024-06-21 10:00:00', 30, 30, 'web', 'card', 'cancelled'),
    ('6', 'c', timestamp '2024-08-01 10:00:00', 30, 30, 'web', 'card', 'completed'),
    ('7', null, timestamp '2024-06-01 10:00:00', 9, 9, 'web', 'card', 'completed')`);
  await engine.exec(`insert into lines (order_id, line_no, product_id, quantity, net) values
    ('1', 1, 't1', 1, 10), ('2', 1, 't1', 1, 10), ('2', 2, 't2', 1, 10), ('3', 1, 'x', 1, 20), ('4', 1, 't2', -1, 30)`);
  await engine.exec(`insert into products (product_id, name, category) values
    ('t1', 'Green tea', 'Tea'), ('t2', 'Black tea', 'Tea'), ('x', 'Cup', 'China')`);
  await engine.exec('alter table customer_attributes add column "attr_odd "" name" varchar');
  await engine.exec(`insert into customer_attributes values ('a', 'x'), ('d', 'y')`);
  await deriveFacts(engine, { asOf, currency: 'EUR', seed: 1, returns: 'net' }, ['attr_odd " name']);
  columns = (await engine.rows('describe customer_profiles')).map((row) => ({
    name: String(row['column_name']),
    type: String(row['column_type']),
  }));
});

describe('comparisons', () => {
  const cases: [string, Comparison][] = [
    ['a', compare('country', 'is', 'Germany')],
    ['bcd', compare('country', 'is-not', 'Germany')],
    ['ab', compare('country', 'in', ['Germany', 'France'])],
    ['cd', compare('country', 'not-in', ['Germany', 'France'])],
    ['', compare('country', 'in', [])],
    ['abcd', compare('country', 'not-in', [])],
    ['ad', compare('country', 'contains', 'GERM')],
    ['c', compare('country', 'is-missing')],
    ['ab', compare('name', 'is-known')],
    ['cd', compare('name', 'is-missing')],
    ['a', compare('name', 'is', "Ann O'Hara")],
    ['b', compare('name', 'is', '$as_of')],
    ['', compare('name', 'is', "' or true --")],
    ['a', compare('orders', 'at-least', 3)],
    ['bcd', compare('orders', 'less-than', 3)],
    ['ab', compare('revenue', 'between', [30, 50])],
    ['a', compare('revenue', 'more-than', 49.5)],
    ['b', compare('last_order', 'at-least', '2024-06-02')],
    ['a', compare('last_order', 'at-most', '2024-06-01')],
    ['a', compare('first_seen', 'is', '2024-01-01')],
    ['ab', compare('last_order', 'within-days', 30)],
    ['b', compare('last_order', 'within-days', 29)],
    ['a', compare('last_order', 'before-days', 29)],
    ['ad', compare('consent', 'is', true)],
    ['bc', compare('consent', 'is-not', true)],
    ['a', compare('attr_odd " name', 'is', 'x')],
  ];
  it.each(cases)('finds “%s” by %o', async (expected, predicate) => {
    expect(await customersIn(predicate)).toBe(expected);
  });
});

describe('purchases', () => {
  const cases: [string, Predicate][] = [
    ['ab', { kind: 'purchased', by: 'any', atLeast: 1 }],
    ['a', { kind: 'purchased', by: 'any', atLeast: 3 }],
    ['', { kind: 'purchased', by: 'any', atLeast: 3, count: 'days' }],
    ['a', { kind: 'purchased', by: 'any', atLeast: 2, count: 'days' }],
    ['b', { kind: 'purchased', by: 'any', atLeast: 1, withinDays: 11 }],
    ['', { kind: 'purchased', by: 'any', atLeast: 1, withinDays: 10 }],
    ['a', { kind: 'purchased', by: 'category', value: 'Tea', atLeast: 2 }],
    ['a', { kind: 'purchased', by: 'product', value: 't1', atLeast: 2 }],
    ['a', { kind: 'purchased', by: 'product', value: 'Black tea', atLeast: 1 }],
    ['a', { kind: 'purchased', by: 'channel', value: 'shop', atLeast: 1 }],
    ['ab', { kind: 'purchased', by: 'payment_method', value: 'card', atLeast: 1 }],
    ['abcd', { kind: 'purchased', by: 'any', atLeast: 0 }],
    ['cd', { kind: 'not', of: { kind: 'purchased', by: 'any', atLeast: 1 } }],
  ];
  it.each(cases)('finds “%s” by %o', async (expected, predicate) => {
    expect(await customersIn(predicate)).toBe(expected);
  });
});

describe('trees', () => {
  const leaf: fc.Arbitrary<Predicate> = fc.oneof(
    fc
      .tuple(
        fc.constantFrom('country', 'name'),
        fc.constantFrom('is' as const, 'is-not' as const, 'contains' as const, 'is-missing' as const),
        fc.constantFrom('Germany', 'e', "'", ''),
      )
      .map(([field, operator, value]) =>
        compare(field, operator, operator === 'is-missing' ? undefined : value),
      ),
    fc
      .tuple(
        fc.constantFrom('orders', 'recency_days', 'margin', 'survey_score'),
        fc.constantFrom('at-least' as const, 'less-than' as const, 'is' as const, 'is-not' as const),
        fc.integer({ min: -5, max: 60 }),
      )
      .map(([field, operator, value]) => compare(field, operator, value)),
    fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }))
      .map(([atLeast, withinDays]): Predicate => ({ kind: 'purchased', by: 'any', atLeast, withinDays })),
  );
  const { tree } = fc.letrec<{ tree: Predicate }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Predicate => ({ kind: 'all', of })),
      fc.array(tie('tree'), { maxLength: 3 }).map((of): Predicate => ({ kind: 'any', of })),
      tie('tree').map((of): Predicate => ({ kind: 'not', of })),
    ),
  }));

  it('parts all customers into those inside and those outside, whatever the rule', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (predicate) => {
        const inside = await customersIn(predicate);
        const outside = await customersIn({ kind: 'not', of: predicate });
        expect([...inside, ...outside].toSorted().join('')).toBe('abcd');
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it('everyone is an empty “all”, nobody an empty “any”', async () => {
    expect(await customersIn({ kind: 'all', of: [] })).toBe('abcd');
    expect(await customersIn({ kind: 'any', of: [] })).toBe('');
  });
});

describe('rules that make no sense', () => {
  const deep = Array.from({ length: 50 }).reduce<Predicate>(
    (of) => ({ kind: 'not', of }),
    compare('orders', 'is', 1),
  );
  const cases: [RegExp, Predicate][] = [
    [/no column “shoe size”/, compare('shoe_size', 'is', 1)],
    [/no column/, compare('orders" or true --', 'is', 1)],
    [/compared with a number/, compare('orders', 'is', 'three')],
    [/compared with a number/, compare('orders', 'is', Number.NaN)],
    [/a day \(YYYY-MM-DD\)/, compare('last_order', 'at-least', '2024-02-30')],
    [/whole number of days/, compare('last_order', 'within-days', 1.5)],
    [/holds text/, compare('country', 'at-least', 'A')],
    [/holds a number/, compare('orders', 'within-days', 3)],
    [/needs one value/, compare('orders', 'is')],
    [/needs two values/, compare('orders', 'between', [1])],
    [/nested/, deep],
    [/has no value/, { kind: 'purchased', by: 'category', atLeast: 1 }],
    [/whole number of days/, { kind: 'purchased', by: 'any', atLeast: 1, withinDays: -1 }],
  ];
  it.each(cases)('%s', (reason, predicate) => {
    expect(reasonOf(predicate)).toMatch(reason);
  });

  it('has something to say for every operator', () => {
    for (const operator of comparisonOperators) {
      expect(reasonOf(compare('nothing_like_it', operator, 1))).toMatch(/no column/);
    }
  });
});
