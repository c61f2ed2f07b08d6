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

/** Milliseconds that native DuckDB takes on one thread to read the file into a table, finding out everything itself. */
const nativeTime = async (path: string): Promise<number> => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(`create table lines as select * from read_csv('${path}')`);
  const time = performance.now() - started;
  connection.closeSync();
  instance.closeSync();
  return time;
};

/**
 * Milliseconds from the drop to the typed rows (detection, what is wrong with them and duplicates included), to the report,
 * and to the complete home screen, in the built app; and its engine's memory.
 */
const ownTimes = (path: string) =>
  withBuiltApp(async (browser, address) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(600_000);
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

/** A large file of order lines: ours against native DuckDB's own reader on one thread, one after the other. */
export default async () => {
  const folder = mkdtempSync(join(tmpdir(), 'arrowhead-large-'));
  const path = join(folder, 'lines.csv');
  try {
    await writeLines(path);
    const native = await nativeTime(path);
    const own = await ownTimes(path);
    const seconds = (time: number): number => Math.round(time / 100) / 10;
    const ratio = (time: number): number => Math.round((100 * time) / native) / 100;
    return {
      title: `${lines} order lines, ${Math.round(statSync(path).size / 1e6)} MB of CSV`,
      rows: [
        { what: 'native DuckDB, one thread', seconds: seconds(native), ratio: 1, target: '' },
        { what: 'drop to typed rows', seconds: seconds(own.read), ratio: ratio(own.read), target: '≤ 1.5' },
        { what: 'drop to report', seconds: seconds(own.loaded), ratio: ratio(own.loaded), target: '' },
        { what: 'drop to complete home', seconds: seconds(own.shown), ratio: ratio(own.shown), target: '' },
        {
          what: `lines loaded: ${String(own.rows)}; engine memory in MB: ${Math.round(Number(own.megabytes))}`,
        },
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
};
