import { beforeAll, describe, expect, it } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import { fileOf, importAll } from '../../../support/importing.ts';
import { isoDay, proposeFor, targetsOf } from '../../../support/propose.ts';

const words = ['red', 'green', 'blue'];

describe('tables of very many columns', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('3,000 columns: those that mean something are found among the others', () => {
    const others = Array.from(
      { length: 2997 },
      (_, index) => `measure ${index} of ${['total', 'price', 'quantity', 'date', 'name'][index % 5] ?? ''}`,
    );
    const headers = [...others.slice(0, 1500), 'Customer ID', 'Order Date', 'Amount', ...others.slice(1500)];
    const started = performance.now();
    const found = proposeFor(headers, (row) =>
      headers.map((header, column) => {
        if (header === 'Customer ID') return `C${row % 9}`;
        if (header === 'Order Date') return isoDay(row);
        return ((row * column) % 997) / 10;
      }),
    );
    // Far more than it takes, far less than one look at each pair of column and target would.
    expect(performance.now() - started).toBeLessThan(10_000);
    const meant = Object.entries(targetsOf(found)).filter(([, target]) => target.startsWith('orders.'));
    expect(Object.fromEntries(meant)).toEqual({
      'Customer ID': 'orders.customer_id',
      'Order Date': 'orders.ordered_at',
      Amount: 'orders.sales',
    });
  });

  it('500 traits of customers are typed by all their values', async () => {
    const traits: readonly ((row: number, column: number) => string | number)[] = [
      (row, column) => words[(row + column) % 3] ?? '',
      (row, column) => (row * column) % 97,
      (row, column) => (((row * column) % 997) / 10).toFixed(2),
      (row) => isoDay(row),
      (row) => (row % 2 ? 'Yes' : 'no'),
      (row) => `0${1000 + row}`,
      (row) => 20_240_101 + (row % 20),
      (row) => `${10_000 + row}.50`,
      (row) => (row % 7 ? row : 'n/a'),
      (row) => (row === 99 ? 'x1' : row),
    ];
    const headers = Array.from({ length: 500 }, (_, index) => `trait ${index}`);
    const rows = Array.from({ length: 120 }, (_, row) =>
      [`C${row}`, ...headers.map((_header, column) => traits[column % traits.length]?.(row, column))].join(
        ',',
      ),
    );
    await importAll(
      engine,
      fileOf('customers.csv', [['customer_id', ...headers].join(','), ...rows].join('\n')),
    );
    const types = await engine.rows(
      `select data_type as type, count(*)::integer as n from information_schema.columns
       where table_name = 'next_customer_attributes' and column_name <> 'customer_id' group by 1 order by 1`,
    );
    expect(types).toEqual([
      { type: 'BOOLEAN', n: 50 },
      { type: 'DATE', n: 100 },
      { type: 'DOUBLE', n: 200 },
      { type: 'VARCHAR', n: 150 },
    ]);
    expect(
      await engine.rows(`select attr_trait_1 as a, attr_trait_2 as b, attr_trait_3::varchar as c, attr_trait_4 as d,
        attr_trait_5 as e, attr_trait_6::varchar as f, attr_trait_7 as g, attr_trait_8 as h
        from next_customer_attributes where customer_id in ('C3', 'C7') order by customer_id`),
    ).toEqual([
      { a: 3, b: 0.6, c: '2024-04-04', d: true, e: '01003', f: '2024-01-04', g: 10_003.5, h: 3 },
      { a: 7, b: 1.4, c: '2024-08-08', d: true, e: '01007', f: '2024-01-08', g: 10_007.5, h: null },
    ]);
  });
});
