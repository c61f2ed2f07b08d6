import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, waitUntilReady } from '../support/browser-actions.ts';
import { pickFiles } from '../support/browser-files.ts';
import { smallShop } from '../support/browser-shop.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

describe('strategy boards', () => {
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

  const row = (name: string) => page.locator('[data-line]', { has: page.locator(`input[title="${name}"]`) });

  it('a need is written in place, scored and ranked; undo takes the score back', async () => {
    await goTo(page, '/opportunities?sheet=needs');
    await page.getByRole('button', { name: 'Add need' }).click();
    await page.keyboard.type('Get it before the weekend');
    await page.getByLabel('Importance of Get it before the weekend').selectOption('9');
    await page.getByLabel('Satisfaction of Get it before the weekend').selectOption('3');
    await page.getByRole('heading', { name: '1 of 1 need is under-served' }).waitFor();
    expect(await row('Get it before the weekend').innerText()).toContain('15');
    await page.getByRole('button', { name: /^Undo/ }).click();
    await page.getByRole('heading', { name: 'Needs', exact: true }).waitFor();
  });

  it('Enter in the last row begins the next', async () => {
    await page.locator('[data-field=need]').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Know what I owe');
    await row('Know what I owe').waitFor();
  });

  it('a row is bound to a number and commented in its details', async () => {
    await page.getByRole('button', { name: 'Details of Get it before the weekend' }).click();
    const details = page.getByRole('group', { name: 'Details of Get it before the weekend' });
    await details.getByRole('button', { name: 'Pin a number' }).click();
    await page.getByRole('radio', { name: /Repeat rate/ }).check();
    await page.getByRole('button', { name: 'Pin to the row' }).click();
    await details.getByText('Repeat rate').waitFor();
    await details.getByLabel('New remark').fill('Heard three times');
    await page.keyboard.press('Enter');
    await details.getByText('Heard three times').waitFor();
  });

  it('what is done along the chain shows in every framework and on the home screen', async () => {
    await goTo(page, '/chain');
    await page.getByRole('button', { name: 'Begin with a row for every place' }).click();
    const first = page.locator('[data-line]').first();
    await first.locator('[data-field=what]').fill('Rank customers by profit');
    await first.locator('select[data-field=now]').selectOption('2');
    await page.getByRole('article', { name: 'Analyse opportunities' }).getByText('now 2').waitFor();
    await page.getByRole('tab', { name: 'Strategic processes' }).click();
    await page
      .getByRole('article', { name: 'Strategy development' })
      .getByText('Rank customers by profit')
      .waitFor();
    await goTo(page, '/home');
    await page.getByText('how well it is done').first().waitFor();
  });

  it('suggested cards are added only on request, with their number', async () => {
    await goTo(page, '/swot');
    await page.getByRole('button', { name: 'Suggest cards from the data' }).click();
    const dialog = page.getByRole('dialog', { name: 'What your data suggest' });
    await dialog.getByRole('button', { name: 'Add', exact: true }).first().click();
    await dialog.getByText('on the board').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.evidence').first().waitFor();
  });

  it('dots weigh cards', async () => {
    await page.getByRole('textbox', { name: /^Add a strength/ }).fill('Known in town');
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /^Add an opportunity/ }).fill('A market on Fridays');
    await page.keyboard.press('Enter');
    await page.getByRole('tab', { name: 'Weigh' }).click();
    await page.getByRole('button', { name: 'One dot more for “Known in town”' }).click();
    await page.getByLabel('Impact of “Known in town”').selectOption('5');
    const card = page.locator('[data-line]', { hasText: 'Known in town' });
    expect(await card.innerText()).toContain('100%');
  });

  it('a rating in the grid asks for an answer', async () => {
    await page.getByRole('tab', { name: 'TOWS grid' }).click();
    await page.getByLabel('Known in town against A market on Fridays').selectOption('2');
    await page.getByText('Use “Known in town” to take “A market on Fridays”.').waitFor();
    await page.getByRole('button', { name: 'Make it an answer' }).click();
    await page.getByRole('tab', { name: 'TOWS answers (1)' }).waitFor();
  });

  it('speaks the words of another trade, and the shop’s again', async () => {
    await goTo(page, '/glossary?view=words');
    await page.getByRole('radio', { name: /^Health/ }).check();
    await page.getByRole('link', { name: 'Patient value' }).waitFor();
    await page.getByRole('radio', { name: /^Shop/ }).check();
    await page.getByRole('link', { name: 'Customer value' }).waitFor();
  });

  it('names the terms of a page and what they mean', async () => {
    await goTo(page, '/swot');
    await page.getByText('Terms on this page').click();
    await page.locator('.page-terms').getByRole('link', { name: 'TOWS', exact: true }).click();
    await page.getByLabel('Find a term').waitFor();
    expect(await page.getByLabel('Find a term').inputValue()).toBe('TOWS');
  });

  it('is there again after a reload', async () => {
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/opportunities?sheet=needs');
    await row('Know what I owe').waitFor();
    expect(site.problems).toEqual([]);
  });
});
