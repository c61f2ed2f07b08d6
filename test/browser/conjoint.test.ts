import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const drop = (page: Page, table: string, text: string): Promise<void> =>
  page.getByRole('group', { name: table }).evaluate((field, content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'study.csv', { type: 'text/csv' }));
    field.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, text);

describe('what customers value', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/conjoint');
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('says in place what does not fit, of tables that were dropped', async () => {
    await drop(page, 'Table of cards', 'Price;Size\n1;a\n1;b\n2;a\n2;b');
    await drop(page, 'Table of ratings', 'Zoe Quill;1;2;3;');
    await expect.poll(() => page.getByRole('textbox', { name: 'Ratings' }).inputValue()).toContain('Zoe');
    await page.getByRole('button', { name: 'Read the study' }).click();
    await page.getByText('0 respondents rated every card with a number, 1 did not').waitFor();
  });

  it('shows an invented study and who would choose what, again when a product changes', async () => {
    await page.getByRole('button', { name: 'Try it with an invented study' }).click();
    await page.getByRole('heading', { name: /^“Price a month” weighs most: 34.4%/ }).waitFor();
    await page.getByRole('heading', { name: 'First choice: product 1 leads' }).waitFor();
    const second = page.getByRole('group', { name: 'Product 2' });
    for (const [attribute, label] of [
      ['Price a month', '€19'],
      ['Delivery', 'weekly'],
      ['Cancelling', 'any time'],
    ] as const)
      await second.getByLabel(attribute).selectOption({ label });
    await page.getByRole('heading', { name: 'Logit: product 2 leads' }).waitFor();
    await page.getByRole('button', { name: 'Add a product' }).click();
    await page.getByRole('button', { name: 'Remove product 3' }).click();
  });

  it('keeps nothing of respondents: not in the workbook, not after the page is left; nothing is sent', async () => {
    expect(await page.evaluate(() => JSON.stringify(window.workbench.workbook.get()))).not.toMatch(
      /Zoe|Card 1|R1/,
    );
    await page.evaluate(() => (location.hash = '#/glossary'));
    await page.getByRole('heading', { name: 'Glossary', level: 1 }).waitFor();
    await page.evaluate(() => (location.hash = '#/conjoint'));
    expect(await page.getByRole('textbox', { name: 'Ratings' }).inputValue()).toBe('');
    expect(await site.foreignRequests()).toEqual([]);
    expect(site.problems).toEqual([]);
  });
});
