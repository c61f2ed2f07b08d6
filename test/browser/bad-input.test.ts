import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { goTo, queryRows, waitUntilReady } from '../support/browser-actions.ts';
import { doubtfulFiles, unreadableFiles } from '../support/browser-bad-files.ts';
import { dropFiles, givenFile, pickFiles, replaceData } from '../support/browser-files.ts';
import { smallShop } from '../support/browser-shop.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const orders = async (page: Page): Promise<unknown> =>
  (await queryRows(page, 'select count(*)::int as n from orders'))[0]?.['n'];

describe('bad input', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/data');
    page = site.page;
    await waitUntilReady(page);
    await pickFiles(page, [smallShop()]);
    await page.getByTestId('import-report').waitFor();
  });
  afterAll(() => site.close());

  describe('that can’t be read says why in place and keeps what was there', () => {
    beforeEach(() => goTo(page, '/data'));

    it.each(unreadableFiles)('%s', async (_, file, says) => {
      await pickFiles(page, [file]);
      const panel = page.locator('main').getByRole('alert');
      await panel.waitFor();
      const words = await panel.innerText();
      expect(words).toMatch(says);
      expect(words.split('\n').filter(Boolean).length, 'title, cause and next step').toBeGreaterThan(2);
      expect(await orders(page)).toBe(9);
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByText('9 rows kept of 9 read').waitFor();
    });

    it('one bad file among good ones is named, and the others can be read', async () => {
      await pickFiles(page, [smallShop('good.csv'), givenFile('empty.csv', '')]);
      await page.getByTestId('mapping').getByText('“empty.csv” is empty').waitFor();
      await replaceData(page);
      expect(await orders(page)).toBe(9);
    });

    it('a file that goes away while it is being read', async () => {
      await page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        const handle = await root.getFileHandle('fleeting.csv', { create: true });
        const writable = await handle.createWritable();
        await writable.write('customer,date,amount\nann,03/04/2024,1\nbob,05/06/2024,2\ncyd,01/02/2024,3');
        await writable.close();
        const transfer = new DataTransfer();
        transfer.items.add(await handle.getFile());
        document.body.dispatchEvent(
          new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: transfer }),
        );
      });
      await page
        .getByTestId('mapping')
        .getByText(/day and month can’t be told apart/)
        .waitFor();
      await page.evaluate(async () => {
        const root = await navigator.storage.getDirectory();
        await root.removeEntry('fleeting.csv');
      });
      await page.getByRole('button', { name: 'Read the file' }).click();
      await page
        .getByTestId('mapping')
        .getByText(/“fleeting\.csv” changed while it was being read/)
        .waitFor();
      expect(await orders(page)).toBe(9);
      await page.getByRole('button', { name: 'Cancel' }).click();
    });

    it.each([
      ['no date can be read', 'customer,date,amount\nann,someday,1\nbob,never,2\ncyd,perhaps,3'],
      ['no amount is recognised', 'customer,date,xyzzy\nann,2024-01-15,1\nbob,2024-01-16,2'],
    ])('orders in which %s are not taken for a list of customers in silence', async (_, text) => {
      await pickFiles(page, [givenFile('odd.csv', text)]);
      await page
        .getByTestId('mapping')
        .getByText(/“date” is named like the date of an order/)
        .waitFor();
      expect(await orders(page)).toBe(9);
      await page.getByRole('button', { name: 'Cancel' }).click();
    });

    it('a file of which no row can be used says how many it read, and stays to be corrected', async () => {
      await pickFiles(page, [
        givenFile('odd.csv', 'customer,date,amount\nann,someday,1\nbob,never,2\ncyd,perhaps,3'),
      ]);
      for (const [column, target] of [
        ['customer', 'Orders: customer id'],
        ['date', 'Orders: ordered at'],
        ['amount', 'Orders: sales'],
      ] as const) {
        const box = page.getByTestId('mapping').getByLabel(`Where ${column} goes`);
        await box.click();
        await box.fill(target);
        await page
          .getByRole('option', { name: new RegExp(`^${target}`) })
          .first()
          .click();
      }
      await page.getByRole('button', { name: 'Read the file' }).click();
      const panel = page.getByTestId('mapping').getByRole('alert');
      await panel.getByText('No row of “odd.csv” could be used').waitFor();
      expect(await panel.innerText()).toMatch(/We read 3 rows and kept 0/);
      expect(await orders(page)).toBe(9);
      await page.getByRole('button', { name: 'Cancel' }).click();
    });
  });

  describe('that can be read in part is read in part and says so with numbers', () => {
    beforeEach(() => goTo(page, '/data'));

    it.each(doubtfulFiles)('%s', async (_, file, [kept, read], says) => {
      await dropFiles(page, [file]);
      await replaceData(page);
      const report = page.getByTestId('import-report');
      await report.getByRole('heading', { name: file.name }).waitFor();
      const words = await report.innerText();
      expect(words).toContain(`${kept} rows kept of ${read} read`);
      expect(words).toContain(`${read - kept} rejected`);
      expect(words).toMatch(says);
    });
  });

  it('none of it is an error on the console, and the page is not blank', async () => {
    expect(site.problems).toEqual([]);
    await goTo(page, '/home');
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
  });
});
