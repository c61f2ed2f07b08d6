import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

describe('channels', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/channels');
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('are ranked by what they bring for what they cost', async () => {
    await page.getByRole('button', { name: 'Begin with one of each category' }).click();
    await page.getByLabel('Cost a year of Web shop').fill('25k');
    await page.getByLabel('Revenue a year of Web shop').fill('300k');
    await page.getByLabel('Revenue a year of Web shop').press('Tab');
    await page.getByRole('heading', { name: /^“Web shop” brings 12 for each 1 spent/ }).waitFor();
    await page.getByRole('group', { name: /^Bar chart with 1 marks/ }).waitFor();
  });

  it('show their gaps by stage, and undo fills one', async () => {
    await goTo(page, '/channels?sheet=channel-stages');
    await page.getByRole('button', { name: 'Begin with the five stages' }).click();
    await page.getByLabel('Outlets of Retention').selectOption({ label: 'Serve' });
    await page.getByLabel('Telephony of Retention').selectOption({ label: 'Nothing' });
    await page.getByRole('heading', { name: /^1 gap where customers can do nothing; Retention/ }).waitFor();
    await page.getByRole('button', { name: 'Retention · Telephony, Nothing' }).waitFor();
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page.getByRole('button', { name: 'Retention · Telephony, Not judged yet' }).waitFor();
  });

  it('carry a journey whose lanes miss each other', async () => {
    await goTo(page, '/channels?sheet=journey-steps');
    await page.getByRole('button', { name: 'Begin with the way to a customer' }).click();
    await page.getByRole('heading', { name: 'The two sides miss each other at 3 of 7 steps' }).waitFor();
    await page.getByLabel('We of Terms').fill('Agree on terms');
    await page.getByRole('heading', { name: 'The two sides miss each other at 2 of 7 steps' }).waitFor();
  });

  it('are quiet when it says so, and the plan that breaks it is shown', async () => {
    await goTo(page, '/plan');
    await page.getByRole('button', { name: 'Add a line to Retention' }).click();
    await page.keyboard.type('Mailing');
    const start = await page.evaluate(
      () => window.workbench.workbook.get().plan.scenarios.A.lines[0]?.start ?? '',
    );
    await goTo(page, '/channels?sheet=quiet-days');
    await page.getByRole('button', { name: 'Add quiet period' }).click();
    await page.keyboard.type('Holidays');
    await page.getByLabel('From of Holidays').fill(`${start}-10`);
    await page.getByLabel('To of Holidays').fill(`${start}-19`);
    await page
      .getByRole('heading', { name: '10 days are quiet for somebody, “Holidays” longest.' })
      .waitFor();
    await page.getByRole('heading', { name: /^1 planned line breaks the quiet of/ }).waitFor();
    await page.getByRole('button', { name: /^Planned: Mailing/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Details of Mailing' }).waitFor();
  });

  it('are there again after a reload', async () => {
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/channels');
    await page.getByRole('heading', { name: /^“Web shop” brings 12/ }).waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
