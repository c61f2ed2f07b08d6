import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBy, goTo, openSample, pickFromMenu, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const plan = (page: Page) => page.evaluate(() => window.workbench.workbook.get().plan);
const grid = (page: Page) => page.getByRole('table', { name: 'The lines of the plan, by stage' });

describe('a plan', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/plan');
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'supplier');
    await page.evaluate(() => {
      const { workbook } = window.workbench;
      const rule = { kind: 'compare', field: 'orders', operator: 'at-least', value: 1 } as const;
      workbook.replace({
        ...workbook.get(),
        segments: [{ id: 'buyers', name: 'Buyers', note: '', predicate: rule }],
      });
    });
    await goTo(page, '/plan');
  });
  afterAll(() => site.close());

  it('says how to begin, and begins with a line that is written in place', async () => {
    await page.getByRole('heading', { name: 'Nothing is planned yet' }).waitFor();
    await page.getByRole('button', { name: 'Add a line to Retention' }).click();
    await page.keyboard.type('Review meetings');
    await page.getByLabel('Segment of Review meetings').first().selectOption({ label: 'Buyers' });
    await page.getByLabel('Spent once on Review meetings').fill('1.5k');
    await page.getByLabel('Spent every month on Review meetings').fill('200');
    await page.getByLabel('Spent every month on Review meetings').press('Tab');
    await grid(page).getByText('£2,100').first().waitFor();
    await grid(page)
      .getByText(/^\d+ · [\d.]+%$/)
      .waitFor();
    expect((await plan(page)).scenarios.A.lines).toMatchObject([
      { title: 'Review meetings', stage: 'retention', segmentId: 'buyers', oneOff: 1500, monthly: 200 },
    ]);
  });

  it('Enter from the last line adds another, undo takes it back', async () => {
    await page.getByLabel('What we do').last().press('Enter');
    await page.waitForFunction(() => window.workbench.workbook.get().plan.scenarios.A.lines.length === 2);
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page.waitForFunction(() => window.workbench.workbook.get().plan.scenarios.A.lines.length === 1);
  });

  it('a line that is removed comes back from its message', async () => {
    await page.getByRole('button', { name: 'Remove Review meetings' }).click();
    await page.getByRole('heading', { name: 'Nothing is planned yet' }).waitFor();
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).click();
    await page.getByLabel('Spent once on Review meetings').waitFor();
  });

  it('details hold what must be true and the number that says so', async () => {
    await page.getByRole('button', { name: 'Details of Review meetings' }).click();
    const details = page.getByRole('group', { name: 'Details of Review meetings' });
    await details.getByLabel('Likely, expected profit').fill('8000');
    await details.getByLabel('At least, expected profit').fill('5000');
    await details.getByRole('button', { name: 'Add an assumption' }).click();
    await page.keyboard.type('They have time for it');
    await details.getByRole('button', { name: 'Pin a number' }).click();
    const dialog = page.getByRole('dialog', { name: 'Pin a number' });
    await dialog
      .getByRole('radio', { name: /^Customers/ })
      .first()
      .check();
    await dialog.getByRole('button', { name: 'Pin to the line' }).click();
    const evidence = details.getByLabel('Evidence of assumption 1');
    await evidence.selectOption({ label: 'Customers, Buyers' });
    const [line] = (await plan(page)).scenarios.A.lines;
    expect(line?.profit).toMatchObject({ low: 5000, likely: 8000 });
    expect(line?.assumptions).toMatchObject([
      { text: 'They have time for it', evidenceId: line?.evidenceIds[0] },
    ]);
    await page.getByText('£5,900').first().waitFor();
  });

  it('stands in the Gantt chart, whose bars lead to their line by keyboard', async () => {
    await page.getByRole('button', { name: 'Details of Review meetings' }).click();
    const bar = page.getByRole('button', { name: /^Review meetings, .* to .*Budget/ });
    await bar.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('group', { name: 'Details of Review meetings' }).waitFor();
  });

  it('adds up in every roll-up', async () => {
    for (const name of ['By segment', 'By channel', 'By month', 'By stage']) {
      await page.getByRole('tab', { name }).click();
      const table = page.getByRole('table', { name: new RegExp(`^Budget ${name.toLowerCase()}, with`) });
      expect(await table.getByRole('row', { name: /^Total/ }).innerText()).toContain('£2,100');
    }
  });

  it('a copy is another scenario, and the two are compared', async () => {
    await pickFromMenu(page, 'More for this scenario', /^Copy A to B/);
    await page.getByLabel('Spent once on Review meetings').fill('500');
    await page.getByRole('tab', { name: 'A against B' }).click();
    await page.getByRole('heading', { name: /^B is likely to leave £1k more/ }).waitFor();
    await page.getByRole('button', { name: 'Scenario A' }).click();
    await grid(page).getByText('£2,100').first().waitFor();
  });

  it('can be taken away as CSV', async () => {
    const { name, bytes } = await downloadBy(page, () =>
      pickFromMenu(page, 'More for this scenario', 'Download CSV'),
    );
    expect(name).toMatch(/^Plan A .*\.csv$/);
    expect(bytes.toString('utf8')).toContain('Retention,Review meetings,,Buyers');
  });

  it('keeps a surgery as a line with its segment, its profit and its number; undo takes all of it back', async () => {
    await goTo(page, '/profit');
    await page.getByRole('button', { name: 'Keep as a plan line' }).click();
    await page.waitForFunction(() => window.workbench.workbook.get().plan.scenarios.A.lines.length === 2);
    const [change, kept] = await page.evaluate(async () => {
      const run = await window.workbench.run('customer-profit');
      return [(run.value as { surgery: { change: number } }).surgery.change, window.workbench.workbook.get()];
    });
    const line = kept.plan.scenarios.A.lines[1];
    expect(line?.profit.likely).toBeCloseTo(change, 6);
    expect(kept.segments.find(({ id }) => id === line?.segmentId)?.predicate).toEqual({
      kind: 'compare',
      field: 'profit',
      operator: 'less-than',
      value: 0,
    });
    expect(kept.evidence.find(({ id }) => line?.evidenceIds.includes(id))).toMatchObject({
      analysisId: 'customer-profit',
      headlineKey: 'surgeryChange',
    });
    await page.getByRole('button', { name: /^Undo: / }).click();
    const after = await page.evaluate(() => window.workbench.workbook.get());
    expect(after.plan.scenarios.A.lines).toHaveLength(1);
    expect(after.segments).toHaveLength(1);
    await page.getByRole('button', { name: /^Redo: / }).click();
    await page.getByRole('button', { name: 'Open the plan' }).click();
    await page.getByRole('group', { name: 'Details of Charge for every order' }).waitFor();
  });

  it('keeps better retention as a line', async () => {
    await goTo(page, '/retention');
    await page.getByRole('button', { name: 'Keep as a plan line' }).click();
    await page.waitForFunction(() => window.workbench.workbook.get().plan.scenarios.A.lines.length === 3);
    expect((await plan(page)).scenarios.A.lines[2]).toMatchObject({ stage: 'retention', segmentId: null });
  });

  it('is there again after a reload', async () => {
    const before = await plan(page);
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/plan');
    expect(await plan(page)).toEqual(before);
    await page.getByLabel('Spent once on Review meetings').waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
