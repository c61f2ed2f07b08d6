import type { Page } from 'playwright-core';
import { withBuiltApp } from '../support/bench-site.ts';
import { waitUntilStored } from '../support/browser-actions.ts';

const lines = 1_000_000;
const reloads = 5;

/** Generates order lines on the page, four an order, and loads them as a user's file. */
const loadLines = (page: Page): Promise<void> =>
  page.evaluate(async (count) => {
    const parts: string[] = ['order id,customer id,order date,product id,quantity,unit price\n'];
    for (let line = 0; line < count; line += 1) {
      const order = line >> 2;
      const day = new Date(Date.UTC(2022, 0, 1 + (order % 1000))).toISOString().slice(0, 10);
      parts.push(
        `${order},c${(order * 7919) % 60_000},${day},p${line % 977},${1 + (line % 3)},${1 + (line % 500)}\n`,
      );
    }
    await window.workbench.load([new File(parts, 'lines.csv')]);
  }, lines);

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Reloads the page several times and gives the median of the time until everything is there again, in milliseconds. */
const timeReloads = async (page: Page): Promise<number> => {
  const times: number[] = [];
  for (let time = 0; time < reloads; time += 1) {
    const started = performance.now();
    await page.reload({ waitUntil: 'commit' });
    await page.waitForFunction(() => 'workbench' in window);
    await page.evaluate(() => window.workbench.ready);
    times.push(performance.now() - started);
  }
  return Math.round(median(times));
};

/** How long a workspace takes to come back after a reload. */
export default () =>
  withBuiltApp(async (browser, address) => {
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(`${address}#/data`);
    await page.evaluate(() => window.workbench.ready);
    const empty = await timeReloads(page);
    await loadLines(page);
    await waitUntilStored(page);
    const full = await timeReloads(page);
    const { rows } = await page.evaluate(() => window.workbench.sql('select count(*)::int as n from lines'));
    return {
      title: `Reload until everything is there again (ms, median of ${reloads})`,
      rows: [
        { what: 'a workspace without data', lines: 0, ms: empty, target: '' },
        { what: 'a workspace of order lines', lines: rows[0]?.['n'], ms: full, target: '≤ 3,000' },
      ],
    };
  });
