import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const rows = (page: Page, id: string) =>
  page.evaluate((sheet) => window.workbench.workbook.get().worksheets[sheet] ?? [], id);

describe('the network', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/network');
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('is drawn as it is written', async () => {
    await page.getByRole('button', { name: 'Begin with usual relations' }).click();
    await page.getByLabel('Strength of Carrier').selectOption({ label: '2 loose' });
    await page.getByLabel('Risk of Carrier').selectOption({ label: 'High' });
    await page.getByRole('heading', { name: '1 relation is at high risk, “Carrier” first.' }).waitFor();
    await page.getByRole('button', { name: /^Carrier, Strength 2 of 5, Risk High/ }).waitFor();
  });

  it('leads from the map to the details by keyboard, and has a table', async () => {
    await page.getByRole('button', { name: /^Carrier, Strength/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Details of Carrier' }).waitFor();
    await page.getByRole('button', { name: 'Show as table' }).first().click();
    await page.getByRole('table', { name: /close or better/ }).waitFor();
  });

  it('takes a change back', async () => {
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page.getByRole('heading', { name: 'The network is weakest at “Carrier”.' }).waitFor();
    await page.getByRole('button', { name: /^Redo: / }).click();
  });

  it('flags a name that is used without consent', async () => {
    await goTo(page, '/network?sheet=references');
    await page.getByRole('button', { name: 'Add reference' }).click();
    await page.keyboard.type('Mill');
    await page.getByLabel('Status of Mill').selectOption({ label: 'Asked' });
    await page.getByLabel('Named by us of Mill').check();
    await page.getByRole('heading', { name: /^1 name is used without consent: ask “Mill” first/ }).waitFor();
  });

  it('says how many must answer (10,000 at ±5%: 370)', async () => {
    await goTo(page, '/network?sheet=interviews');
    await page.getByRole('button', { name: 'Begin with three guides' }).click();
    await page.getByLabel('Customers of Why customers left').fill('10000');
    await page.getByRole('heading', { name: /survey until 370 of 10,000 have answered/ }).waitFor();
  });

  it('is there again after a reload', async () => {
    const before = await rows(page, 'network');
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/network');
    expect(await rows(page, 'network')).toEqual(before);
    await page.getByRole('heading', { name: '1 relation is at high risk, “Carrier” first.' }).waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
