import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll } from '../../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const header = 'order id,order date,customer,product,quantity,unit price,note';

/** Orders and lines that a file of these rows gives; `more` rows are of an order that is left out again. */
const load = async (rows: readonly string[], more: readonly string[] = []) => {
  const report = await importAll(engine, fileOf('lines.csv', [header, ...rows, ...more].join('\n')));
  const of = (table: string): Promise<readonly unknown[]> =>
    engine.rows(`select * from ${table} where order_id <> 'last' order by all`);
  return { report, orders: await of('next_orders'), lines: await of('next_lines') };
};

const day = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2150-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const price = fc.integer({ min: -99_999, max: 99_999 }).map((cents) => (cents / 100).toFixed(2));
const row = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    day,
    fc.constantFrom('C1', 'C2', ''),
    fc.constantFrom('P-1', '"P, 2"', '007'),
    fc.integer({ min: -3, max: 9 }),
    fc.oneof(price, fc.constantFrom('.5', '5.', '+7')),
    fc.constantFrom('', 'a "quoted" word', 'N/A').map((text) => `"${text.replaceAll('"', '""')}"`),
  )
  .map((cells) => cells.join(','));

/** Rows that end the quick way: another form of date, of number, or of row. */
const irregular = [
  'last,31.12.2024,C1,P-1,1,5.00,',
  'last,2024-12-31,C1,P-1,1,"1,234.50",',
  'last,2024-12-31,C1,P-1,one,5.00,',
  'last,24-12-31,C1,P-1,1,5.00,',
  'last,infinity,C1,P-1,1,5.00,',
  'last,2024-12-31,C1,P-1,nan,5.00,',
];

describe('rows that the engine reads with their types', () => {
  test('are those that are read as text because of one row that is written otherwise', async () => {
    const rows = fc.array(row, { minLength: 5, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(...irregular), async (some, last) => {
        const quick = await load(some);
        const slow = await load(some, [last]);
        expect(slow.orders).toEqual(quick.orders);
        expect(slow.lines).toEqual(quick.lines);
        expect(slow.report.files[0]?.rowsRead).toBe((quick.report.files[0]?.rowsRead ?? 0) + 1);
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  test('are counted, and set aside in their own words, as ever', async () => {
    const { report, lines } = await load([
      '1,2024-01-05,C1,P-1,2,1.50,x',
      '2,,C1,P-1,2,1.50,no date',
      '3,2024-01-07,C1,P-1,,1.50,no pieces',
      ',,,,,,',
      '4,2024-01-08,C2,P-1,1,2.25,',
    ]);
    const [file] = report.files;
    expect(file).toMatchObject({ rowsRead: 4, rowsKept: 2, rowsRejected: 2 });
    expect(file?.rejected.map(({ line, text }) => [line, text])).toEqual([
      [3, '2,,C1,P-1,2,1.50,no date'],
      [4, '3,2024-01-07,C1,P-1,,1.50,no pieces'],
    ]);
    expect(lines).toHaveLength(2);
  });

  test('say when money had more digits than are kept', async () => {
    const { report } = await load(['1,2024-01-05,C1,P-1,2,1.23456,x', '2,2024-01-06,C1,P-1,2,1.5,x']);
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: 'decimals-rounded', count: 1 }),
    );
  });

  test('leave nothing behind in the database', async () => {
    await load(['1,2024-01-05,C1,P-1,2,1.50,x', '2,2024-01-06,C2,P-1,1,1.50,y']);
    const left = await engine.rows(
      "select table_name as name from duckdb_tables() where table_name similar to '(stage_[0-9]|typed|import).*' union all select view_name from duckdb_views() where view_name like 'typed%'",
    );
    expect(left).toEqual([]);
  });
});
