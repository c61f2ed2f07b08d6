import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import type { FileInspection } from '../../../../src/data/importing/contract.ts';
import { importFiles } from '../../../../src/data/importing/import-session.ts';
import { openTestEngine, type TestEngine } from '../../../support/engine.ts';
import {
  fileOf,
  importAll,
  importDatabaseOf,
  inspectOne,
  testTools,
  tryImport,
} from '../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

const log = 'customer,date,amount\nA,2024-01-31,12.50\nB,2024-02-01,3.20\n';
const netTotal = async (): Promise<unknown> =>
  (await engine.rows('select sum(net)::double as net from next_orders'))[0]?.['net'];
const codesOf = (inspection: FileInspection): readonly string[] => inspection.issues.map(({ code }) => code);
const workbook = async (
  rows: readonly (readonly (string | number | Date)[])[],
): Promise<Uint8Array<ArrayBuffer>> => {
  const data = rows.map((row) =>
    row.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy-mm-dd' } : { value })),
  );
  return new Uint8Array(await writeXlsxFile(data).toBuffer());
};
const sales: readonly (readonly (string | number | Date)[])[] = [
  ['customer', 'date', 'amount'],
  ['A', new Date('2024-01-31T00:00:00Z'), 12.5],
  ['B, Ltd', new Date('2024-02-01T00:00:00Z'), 0.1 + 0.2],
];

describe('files that can’t be read', () => {
  it.each([
    ['an empty file', '', { kind: 'file-empty', file: 'x.csv' }],
    ['blank lines only', '\n\n  \n', { kind: 'file-empty', file: 'x.csv' }],
    [
      'a header without rows',
      'customer,date,amount\n',
      { kind: 'file-header-only', file: 'x.csv', columns: 3 },
    ],
    ['a PDF', '%PDF-1.7\n1 0 obj', { kind: 'file-not-a-table', file: 'x.csv', detected: 'a PDF document' }],
  ])('says what is wrong with %s', async (_, text, error) => {
    expect((await inspectOne(fileOf('x.csv', text))).error).toEqual(error);
  });

  it('refuses binary junk, a workbook with a password and a damaged one', async () => {
    const junk = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 251);
    expect((await inspectOne(fileOf('x.csv', junk))).error?.kind).toBe('file-not-a-table');
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const locked = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]);
    expect((await inspectOne(fileOf('x.xlsx', locked))).error).toEqual({
      kind: 'file-encrypted',
      file: 'x.xlsx',
    });
    const broken = (await workbook(sales)).subarray(0, 1500);
    expect((await inspectOne(fileOf('x.xlsx', broken))).error?.kind).toBe('file-corrupt');
  });

  it('refuses a gzip file that breaks off, at whatever point it is noticed', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, row) => `C${(row * 7919) % 9973},2024-01-01,${(row * 31) % 977}.5\n`,
    );
    const whole = gzipSync(`customer,date,amount\n${rows.join('')}`);
    const file = fileOf('log.csv.gz', new Uint8Array(whole.subarray(0, whole.length - 2000)));
    expect((await inspectOne(file)).error).toBeUndefined();
    expect(await tryImport(engine, [file])).toMatchObject({
      ok: false,
      error: { kind: 'file-corrupt', format: 'gzip' },
    });
    const early = fileOf('log.csv.gz', new Uint8Array(gzipSync(log).subarray(0, 30)));
    expect((await inspectOne(early)).error?.kind).toBe('file-corrupt');
  });

  it('notices that a file was removed before and while it is loaded', async () => {
    const file = fileOf('log.csv', log);
    const plan = await inspectOne(file);
    for (const name of ['NotFoundError', 'NotReadableError']) {
      const gone = new Proxy(file, {
        get: (target, property) => {
          const value: unknown = Reflect.get(target, property, target);
          if (property === 'slice')
            return () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone', name)) });
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
      expect((await inspectOne(gone)).error).toEqual({ kind: 'file-changed', file: 'log.csv' });
      expect(await tryImport(engine, [gone], [plan])).toEqual({
        ok: false,
        error: { kind: 'file-changed', file: 'log.csv' },
      });
    }
  });
});

describe('files that are not what their name says', () => {
  it('reads a workbook called .csv', async () => {
    const file = fileOf('sales.csv', await workbook(sales));
    const inspection = await inspectOne(file);
    expect(inspection).toMatchObject({ format: 'xlsx', sheets: ['Sheet1'] });
    expect(codesOf(inspection)).toContain('wrong-extension');
    const report = await importAll(engine, file);
    expect(report.files[0]).toMatchObject({ format: 'xlsx', rowsRead: 2, rowsKept: 2 });
    expect(await netTotal()).toBe(12.8);
  });
  it('reads text called .xlsx', async () => {
    const inspection = await inspectOne(fileOf('sales.xlsx', log));
    expect(inspection).toMatchObject({ format: 'csv' });
    expect(codesOf(inspection)).toContain('wrong-extension');
  });
});

describe('untidy tables', () => {
  it('loads 500 columns', async () => {
    const extra = Array.from({ length: 497 }, (_, index) => index);
    const header = ['customer', 'date', 'amount', ...extra.map((index) => `m${index}`)].join(',');
    const rows = Array.from({ length: 20 }, (_, row) =>
      [`C${row % 5}`, '2024-01-01', row, ...extra].join(','),
    ).join('\n');
    const report = await importAll(engine, fileOf('wide.csv', `${header}\n${rows}\n`));
    expect(report.files[0]).toMatchObject({ rowsRead: 20, rowsKept: 20 });
    expect(await netTotal()).toBe(190);
  });

  it('loads 500 columns that describe the customer', async () => {
    const extra = Array.from({ length: 497 }, (_, index) => index);
    const header = ['customer', 'date', 'amount', ...extra.map((index) => `m${index}`)].join(',');
    const rows = Array.from({ length: 20 }, (_, row) =>
      [`C${row % 5}`, '2024-01-01', row, ...extra.map((index) => `v${row % 5}-${index}`)].join(','),
    ).join('\n');
    await importAll(engine, fileOf('traits.csv', `${header}\n${rows}\n`));
    const columns = await engine.rows('select * from next_customer_attributes order by customer_id limit 1');
    expect(Object.keys(columns[0] ?? {})).toHaveLength(498);
    expect(columns[0]).toMatchObject({ customer_id: 'C0', attr_m0: 'v0-0', attr_m496: 'v0-496' });
  });

  it('numbers headers that occur twice and uses the first', async () => {
    const file = fileOf('x.csv', 'customer,date,amount,amount\nA,2024-01-31,1,9\nB,2024-01-31,2,9\n');
    const inspection = await inspectOne(file);
    expect(inspection.columns.map(({ name }) => name)).toEqual(['customer', 'date', 'amount', 'amount (2)']);
    expect(codesOf(inspection)).toContain('duplicate-headers');
    await importAll(engine, file);
    expect(await netTotal()).toBe(3);
  });

  it('fills up short rows and joins the surplus of long ones, and says how many', async () => {
    const text =
      'customer,date,amount,city\nA,2024-01-31,1,Bonn\nB,2024-02-01,2\nC,2024-02-02,3,Ulm,extra,more\nD,2024-02-03,4,Ulm,,\nE,2024-02-04,5,Ulm\n';
    const report = await importAll(engine, fileOf('ragged.csv', text));
    const issues = report.files[0]?.issues;
    expect(report.files[0]).toMatchObject({ rowsRead: 5, rowsKept: 5 });
    expect(issues).toContainEqual(expect.objectContaining({ code: 'short-rows', count: 1 }));
    expect(issues).toContainEqual(expect.objectContaining({ code: 'joined-fields', count: 1 }));
    expect(await netTotal()).toBe(15);
  });

  it('survives a cell of ten million characters', async () => {
    const text = `customer,date,amount,note\nA,2024-01-31,1,${'x'.repeat(10_000_000)}\nB,2024-02-01,2,"short"\n`;
    const report = await importAll(engine, fileOf('long.csv', text));
    expect(report.files[0]).toMatchObject({ rowsRead: 2, rowsKept: 2 });
    expect(await netTotal()).toBe(3);
  });

  it('rejects rows whose date or amount can’t be read, with their line and words', async () => {
    const text =
      'note above\n\ncustomer,date,amount,note\nA,2024-01-31,1,"two\nlines"\nB,2024-31-31,2,x\nC,2024-02-01,lots,y\nD,,4,z\nE,2024-02-02,5,\n';
    const report = await importAll(engine, fileOf('x.csv', text));
    expect(report.files[0]).toMatchObject({ rowsRead: 5, rowsKept: 2, rowsRejected: 3 });
    expect(report.files[0]?.rejected).toMatchObject([
      {
        line: 6,
        reason: '“2024-31-31” in date can’t be read as a date between 1900 and 2199',
        text: 'B,2024-31-31,2,x',
      },
      { line: 7, reason: '“lots” in amount can’t be read', text: 'C,2024-02-01,lots,y' },
      { line: 8, reason: 'date is empty', text: 'D,,4,z' },
    ]);
    expect(await netTotal()).toBe(6);
  });

  it('refuses a file of which no row can be kept', async () => {
    const text = 'customer,date,amount\nA,soon,1\nB,later,2\n';
    const file = fileOf('x.csv', text);
    const proposed = await inspectOne(file);
    const targets = ['orders.customer_id', 'orders.ordered_at', 'orders.sales'];
    const mapping = proposed.mapping.map((entry, index) => ({
      ...entry,
      target: targets[index] ?? 'ignore',
    }));
    expect(await tryImport(engine, [file], [{ ...proposed, mapping }])).toEqual({
      ok: false,
      error: {
        kind: 'no-rows-kept',
        file: 'x.csv',
        rowsRead: 2,
        reason: '“soon” in date can’t be read as a date between 1900 and 2199',
      },
    });
  });

  it('refuses a plan that lacks what its rows need', async () => {
    const file = fileOf('x.csv', log);
    const plan = await inspectOne(file);
    const mapping = plan.mapping.filter(({ target }) => target !== 'orders.ordered_at');
    expect(await tryImport(engine, [file], [{ ...plan, mapping }])).toMatchObject({
      ok: false,
      error: { kind: 'mapping-incomplete', file: 'x.csv' },
    });
  });

  it('warns about mixed currencies', async () => {
    const column =
      'customer,date,amount,currency\nA,2024-01-31,1,EUR\nB,2024-02-01,2,USD\nC,2024-02-01,2,USD\n';
    const report = await importAll(engine, fileOf('x.csv', column));
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'mixed-currencies', severity: 'warning', count: 2 }),
    );
    const signs = await importAll(
      engine,
      fileOf('y.csv', 'customer,date,amount\nA,2024-01-31,€1\nB,2024-02-01,$2\n'),
    );
    expect(signs.files[0]?.issues).toContainEqual(expect.objectContaining({ code: 'mixed-currencies' }));
  });

  it('reads mixed line ends, stray quotes and a quote that is never closed without losing a row', async () => {
    const text =
      'customer,date,amount,note\r\nA,2024-01-31,1,"5" wide"\nB,2024-02-01,2,say "hi"\r\nC,2024-02-02,3,"open\nD,2024-02-03,4,x\n';
    const report = await importAll(engine, fileOf('x.csv', text));
    expect(report.files[0]).toMatchObject({ rowsRead: 4, rowsKept: 4 });
    expect(await netTotal()).toBe(10);
  });

  it('rereads a file whose umlauts only come after the samples', async () => {
    const rows = (from: number, to: number): string =>
      Array.from({ length: to - from }, (_, row) => `C${from + row},2024-01-01,1,Bonn\n`).join('');
    const head = `customer,date,amount,city\n${rows(0, 20_000)}`;
    const bytes = Buffer.from(`${head}Ü,2024-01-01,1,Köln\n${rows(20_000, 60_000)}`, 'latin1');
    const file = fileOf('x.csv', new Uint8Array(bytes));
    expect((await inspectOne(file)).dialect.encoding).toBe('utf-8');
    const report = await importAll(engine, file);
    expect(report.files[0]).toMatchObject({ encoding: 'windows-1252', rowsRead: 60_001, rowsKept: 60_001 });
    expect(await engine.rows("select customer_id, city from next_customers where city = 'Köln'")).toEqual([
      { customer_id: 'Ü', city: 'Köln' },
    ]);
  });

  it('counts rows that occur twice, and keeps them', async () => {
    const report = await importAll(engine, fileOf('x.csv', `${log}A,2024-01-31,12.50\n`));
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: 'duplicate-rows', count: 1 }),
    );
    expect(await netTotal()).toBe(28.2);
  });
});

describe('importFiles', () => {
  it('stops between statements when it is cancelled', async () => {
    const file = fileOf('x.csv', log);
    const plan = await inspectOne(file);
    let statements = 0;
    const database = importDatabaseOf(engine);
    const counting = {
      ...database,
      exec: (sql: string) => {
        statements += 1;
        return database.exec(sql);
      },
    };
    const result = await importFiles(
      [plan],
      [file],
      counting,
      testTools,
      () => undefined,
      () => statements >= 5,
    );
    expect(result).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(statements).toBeLessThan(9);
    await importAll(engine, file);
    expect(await netTotal()).toBe(15.7);
  });

  it('leaves a table for every canonical table and nothing else', async () => {
    await importAll(engine, fileOf('x.csv', log));
    const tables = await engine.rows('select table_name from information_schema.tables');
    const names = tables.map((row) => String(row['table_name']));
    expect(names.filter((name) => /^((stage|typed)_\d|import_)/.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith('next_'))).toHaveLength(14);
  });
});
