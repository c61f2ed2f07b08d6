import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write, type BookType } from '@e965/xlsx';
import { tableFromArrays, tableToIPC } from '@uwdata/flechette';
import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { explainError } from '../../src/core/explain-error.ts';
import type { FileInspection } from '../../src/data/importing/contract.ts';
import { hasCorpus, unpackCorpus } from '../support/corpus.ts';
import { openTestEngine, valueOf, type TestEngine } from '../support/engine.ts';
import { fileFrom, fileOf, inspectAll, tryImport } from '../support/importing.ts';

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .map((name) => join(folder, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesIn(path) : [path]));

/** Formats that are no tables, or that other programs have to open. */
const unreadable = /\.(bz2|xz|html|pdf|db)$/;

describe.skipIf(!hasCorpus('frictionless') || !hasCorpus('csv_misc'))(
  'files of other formats than CSV (skipped: ../shared is not here)',
  () => {
    const inspect = (path: string): Promise<readonly FileInspection[]> => inspectAll(fileFrom(path));
    const find = (name: string): string => join(unpackCorpus('frictionless'), 'data', name);

    it('are read, or refused with a reason and what to do', async () => {
      const paths = ['frictionless', 'csv_misc'].flatMap((corpus) => filesIn(unpackCorpus(corpus)));
      const refused: string[] = [];
      const read: Record<string, number> = {};
      for (const path of paths.filter((name) =>
        /\.(xlsx?|ods|parq(uet)?|json|ndjson|jsonl|zip|gz|bz2|xz|html|pdf|db)$/.test(name),
      ))
        for (const found of await inspect(path)) {
          if (found.error === undefined) {
            const kind = `${found.format} ${found.compression}`;
            read[kind] = (read[kind] ?? 0) + 1;
            expect(found.columns.length, found.file).toBeGreaterThan(0);
            expect(unreadable.test(path), found.file).toBe(false);
          } else {
            refused.push(found.error.kind);
            expect(explainError(found.error).nextStep, found.file).toMatch(/\w/);
          }
        }
      expect(read).toEqual({
        'csv gzip': 3,
        'csv zip': 27,
        'json none': 96,
        'json zip': 2,
        'ndjson none': 2,
        'ods none': 5,
        'parquet none': 3,
        'xls none': 5,
        'xlsx none': 17,
      });
      expect(new Set(refused)).toEqual(
        new Set(['format-unsupported', 'file-not-a-table', 'file-header-only', 'file-corrupt']),
      );
    }, 60_000);

    it.each(['csv.gz', 'csv.zip', 'xls', 'xlsx', 'ods', 'parquet', 'json', 'keyed.json', 'jsonl', 'ndjson'])(
      'hold the same table as %s',
      async (extension) => {
        const [found] = await inspect(find(`table.${extension}`));
        expect(found?.columns.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
          'id integer',
          'name text',
        ]);
        expect(found?.preview).toEqual([
          ['1', 'english'],
          ['2', '中国人'],
        ]);
      },
    );

    it.each([
      ['table-with-ints-floats-dates.xls', ['2013', '3.3', '2009-08-16']],
      ['table-with-ints-floats-dates.ods', ['2013', '3.3', '2009-08-16', '2009-08-16 05:43:21']],
      ['table-infer-boolean.xlsx', ['1', 'two', 'true']],
      ['cast-int-to-string-issue-1251.xls', ['001', 'b', '1', 'a', '1']],
      ['preserve-formatting-percentage.xlsx', ['123', '0.52']],
      ['skip-rows.xlsx', ['8', '9']],
    ])('%s has its values in its types', async (name, first) => {
      const [found] = await inspect(find(name));
      expect(found?.preview[0]).toEqual(first);
    });
  },
);

describe('orders in every format', () => {
  const folder = mkdtempSync(join(tmpdir(), 'arrowhead-formats-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    const native = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect();
    await native.run(
      `copy (select order_id, order_date::date as order_date, customer_id, amount::decimal(9, 2) as amount from (values ${rows.map(([id, day, customer, amount]) => `(${id}, '${day}', '${customer}', ${amount})`).join(', ')}) as t(order_id, order_date, customer_id, amount)) to '${join(folder, 'orders.parquet')}' (format parquet, compression zstd, row_group_size 500)`,
    );
  }, 60_000);

  const names = ['order_id', 'order_date', 'customer_id', 'amount'] as const;
  const rows = Array.from({ length: 1200 }, (_, at) => {
    const day = new Date(Date.UTC(2023, 0, 1 + (at % 400))).toISOString().slice(0, 10);
    return [at + 1, day, `C${at % 90}`, ((at * 37) % 5000) / 1000 + 1.25] as const;
  });
  // Amounts of three decimals would be thousands under the wrong mark.
  const records = rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
  const csv = [names, ...rows].map((row) => row.join(',')).join('\n');
  const book = (bookType: BookType): ArrayBuffer => {
    const workbook = utils.book_new();
    const sheet = utils.aoa_to_sheet([[...names], ...rows.map((row) => [...row])]);
    utils.book_append_sheet(workbook, sheet, 'Orders');
    return write(workbook, { type: 'array', bookType }) as ArrayBuffer;
  };
  const made: Readonly<Record<string, () => BlobPart>> = {
    csv: () => csv,
    'csv.gz': () => gzipSync(csv),
    zip: () => zipSync({ 'a/orders.csv': strToU8(csv) }) as Uint8Array<ArrayBuffer>,
    xlsx: () => book('xlsx'),
    xls: () => book('biff8'),
    ods: () => book('ods'),
    json: () => JSON.stringify({ orders: records }),
    ndjson: () => records.map((record) => JSON.stringify(record)).join('\n'),
    arrow: () =>
      tableToIPC(
        tableFromArrays(Object.fromEntries(names.map((name, at) => [name, rows.map((row) => row[at])]))),
        {
          format: 'file',
        },
      ) as Uint8Array<ArrayBuffer>,
  };
  const total = rows.reduce((sum, row) => sum + row[3], 0);

  it.each([...Object.keys(made), 'parquet'])('%s goes the whole street', async (format) => {
    const content = made[format];
    const file = content ? fileOf(`orders.${format}`, content()) : fileFrom(join(folder, 'orders.parquet'));
    const report = valueOf(await tryImport(engine, [file]));
    expect(report.files[0]).toMatchObject({
      format: ['csv.gz', 'zip'].includes(format) ? 'csv' : format,
      rowsRead: rows.length,
      rowsKept: rows.length,
      rowsRejected: 0,
    });
    const [sums] = await engine.rows(
      `select count(*)::integer as orders, sum(gross)::double as gross, min(ordered_at)::date::varchar as first,
        max(ordered_at)::date::varchar as last, count(distinct customer_id)::integer as customers from next_orders`,
    );
    expect(sums).toMatchObject({
      orders: rows.length,
      first: '2023-01-01',
      last: '2024-02-04',
      customers: 90,
    });
    expect(Math.abs(Number(sums?.['gross']) - total)).toBeLessThan(format === 'parquet' ? 6 : 0.01);
  });

  it('reads a table that was pasted from a spreadsheet', async () => {
    const text = [names, ...rows].map((row) => row.join('\t')).join('\r\n');
    const pasted = new File([text], 'Pasted table', { type: 'text/plain' });
    const report = valueOf(await tryImport(engine, [pasted]));
    expect(report.files[0]).toMatchObject({ file: 'Pasted table', format: 'csv', rowsKept: rows.length });
    expect(report.files[0]?.dialect).toMatchObject({ delimiter: '\t' });
  });
});
