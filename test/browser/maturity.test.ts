import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const rows = (page: Page, sheet: string) =>
  page.evaluate((id) => window.workbench.workbook.get().worksheets[id] ?? [], sheet);

describe('maturity', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/maturity', { reducedMotion: 'reduce' });
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('brings the items of all eight areas at once; undo takes them back', async () => {
    await page.getByRole('button', { name: 'Begin with the usual items' }).click();
    await page.waitForFunction(() => window.workbench.workbook.get().worksheets['maturity']?.length === 39);
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page.getByRole('button', { name: 'Begin with the usual items' }).click();
    await page.getByRole('rowheader', { name: 'Measurement' }).waitFor();
  });

  it('a score is chosen by the item’s own words, and the radar and the ranking follow', async () => {
    const now = page.getByLabel('Now of Worth of each customer').first();
    await now.selectOption('0');
    expect(await now.locator('option:checked').innerText()).toContain('Turnover a customer at best');
    await page.getByLabel('Goal of Worth of each customer').first().selectOption('4');
    await page.getByLabel('Weight of Worth of each customer').first().selectOption('3');
    await page.getByRole('heading', { name: '1 of 8 areas are scored so far' }).waitFor();
    await page
      .getByRole('heading', { name: '“Worth of each customer” is the gap that weighs most' })
      .waitFor();
    await page
      .getByRole('heading', { name: 'Analysis and planning is furthest from its goal: 0 of 4.' })
      .waitFor();
  });

  it('shows where two people differ, and nothing of it while they score in private', async () => {
    await page.getByRole('button', { name: 'Add a person' }).click();
    await page.getByLabel('Now of Worth of each customer').first().selectOption('3');
    const dispute = page.getByRole('heading', {
      name: 'You differ most on “Worth of each customer”: from 0 to 3',
    });
    await dispute.waitFor();
    await page.getByRole('switch', { name: 'Score in private' }).click();
    await dispute.waitFor({ state: 'detached' });
    await page.getByRole('switch', { name: 'Score in private' }).click();
    await dispute.waitFor();
  });

  it('a weak condition holds a line of the plan back, in words', async () => {
    await goTo(page, '/maturity?sheet=enabling-conditions');
    await page.getByRole('button', { name: 'Bring in 5 conditions of the chain' }).click();
    await page.getByLabel('Now of People').first().selectOption('2');
    await page.getByRole('heading', { name: /^1 of 5 is too weak/ }).waitFor();
    await goTo(page, '/plan');
    await page.getByRole('button', { name: 'Add a line to Retention' }).click();
    await page.keyboard.type('Visits');
    await page.getByRole('button', { name: 'Details of Visits' }).click();
    await page.getByRole('checkbox', { name: 'People' }).check();
    await page.getByText('1 of 1 line needs a condition that is too weak today.').waitFor();
    await page
      .getByRole('row', { name: /Visits/ })
      .getByText('Needs people: 2 of 5, at least 3')
      .first()
      .waitFor();
    const lines = await page.evaluate(() => window.workbench.workbook.get().plan.scenarios.A.lines);
    expect(lines).toMatchObject([{ title: 'Visits', needs: ['people'] }]);
  });

  it('is there again after a reload', async () => {
    const before = await rows(page, 'maturity');
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/maturity');
    expect(await rows(page, 'maturity')).toEqual(before);
    await page.getByRole('heading', { name: /^You differ most on “Worth/ }).waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
