import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, openSample, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const sheets = (page: Page) => page.evaluate(() => window.workbench.workbook.get().worksheets);
const logistics = async (page: Page) =>
  (await sheets(page))['value-star']?.find(({ values }) => values['axis'] === 'logistics')?.values;
const undo = (page: Page) => page.getByRole('button', { name: /^Undo: / }).click();

describe('offers', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/offers');
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
    await page.evaluate(() => {
      const { workbook } = window.workbench;
      const rule = (value: number) =>
        ({ kind: 'compare', field: 'orders', operator: 'at-least', value }) as const;
      workbook.replace({
        ...workbook.get(),
        segments: [
          { id: 'loyal', name: 'Loyal', note: '', predicate: rule(3) },
          { id: 'twice', name: 'Twice', note: '', predicate: rule(2) },
        ],
      });
    });
    await goTo(page, '/offers');
  });
  afterAll(() => site.close());

  it('a star of eight axes comes in one step', async () => {
    await page.getByLabel('Star of').selectOption({ label: 'Loyal' });
    await page.getByRole('button', { name: 'Add a star' }).click();
    expect((await sheets(page))['value-star']).toHaveLength(8);
    await page.getByLabel('Importance of Logistics').selectOption('9');
    await page.getByLabel('Best other of Logistics').selectOption('8');
  });

  it('a score is typed with the arrow keys, which undo together', async () => {
    const handle = page.getByRole('slider', { name: 'Us, Logistics' });
    await handle.focus();
    await page.keyboard.press('End');
    for (let step = 0; step < 5; step++) await page.keyboard.press('ArrowDown');
    expect(await handle.getAttribute('aria-valuetext')).toBe('5 of 10');
    await page.getByRole('heading', { name: /^Logistics is the widest gap, 36 of 90/ }).waitFor();
    await undo(page);
    expect(await logistics(page)).toMatchObject({ us: null, importance: 9 });
    await page.getByRole('button', { name: /^Redo: / }).click();
    expect(await logistics(page)).toMatchObject({ us: 5 });
  });

  it('a score is dragged along its axis and written once', async () => {
    const handle = page.getByRole('slider', { name: 'Us, Logistics' });
    await handle.scrollIntoViewIfNeeded();
    const from = await handle.boundingBox();
    const label = await page
      .locator('svg.chart')
      .getByText('Logistics', { exact: true })
      .first()
      .boundingBox();
    const middle = (box: typeof from) => ({
      x: (box?.x ?? 0) + (box?.width ?? 0) / 2,
      y: (box?.y ?? 0) + (box?.height ?? 0) / 2,
    });
    await page.mouse.move(middle(from).x, middle(from).y);
    await page.mouse.down();
    await page.mouse.move(middle(label).x, middle(label).y, { steps: 6 });
    expect(await logistics(page)).toMatchObject({ us: 5 });
    await page.mouse.up();
    expect(await logistics(page)).toMatchObject({ us: 10 });
    await undo(page);
    expect(await logistics(page)).toMatchObject({ us: 5 });
  });

  it('another segment has a star of its own', async () => {
    await page.getByLabel('Star of').selectOption({ label: 'Twice' });
    await page.getByRole('button', { name: 'Add a star' }).waitFor();
    await page.getByLabel('Star of').selectOption({ label: 'Loyal' });
    await page.getByRole('slider', { name: 'Us, Logistics' }).waitFor();
  });

  it('a gap becomes an opportunity', async () => {
    await page.getByRole('button', { name: 'Details of Logistics' }).click();
    await page.getByRole('button', { name: 'Make it an opportunity' }).click();
    expect((await sheets(page))['opportunities']?.[0]?.values).toMatchObject({
      title: 'Close the gap on logistics',
      segment: 'loyal',
      gain: 'effective',
    });
  });

  it('a promise that is bound to a number is kept', async () => {
    await page.getByRole('tab', { name: 'Propositions' }).click();
    await page.getByRole('button', { name: 'Add proposition' }).first().click();
    await page.keyboard.type('There tomorrow');
    await page.getByLabel('We promise of There tomorrow').fill('it is there the next morning');
    await page.getByText('For our customers, who …: it is there the next morning.').waitFor();
    await page.getByRole('button', { name: 'Details of There tomorrow' }).click();
    await page.getByRole('button', { name: 'Pin a number' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pin a number' });
    await dialog
      .getByRole('radio', { name: /^Customers/ })
      .first()
      .check();
    await dialog.getByRole('button', { name: /^Pin to/ }).click();
    await page.getByRole('heading', { name: 'No promise has a number with a claim yet, of 1.' }).waitFor();
    await page.evaluate(() => {
      const { workbook } = window.workbench;
      const now = workbook.get();
      const claim = { operator: 'at-least', value: 1 } as const;
      workbook.replace({ ...now, evidence: now.evidence.map((one) => ({ ...one, claim })) });
    });
    await page.getByRole('heading', { name: 'Of 1 promise: 1 kept.' }).waitFor();
  });

  it('offers that collide are shown with the customers in both', async () => {
    await page.getByRole('tab', { name: 'Offers' }).click();
    await page.getByRole('button', { name: 'Bring six offers without a product' }).click();
    const dates = { From: '2025-03-01', Until: '2025-03-31' };
    for (const [offer, segment] of [
      ['Competition', 'Loyal'],
      ['Try it for free', 'Twice'],
    ]) {
      await page.getByLabel(`To whom of ${offer ?? ''}`).selectOption({ label: segment ?? '' });
      for (const [which, day] of Object.entries(dates))
        await page.getByLabel(`${which} of ${offer ?? ''}`).fill(day);
    }
    await page.getByRole('heading', { name: 'No two offers collide' }).waitFor();
    await page.getByRole('button', { name: 'Details of Competition' }).click();
    await page.getByRole('switch', { name: 'Nothing else meanwhile' }).click();
    await page
      .getByRole('heading', { name: /^One pair of offers collides, the largest on [\d,]+/ })
      .waitFor();
  });

  it('is there again after a reload', async () => {
    const before = await sheets(page);
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/offers');
    expect(await sheets(page)).toEqual(before);
    await page.getByRole('heading', { name: /^Logistics is the widest gap, 36 of 90/ }).waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
