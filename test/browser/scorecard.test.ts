import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openSample, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const rows = (page: Page) =>
  page.evaluate(() => window.workbench.workbook.get().worksheets['scorecard'] ?? []);

describe('the scorecard', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/scorecard', { reducedMotion: 'reduce' });
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
    await goTo(page, '/scorecard');
  });
  afterAll(() => site.close());

  it('begins with measures that lead to each other, drawn as a map', async () => {
    await page.getByRole('button', { name: 'Begin with a usual card' }).click();
    await page.getByRole('heading', { name: '10 measures: set targets and pin numbers' }).waitFor();
    const map = page.getByRole('group', { name: /^Strategy map with 10 marks/ });
    await map.getByRole('button', { name: /^Profit per customer,.*Leads to Customer equity/ }).waitFor();
    const links = (await rows(page)).flatMap(({ values }) => [values['leadsTo'], values['alsoLeadsTo']]);
    expect(links.filter((link) => link !== null)).toHaveLength(11);
  });

  it('a target and a number give a light with words, in the table and in the map', async () => {
    await page.getByLabel('Target of Value retained').fill('80');
    await page.getByLabel('Target of Value retained').press('Tab');
    await page.getByRole('button', { name: 'Details of Value retained' }).click();
    const details = page.getByRole('group', { name: 'Details of Value retained' });
    await details.getByLabel('Actual by hand').fill('75');
    await details.getByLabel('Actual by hand').press('Tab');
    await page.getByRole('heading', { name: /^None is behind, 1 of 1 only near/ }).waitFor();
    const values = (await rows(page)).find((row) => row.values['measure'] === 'Value retained')?.values;
    expect(values).toMatchObject({ target: 0.8, byHand: 0.75 });
    await details.getByLabel('Actual by hand').fill('85');
    await page
      .getByRole('row', { name: /Value retained/ })
      .getByText('on target')
      .first()
      .waitFor();
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page
      .getByRole('row', { name: /Value retained/ })
      .getByText('near')
      .first()
      .waitFor();
  });

  it('a pinned number takes the place of what was typed', async () => {
    const details = page.getByRole('group', { name: 'Details of Value retained' });
    await details.getByRole('button', { name: 'Pin a number' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pin a number' });
    await dialog
      .getByRole('radio', { name: /^Customers/ })
      .first()
      .check();
    await dialog.getByRole('button', { name: 'Pin to the row' }).click();
    await page.getByText('number and target are in different units').first().waitFor();
    await page.getByLabel('Unit of Value retained').first().selectOption({ label: 'Number' });
    await page
      .getByRole('row', { name: /Value retained/ })
      .getByText('as when pinned')
      .first()
      .waitFor();
  });

  it('its marks are reached by keyboard and lead to their row', async () => {
    const mark = page.getByRole('button', { name: /^Profit per customer,/ });
    await mark.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Details of Customer equity' }).waitFor();
  });

  it('is there again after a reload', async () => {
    const before = await rows(page);
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/scorecard');
    expect(await rows(page)).toEqual(before);
    await page.getByRole('group', { name: /^Strategy map with 10 marks/ }).waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
