import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { withBuiltApp } from '../support/bench-site.ts';

const lines = Number(process.env['BENCH_LINES'] ?? 5_000_000);
const linesAtOnce = 100_000;

/** Writes order lines of eight columns, two an order, about 60 bytes each. */
const writeLines = async (path: string): Promise<void> => {
  const stream = createWriteStream(path);
  stream.write('order id,order date,customer id,product id,quantity,unit price,channel,country\n');
  for (let from = 0; from < lines; from += linesAtOnce) {
    const part: string[] = [];
    for (let line = from; line < Math.min(from + linesAtOnce, lines); line += 1) {
      const order = line >> 1;
      const day = new Date(Date.UTC(2021, 0, 1 + (order % 1800))).toISOString().slice(0, 10);
      part.push(
        `SO-${1_000_000 + order},${day},C-${10_000 + ((order * 7919) % 200_000)},P-${1000 + (line % 977)},${1 + (line % 5)},${(((line * 37) % 20_000) / 100).toFixed(2)},${['web', 'store', 'partner'][order % 3]},${['DE', 'FR', 'GB', 'IT'][order % 4]}\n`,
      );
    }
    if (!stream.write(part.join('')))
      await new Promise<void>((resume) => stream.once('drain', () => resume()));
  }
  await new Promise<void>((done) => stream.end(done));
};

/** Native DuckDB on one thread. */
const withNative = async <T>(use: (run: (sql: string) => Promise<number>) => Promise<T>): Promise<T> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    return await use(async (sql) => {
      const started = performance.now();
      await connection.run(sql);
      return performance.now() - started;
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
};

/** Milliseconds that it takes to read each file into a table, finding out everything itself; the second is made from the first. */
const nativeTimes = (csv: string, parquet: string) =>
  withNative(async (run) => {
    const text = await run(`create table lines as select * from read_csv('${csv}')`);
    await run(`copy lines to '${parquet}' (format parquet)`);
    await run('drop table lines');
    return { text, columns: await run(`create table lines as select * from read_parquet('${parquet}')`) };
  });

/**
 * Milliseconds from the drop to the typed rows (detection, what is wrong with them and duplicates included), to the report,
 * and to the complete home screen, in the built app; and its engine's memory.
 */
const ownTimes = (path: string) =>
  withBuiltApp(async (browser, address) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(1_800_000);
    await page.goto(`${address}#/data`);
    await page.evaluate(() => window.workbench.ready);
    const started = performance.now();
    await page.setInputFiles('[data-testid=file-input]', path);
    await page.getByText('Putting customers and orders together').first().waitFor();
    const read = performance.now() - started;
    await page.waitForSelector('[data-testid=import-report]');
    const loaded = performance.now() - started;
    await page.evaluate(() => (location.hash = '#/home'));
    await page.waitForSelector('[data-testid=home][data-complete=true]');
    const shown = performance.now() - started;
    const { rows } = await page.evaluate(() => window.workbench.sql('select count(*)::int as n from lines'));
    const { rows: memory } = await page.evaluate(() =>
      window.workbench.sql('select sum(memory_usage_bytes)::double / 1e6 as mb from duckdb_memory()'),
    );
    return { read, loaded, shown, rows: rows[0]?.['n'], megabytes: memory[0]?.['mb'] };
  });

type Times = Awaited<ReturnType<typeof ownTimes>>;

const seconds = (time: number): number => Math.round(time / 100) / 10;

const rowsFor = (format: string, native: number, own: Times, target: string) => {
  const row = (what: string, time: number, goal = '') => ({
    what: `${format}: ${what}`,
    seconds: seconds(time),
    ratio: Math.round((100 * time) / native) / 100,
    target: goal,
  });
  return [
    row('native DuckDB, one thread', native),
    row('drop to typed rows', own.read, target),
    row('drop to report', own.loaded),
    row('drop to complete home', own.shown),
    {
      what: `${format}: lines loaded: ${String(own.rows)}; engine memory in MB: ${Math.round(Number(own.megabytes))}`,
    },
  ];
};

/** Large files of order lines: ours against native DuckDB's own reader on one thread, one after the other. */
export default async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arrowhead-large-'));
  const [csv, parquet] = [join(folder, 'lines.csv'), join(folder, 'lines.parquet')];
  try {
    await writeLines(csv);
    const native = await nativeTimes(csv, parquet);
    const sizeOf = (path: string): number => Math.round(statSync(path).size / 1e6);
    return {
      title: `${lines} order lines, ${sizeOf(csv)} MB of CSV, ${sizeOf(parquet)} MB of Parquet`,
      rows: [
        ...rowsFor('CSV', native.text, await ownTimes(csv), '≤ 1.5'),
        ...rowsFor('Parquet', native.columns, await ownTimes(parquet), '≤ 3'),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
