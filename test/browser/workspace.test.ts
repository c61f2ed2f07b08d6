import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  downloadBy,
  goTo,
  pickFromMenu,
  queryRows,
  waitUntilReady,
  waitUntilStored,
} from '../support/browser-actions.ts';
import { pickInstead } from '../support/browser-files.ts';
import { otherShop, smallShop } from '../support/browser-shop.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const settings = 'Workspace and settings';

const customers = async (page: Page): Promise<unknown> =>
  (await queryRows(page, 'select count(*)::int as n from customers'))[0]?.['n'];

const writeStrength = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: /^Add a strength/ }).fill(text);
  await page.keyboard.press('Enter');
  await strength(page, text).waitFor();
};

const strength = (page: Page, text: string) =>
  page.getByRole('list', { name: 'Strengths' }).getByText(text, { exact: true });

const load = async (page: Page, file: ReturnType<typeof smallShop>): Promise<void> => {
  await goTo(page, '/data');
  await pickInstead(page, [file]);
  await page.getByTestId('import-report').getByRole('heading', { name: file.name }).waitFor();
};

describe('what a workspace keeps', () => {
  let site: TestPage;
  let page: Page;
  let saved: Awaited<ReturnType<typeof downloadBy>>;
  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
    await load(page, smallShop());
    await waitUntilStored(page);
  });
  afterAll(() => site.close());

  it('a reload brings back data, report and boards, even what was typed a moment ago', async () => {
    await goTo(page, '/swot');
    await writeStrength(page, 'Regulars come back');
    await page.reload();
    await waitUntilReady(page);
    await strength(page, 'Regulars come back').waitFor();
    await goTo(page, '/home');
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    expect(await customers(page)).toBe(5);
    await goTo(page, '/data');
    await page.getByText('9 rows kept of 9 read').waitFor();
  });

  it('the data can be cleared, and come back with undo', async () => {
    await page.getByRole('button', { name: 'Clear the data' }).click();
    await page.getByText('The data are cleared. Your strategy is still here.').waitFor();
    await page.getByTestId('import-report').waitFor({ state: 'detached' });
    expect(await customers(page)).toBe(0);
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByText('9 rows kept of 9 read').waitFor();
    expect(await customers(page)).toBe(5);
  });

  it('data that others took the place of come back', async () => {
    await load(page, otherShop());
    expect(await customers(page)).toBe(2);
    await page
      .getByRole('region', { name: 'Messages' })
      .getByRole('button', { name: 'Back to the earlier data' })
      .click();
    await page.getByText('9 rows kept of 9 read').waitFor();
    expect(await customers(page)).toBe(5);
    await page.reload();
    await waitUntilReady(page);
    expect(await customers(page)).toBe(5);
    await goTo(page, '/data');
  });

  it('a second workspace has data and boards of its own', async () => {
    await pickFromMenu(page, settings, /^New workspace/);
    await page.getByTestId('import-report').waitFor({ state: 'detached' });
    await goTo(page, '/swot');
    expect(await strength(page, 'Regulars come back').count()).toBe(0);
    await writeStrength(page, 'A new start');
    await load(page, otherShop());
    await waitUntilStored(page);
    expect(await customers(page)).toBe(2);
  });

  it('going back to the first opens it as it was', async () => {
    await pickFromMenu(page, settings, /^Workspaces/);
    const dialog = page.getByRole('dialog', { name: 'Workspaces' });
    await dialog
      .getByRole('listitem')
      .filter({ hasText: 'My strategy' })
      .getByRole('button', { name: 'Open' })
      .click();
    await page.getByText('9 rows kept of 9 read').waitFor();
    expect(await customers(page)).toBe(5);
    await goTo(page, '/swot');
    await strength(page, 'Regulars come back').waitFor();
    expect(await strength(page, 'A new start').count()).toBe(0);
  });

  it('a workspace can be named, and another removed with undo', async () => {
    await pickFromMenu(page, settings, /^Workspaces/);
    const dialog = page.getByRole('dialog', { name: 'Workspaces' });
    await dialog.getByLabel('Name of this workspace').fill('Corner shop');
    await dialog.getByRole('button', { name: 'Remove Strategy 2' }).click();
    const other = dialog.getByRole('listitem').filter({ hasText: 'Strategy 2' });
    await other.waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await pickFromMenu(page, settings, /^Workspaces/);
    await other.waitFor();
    await page.keyboard.press('Escape');
    await goTo(page, '/home');
    await page.getByRole('heading', { level: 1, name: 'Corner shop' }).waitFor();
  });

  it('it is saved to one file, which says that it is confidential', async () => {
    saved = await downloadBy(page, () => pickFromMenu(page, settings, /^Save to a file/));
    expect(saved.name).toBe('Corner shop.arrowhead');
    expect(saved.bytes.length).toBeGreaterThan(500);
    await page.getByText(/It holds your customer rows: treat it as confidential/).waitFor();
  });

  it('the file opens in a fresh profile with data and boards', async () => {
    const other = await openPage('#/swot');
    try {
      await waitUntilReady(other.page);
      await other.page.getByTestId('bundle-input').setInputFiles({
        name: saved.name,
        mimeType: 'application/octet-stream',
        buffer: saved.bytes,
      });
      await strength(other.page, 'Regulars come back').waitFor();
      await waitUntilStored(other.page);
      expect(await customers(other.page)).toBe(5);
      await other.page.reload();
      await waitUntilReady(other.page);
      await strength(other.page, 'Regulars come back').waitFor();
      expect(await customers(other.page)).toBe(5);
      expect(other.problems).toEqual([]);
    } finally {
      await other.close();
    }
  });

  it('a file that is no workspace is refused, and what is open stays', async () => {
    await page.getByTestId('bundle-input').setInputFiles({
      name: 'holiday.arrowhead',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('not a workspace'),
    });
    await page.getByTestId('load-error').waitFor();
    await page.getByTestId('load-error').getByRole('button', { name: 'Dismiss' }).click();
    await page.getByRole('heading', { level: 1, name: 'Corner shop' }).waitFor();
    expect(await customers(page)).toBe(5);
  });

  it('a second tab looks, says so, and can take over', async () => {
    const second = await site.context.newPage();
    await second.goto(`${site.address}#/swot`);
    await waitUntilReady(second);
    const banner = (tab: Page) => tab.getByTestId('second-tab');
    await banner(second).waitFor();
    await strength(second, 'Regulars come back').waitFor();
    expect(await second.getByRole('textbox', { name: /^Add a strength/ }).isDisabled()).toBe(true);
    await banner(second).getByRole('button', { name: 'Work in this tab instead' }).click();
    await banner(second).waitFor({ state: 'detached' });
    await banner(page).waitFor();
    await writeStrength(second, 'Written in the second tab');
    await goTo(page, '/swot');
    await strength(page, 'Written in the second tab').waitFor();
    await second.close();
    await banner(page).waitFor({ state: 'detached' });
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});

const denyStorage = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (!isSecureContext) return;
    const refuse = (): never => {
      throw new DOMException('The user denied permission', 'SecurityError');
    };
    Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: refuse });
    Object.defineProperty(IDBFactory.prototype, 'open', { value: refuse });
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });

const fillStorage = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    if (!isSecureContext) return;
    Object.defineProperty(FileSystemFileHandle.prototype, 'createWritable', {
      value: () => Promise.reject(new DOMException('No room', 'QuotaExceededError')),
    });
  });

describe.each([
  ['denied', denyStorage, 'Nothing can be saved in this browser'],
  ['full', fillStorage, 'There is no room left to save'],
])('where storage is %s', (_, prepare, words) => {
  let site: TestPage;
  beforeAll(async () => {
    site = await openPage('', {}, prepare);
    await waitUntilReady(site.page);
    await load(site.page, smallShop());
  });
  afterAll(() => site.close());

  it('a banner says so and what to do', async () => {
    const banner = site.page.getByTestId('storage-banner');
    await banner.getByText(words).waitFor();
    await banner.getByText(/save the workspace to a file/i).waitFor();
  });

  it('the work goes on in memory and can be saved to a file', async () => {
    const { page } = site;
    await goTo(page, '/home');
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    await goTo(page, '/swot');
    await writeStrength(page, 'Still here');
    const { bytes } = await downloadBy(page, () =>
      page.getByTestId('storage-banner').getByRole('button', { name: 'Save to a file' }).click(),
    );
    expect(bytes.length).toBeGreaterThan(500);
    expect(site.problems).toEqual([]);
  });
});
