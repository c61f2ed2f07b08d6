import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  downloadBy,
  goTo,
  openSample,
  pickFromMenu,
  queryRows,
  waitUntilReady,
  waitUntilSettled,
} from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const countOf = async (page: Page, condition: string): Promise<number> =>
  Number(
    (await queryRows(page, `select count(*)::int as n from customer_profiles where ${condition}`))[0]?.['n'],
  );

const row = (page: Page, name: string) =>
  page.getByRole('complementary', { name: 'Segments' }).getByRole('listitem').filter({ hasText: name });

/** Waits until the live count under the name of the segment says this number. */
const waitForCount = (page: Page, count: number): Promise<unknown> =>
  page
    .locator('main article')
    .getByRole('status')
    .filter({ hasText: new RegExp(`^\\s*${count === 0 ? '(0|No)' : count}\\b`) })
    .waitFor();

const chooseField = async (page: Page, condition: number, field: string): Promise<void> => {
  const box = page.getByRole('combobox', { name: 'Field' }).nth(condition);
  await box.click();
  const offered = page.locator('[data-combobox-item]');
  await offered.first().waitFor();
  const cut = await offered.evaluateAll(
    (all) => all.filter((one) => one.scrollHeight > one.clientHeight).length,
  );
  expect(cut, 'fields without room for their words').toBe(0);
  await box.fill(field);
  await page
    .getByRole('option', { name: new RegExp(`^${field}`) })
    .first()
    .click();
};

describe('segments', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
  });
  afterAll(() => site.close());

  it('a mark of a chart becomes a segment by arrow keys and Enter', async () => {
    await goTo(page, '/rfm');
    const grid = page.getByRole('group', { name: /^Grid with 25 marks/ });
    await grid.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    const picked = await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    expect(picked).toMatch(/\d/);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Make a segment' });
    const sentence = await dialog.getByText(/of 200 customers/).innerText();
    await dialog.getByLabel('Name').fill('Picked on the grid');
    await dialog.getByRole('button', { name: 'Make segment' }).click();
    await page.getByText('Segment “Picked on the grid” made.').waitFor();
    await goTo(page, '/segments');
    const count = Number(/(\d+) of 200/.exec(sentence)?.[1]);
    await row(page, 'Picked on the grid')
      .filter({ hasText: new RegExp(`\\b${count}\\s`) })
      .waitFor();
    expect(count).toBe(await countOf(page, 'r = 5 and f = 1'));
  });

  it('a ready-made one is one click away, with its size before', async () => {
    const lapsed = await countOf(page, 'recency_days > 180');
    const suggestion = page.getByRole('button', { name: /Lapsed for 180 days/ });
    await suggestion.filter({ hasText: new RegExp(`\\b${lapsed}\\s`) }).waitFor();
    await suggestion.click();
    await waitForCount(page, lapsed);
  });

  it('the rule builder counts while a rule is written', async () => {
    await page.getByRole('button', { name: 'New segment' }).click();
    await page.getByLabel('Name of the segment').fill('Busy accounts');
    await waitForCount(page, 200);
    await page.getByRole('button', { name: 'Condition', exact: true }).click();
    await chooseField(page, 0, 'orders');
    await page.getByLabel('Comparison').first().selectOption('at-least');
    await page
      .getByRole('textbox', { name: /^orders/ })
      .first()
      .fill('40');
    await waitForCount(page, await countOf(page, 'orders >= 40'));
    await page.getByRole('button', { name: 'Condition', exact: true }).click();
    await chooseField(page, 1, 'days since the last order');
    await page.getByLabel('Comparison').nth(1).selectOption('more-than');
    await page.getByRole('textbox', { name: /^days since the last order/ }).fill('90');
    await waitForCount(page, await countOf(page, 'orders >= 40 and recency_days > 90'));
    await page.getByLabel('How the conditions are joined').selectOption('any');
    await waitForCount(page, await countOf(page, 'orders >= 40 or recency_days > 90'));
    await page.getByLabel('How the conditions are joined').selectOption('none');
    await waitForCount(page, await countOf(page, 'not (orders >= 40 or coalesce(recency_days > 90, false))'));
    await page.getByLabel('How the conditions are joined').selectOption('any');
  });

  it('groups nest, and undo takes one step back at a time', async () => {
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    const nested = page.getByRole('group', { name: 'Group of conditions' });
    await nested.waitFor();
    await page.getByRole('button', { name: /^Undo: / }).click();
    await nested.waitFor({ state: 'detached' });
    await waitForCount(page, await countOf(page, 'orders >= 40 or recency_days > 90'));
  });

  it('the focus changes the figures of every page', async () => {
    await row(page, 'Busy accounts')
      .getByRole('button', { name: 'Put Busy accounts in focus on every page' })
      .click();
    await goTo(page, '/home');
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    await page.getByText(/^\s*Busy accounts, orders up to/).waitFor();
    const buyers = await countOf(page, '(orders >= 40 or recency_days > 90) and orders > 0');
    const stage = page.getByRole('button', { name: 'Customer portfolio analysis' });
    await stage.getByText(String(buyers), { exact: true }).waitFor();
    await goTo(page, '/rfm');
    await page
      .locator('main')
      .getByText(/Busy accounts/)
      .first()
      .waitFor();
  });

  it('two segments are compared', async () => {
    await goTo(page, '/segments');
    await row(page, 'Lapsed for 180 days')
      .getByRole('button', { name: 'Compare the focus with Lapsed for 180 days' })
      .click();
    await row(page, 'Busy accounts').locator('button').first().click();
    await waitUntilSettled(page);
    const profile = page.getByTestId('analysis-segment-profile');
    await profile
      .getByText(/Lapsed for 180 days/)
      .first()
      .waitFor();
    await profile
      .getByText(/Busy accounts/)
      .first()
      .waitFor();
    await row(page, 'Lapsed for 180 days').getByText('compared with').waitFor();
    await row(page, 'Lapsed for 180 days')
      .getByRole('button', { name: 'Stop comparing with Lapsed for 180 days' })
      .click();
  });

  it('they are renamed, duplicated and removed, with undo', async () => {
    await page.getByLabel('Name of the segment').fill('Busy or silent');
    await row(page, 'Busy or silent').waitFor();
    await pickFromMenu(page, 'More for Busy or silent', 'Duplicate');
    await row(page, 'Busy or silent 2').waitFor();
    await pickFromMenu(page, 'More for Busy or silent 2', 'Remove');
    await row(page, 'Busy or silent 2').waitFor({ state: 'detached' });
    const undo = page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' });
    await undo.last().click();
    await row(page, 'Busy or silent 2').waitFor();
  });

  it('removing the one in focus puts everyone in focus', async () => {
    await pickFromMenu(page, /^More for Busy or silent$/, 'Remove');
    await row(page, 'All customers').getByText('in focus').waitFor();
    expect(await page.getByLabel('Focus', { exact: true }).inputValue()).toBe('everyone');
  });

  it('customers are exported on a click only, after a word of care', async () => {
    let downloads = 0;
    page.on('download', () => (downloads += 1));
    await pickFromMenu(page, 'More for Lapsed for 180 days', /^Export its customers/);
    const dialog = page.getByRole('dialog', { name: /Export the customers/ });
    await dialog.getByText('These are personal data.').waitFor();
    expect(downloads).toBe(0);
    const { name, bytes } = await downloadBy(page, () => dialog.getByRole('button', { name: 'CSV' }).click());
    expect(name).toMatch(/^Lapsed for 180 days .*\.csv$/);
    const [header, ...rows] = bytes.toString('utf8').trim().split(/\r?\n/);
    expect(header).toMatch(/^\uFEFF?Customer id,/);
    expect(rows).toHaveLength(await countOf(page, 'recency_days > 180'));
    await pickFromMenu(page, 'More for Lapsed for 180 days', /^Export its customers/);
    const book = await downloadBy(page, () => dialog.getByRole('button', { name: 'Excel workbook' }).click());
    expect(book.name).toMatch(/\.xlsx$/);
    expect(book.bytes.subarray(0, 2).toString()).toBe('PK');
    expect(downloads).toBe(2);
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
