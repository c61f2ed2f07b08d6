import { existsSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { withBuiltApp } from '../support/bench-site.ts';

const onlineRetail = '../shared/data/online_retail/online_retail.csv.gz';

interface Row {
  readonly what: string;
  readonly ms: number;
  readonly target: string;
}

/** Collects main-thread tasks longer than 50 ms from now on. */
const watchLongTasks = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: number[] = [];
    Object.assign(window, { longTasks: seen });
    new PerformanceObserver((list) => seen.push(...list.getEntries().map((entry) => entry.duration))).observe(
      {
        type: 'longtask',
      },
    );
  });

const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks));

/** Looks at every frame: waiting for a selector would look only twice a second after a while. */
const homeComplete = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[data-testid=home][data-complete=true]') !== null);

const timed = async (what: string, target: string, work: () => Promise<unknown>): Promise<Row> => {
  const started = performance.now();
  await work();
  return { what, ms: Math.round(performance.now() - started), target };
};

const startUp = async (page: Page, address: string): Promise<readonly Row[]> => {
  const started = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForSelector('h1');
  const painted = performance.now() - started;
  await page.evaluate(() => window.workbench.ready);
  return [
    { what: 'shell painted', ms: Math.round(painted), target: 'before the engine' },
    { what: 'engine ready', ms: Math.round(performance.now() - started), target: '≤ 3,000' },
  ];
};

const sample = async (page: Page): Promise<readonly Row[]> => {
  await watchLongTasks(page);
  const row = await timed('retail sample to complete home', '≤ 3,000', async () => {
    await page.click('[data-testid=sample-retailer]');
    await homeComplete(page);
  });
  return [
    row,
    { what: 'longest main-thread task meanwhile', ms: Math.round(await longestTask(page)), target: '≤ 100' },
  ];
};

const ownFile = async (page: Page): Promise<readonly Row[]> => {
  await watchLongTasks(page);
  const row = await timed('Online Retail (541,909 rows gz) from drop to home', '≤ 12,000', async () => {
    await page.setInputFiles('[data-testid=file-input]', onlineRetail);
    await page.waitForSelector('[data-testid=import-report], [data-testid=mapping]');
    await page.evaluate(() => (location.hash = '#/home'));
    await homeComplete(page);
  });
  const rows: Row[] = [
    row,
    { what: 'longest main-thread task meanwhile', ms: Math.round(await longestTask(page)), target: '≤ 100' },
  ];
  const analyses = await page.evaluate(() => window.workbench.analyses());
  for (const { id } of analyses.filter(({ ready }) => ready)) {
    const ms = await page.evaluate(
      async (name) => (await window.workbench.run(name, {}, { kind: 'all', of: [] })).ms,
      id,
    );
    rows.push({ what: `${id} on Online Retail`, ms: Math.round(ms), target: '≤ 500' });
  }
  return rows;
};

/** The built app in a real browser: how long a user waits. */
export default () =>
  withBuiltApp(async (browser, address) => {
    const page = await browser.newPage();
    const rows = [...(await startUp(page, address)), ...(await sample(page))];
    const fresh = await (await browser.newContext()).newPage();
    if (existsSync(onlineRetail)) {
      await startUp(fresh, address);
      rows.push(...(await ownFile(fresh)));
    }
    return { title: 'The app in a browser (ms)', rows };
  });
