import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openSample, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const book = (page: Page) => page.evaluate(() => window.workbench.workbook.get());
const rows = async (page: Page, id: string) => (await book(page)).worksheets[id] ?? [];
const messages = (page: Page) => page.getByRole('region', { name: 'Messages' });

describe('opportunities', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/opportunities');
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
    await page.evaluate(() => {
      const { workbook } = window.workbench;
      const rule = { kind: 'compare', field: 'orders', operator: 'at-least', value: 3 } as const;
      workbook.replace({
        ...workbook.get(),
        segments: [{ id: 'loyal', name: 'Loyal', note: '', predicate: rule }],
      });
    });
    await goTo(page, '/opportunities?sheet=needs');
  });
  afterAll(() => site.close());

  it('a need becomes one, is scored and ranked', async () => {
    await page.getByRole('button', { name: 'Add need' }).first().click();
    await page.keyboard.type('Delivery on Saturdays');
    await page.getByLabel('Importance of Delivery on Saturdays').selectOption('9');
    await page.getByLabel('Satisfaction of Delivery on Saturdays').selectOption('3');
    await page.getByLabel('Whose of Delivery on Saturdays').selectOption({ label: 'Loyal' });
    await page.getByRole('button', { name: 'Details of Delivery on Saturdays' }).click();
    await page.getByRole('button', { name: 'Make it an opportunity' }).click();
    await messages(page).getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('heading', { name: 'No opportunity is scored yet.' }).waitFor();
    const scores = { Impact: '4', Confidence: '3', Ease: '5' };
    for (const [score, value] of Object.entries(scores))
      await page.getByLabel(`${score} of Delivery on Saturdays`).selectOption(value);
    await page.getByRole('heading', { name: /comes first of 1 with 60 of 125 points/ }).waitFor();
    expect((await rows(page, 'opportunities'))[0]?.values).toMatchObject({
      segment: 'loyal',
      level: 'segment',
      problem: 'Importance 9 of 10, satisfaction 3 of 10.',
    });
  });

  it('is sized from its segment, and one undo takes the size back', async () => {
    await page.getByRole('button', { name: 'Size from the segment' }).click();
    await messages(page)
      .getByText(/^Loyal: [\d,]+ customers, who brought £/)
      .waitFor();
    const [sized] = await rows(page, 'opportunities');
    expect(sized?.values['customers']).toBeGreaterThan(0);
    // What it would add is the strategist's to say.
    expect(sized?.values['worth']).toBeNull();
    await page.getByRole('button', { name: /^Undo: / }).click();
    expect((await rows(page, 'opportunities'))[0]?.values).toMatchObject({ customers: null, worth: null });
    await page.getByRole('button', { name: /^Redo: / }).click();
  });

  it('is kept as a line of the plan with its segment and worth', async () => {
    await page.getByRole('button', { name: 'Keep as a plan line' }).click();
    const [line] = (await book(page)).plan.scenarios.A.lines;
    const [kept] = await rows(page, 'opportunities');
    expect(line).toMatchObject({
      title: 'Delivery on Saturdays',
      segmentId: 'loyal',
      profit: { likely: kept?.values['worth'] },
    });
    await page.getByRole('button', { name: /^Undo: / }).click();
    expect((await book(page)).plan.scenarios.A.lines).toEqual([]);
  });

  it('a market is filled from the data', async () => {
    await page.getByRole('tab', { name: 'Market size' }).click();
    await page.getByRole('button', { name: 'Add market' }).first().click();
    await page.keyboard.type('Scotland');
    await page.getByLabel('Buyers of Scotland').fill('2000');
    await page.getByLabel('Purchases a year of Scotland').fill('10');
    await page.getByLabel('Price of Scotland').fill('1k');
    await page.getByLabel('Price of Scotland').press('Tab');
    await page.getByRole('button', { name: 'Details of Scotland' }).click();
    await page.getByRole('button', { name: 'Fill our revenue from the data' }).click();
    await page.getByRole('heading', { name: /^We hold [\d.]+% of the market that is sized/ }).waitFor();
  });

  it('competitors stand on a map, whose points are reached by keyboard', async () => {
    await page.getByRole('tab', { name: 'Competitors' }).click();
    await page.getByRole('button', { name: 'Begin with us and two others' }).click();
    for (const [who, price, product] of [
      ['Us', '5', '8'],
      ['Competitor A', '7', '9'],
    ]) {
      await page.getByLabel(`Price of ${who ?? ''}`).selectOption(price ?? '');
      await page.getByLabel(`Product of ${who ?? ''}`).selectOption(product ?? '');
    }
    await page.getByRole('heading', { name: 'Competitor A is ahead of us on price and product' }).waitFor();
    await page.getByText('1 of 3 not shown: not scored on both.').waitFor();
    await page.getByRole('button', { name: /^Us, Price 5 of 10/ }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Details of Competitor A' }).waitFor();
    await page.getByRole('button', { name: 'Make it an opportunity' }).click();
    await messages(page)
      .getByText(/^“Catch up with Competitor A on price” is among/)
      .waitFor();
    await page.getByLabel('Upwards').selectOption('service');
    await page.getByRole('heading', { name: 'Nobody is scored on price and service yet' }).waitFor();
  });

  it('is there again after a reload', async () => {
    const before = (await book(page)).worksheets;
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/opportunities');
    expect((await book(page)).worksheets).toEqual(before);
    await page.getByRole('heading', { name: /comes first of 2 with 60 of 125 points/ }).waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
