import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LoadReport } from '../../src/data/importing/contract.ts';
import { goTo, queryRows, waitUntilReady } from '../support/browser-actions.ts';
import { pickInstead } from '../support/browser-files.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

/** Loads order lines, two an order, through the scripting interface; the last two repeat the two before. */
const loadLines = (page: Page, lines: number, irregular?: string): Promise<LoadReport> =>
  page.evaluate(
    ([count, odd]) => {
      const rows = Array.from(
        { length: count },
        (_, line) =>
          `SO-${1_000_000 + (line >> 1)},2024-0${1 + (line % 9)}-15,C-${(line >> 1) % 997},P-${line % 83},${1 + (line % 5)},${((line % 700) / 10).toFixed(2)}`,
      );
      rows.push(...rows.slice(-2));
      if (odd !== null) rows.splice(Math.floor(count * 0.9), 0, odd);
      const text = `order id,order date,customer id,product id,quantity,unit price\n${rows.join('\n')}\n`;
      return window.workbench.load([new File([text], 'long.csv')]);
    },
    [lines, irregular ?? null] as const,
  );

/** What rows of {@link loadLines} come to; places tell whether they came in the order of the file. */
const totals = async (page: Page): Promise<unknown> => {
  const [row] = await queryRows(
    page,
    `select count(*)::int as lines, count(distinct order_id)::int as orders, sum(quantity)::int as pieces,
       round(sum(net)::double, 2) as net, min(line_no)::int as first, max(line_no)::int as last,
       (count(*) filter (line_no = 1 and product_id <> 'P-' || ((order_id[4:]::int - 1000000) * 2 % 83)))::int as misplaced
     from lines`,
  );
  return row;
};

const lines = 200_000;
const sumOver = (of: (line: number) => number): number => {
  let sum = of(lines - 2) + of(lines - 1);
  for (let line = 0; line < lines; line += 1) sum += of(line);
  return sum;
};
const expected = {
  lines: lines + 2,
  orders: lines / 2,
  pieces: sumOver((line) => 1 + (line % 5)),
  net: Math.round(100 * sumOver((line) => ((1 + (line % 5)) * (line % 700)) / 10)) / 100,
  first: 1,
  last: 4,
  misplaced: 0,
};

describe('long files, which several workers read', () => {
  let site: TestPage;
  let page: Page;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'arrowhead-long-'));
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });

  it('text: every row once, in the order of the file, and what repeats is counted', async () => {
    const report = await loadLines(page, lines);
    expect(report.files[0]).toMatchObject({ rowsRead: lines + 2, rowsRejected: 0 });
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: 'duplicate-rows', count: 2 }),
    );
    expect(await totals(page)).toEqual(expected);
  });

  it('text with one row that is written otherwise: nothing is lost, and the row is set aside', async () => {
    const report = await loadLines(page, lines, 'SO-9,2024-13-45,C-1,P-1,1,5.00');
    expect(report.files[0]).toMatchObject({ rowsRead: lines + 3, rowsRejected: 1 });
    expect(report.files[0]?.rejected[0]).toMatchObject({ line: lines * 0.9 + 2 });
    expect(await totals(page)).toEqual(expected);
  });

  it('Parquet: every row once, in the order of the file', async () => {
    const path = join(folder, 'long.parquet');
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(
      `copy (select 'SO-' || (1000000 + i // 2) as "order id", date '2024-01-01' + (i % 300)::int as "order date",
         'C-' || (i // 2 % 997) as "customer id", 'P-' || (i % 83) as "product id", 1 + i % 5 as quantity,
         (i % 700) / 10 as "unit price", md5(i::varchar) as note
       from range(900000) as t (i)) to '${path}' (format parquet, row_group_size 122880)`,
    );
    connection.closeSync();
    instance.closeSync();
    await goTo(page, '/data');
    await pickInstead(page, [path]);
    await page.getByTestId('import-report').getByRole('heading', { name: 'long.parquet' }).waitFor();
    const [row] = await queryRows(
      page,
      `select count(*)::int as lines, count(distinct order_id)::int as orders, sum(quantity)::int as pieces,
         (count(*) filter (line_no = 1 and product_id <> 'P-' || ((order_id[4:]::int - 1000000) * 2 % 83)))::int as misplaced
       from lines`,
    );
    expect(row).toEqual({ lines: 900_000, orders: 450_000, pieces: 2_700_000, misplaced: 0 });
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
