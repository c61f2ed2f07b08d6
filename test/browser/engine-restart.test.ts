import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, queryRows, waitUntilReady, waitUntilStored } from '../support/browser-actions.ts';
import { pickFiles } from '../support/browser-files.ts';
import { smallShop } from '../support/browser-shop.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const customers = 'select count(*)::int as n from customers';

/** Lets the engine's worker die of an error that nobody catches. */
const killEngine = async (page: Page): Promise<void> => {
  const worker = page.workers()[0];
  if (!worker) throw new Error('The engine has no worker');
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('killed by a test');
    });
  });
};

describe('when something breaks', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/data');
    page = site.page;
    await waitUntilReady(page);
    await pickFiles(page, [smallShop()]);
    await page.getByTestId('import-report').waitFor();
    await waitUntilStored(page);
  });
  afterAll(() => site.close());

  it('a killed engine starts again with the data, and says so', async () => {
    const closed = page.workers()[0]?.waitForEvent('close');
    await killEngine(page);
    await closed;
    expect(await queryRows(page, customers)).toEqual([{ n: 5 }]);
    await page.getByText('The engine was restarted and has your data back.').waitFor();
  });

  it('pages go on working after it', async () => {
    for (const path of ['/portfolio', '/rfm', '/journey']) {
      await goTo(page, path);
      expect(await page.locator('main').getByRole('alert').count()).toBe(0);
    }
  });

  it('without a network, after the first visit, everything opens with the data of the last', async () => {
    await page.evaluate(async () => {
      if (navigator.serviceWorker.controller) return;
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true });
      });
    });
    await site.context.setOffline(true);
    await page.reload();
    await waitUntilReady(page);
    expect(await queryRows(page, customers)).toEqual([{ n: 5 }]);
    for (const path of ['/home', '/data', '/portfolio', '/rfm', '/value', '/segments', '/journey', '/swot']) {
      await goTo(page, path);
      expect(await page.locator('main').getByRole('alert').count(), path).toBe(0);
    }
    expect(site.problems).toEqual([]);
  });
});
