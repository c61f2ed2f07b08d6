import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { evaluateClaim } from '../../src/strategy/claims.ts';
import { goTo, openSample, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const workbook = (page: Page) => page.evaluate(() => window.workbench.workbook.get());

describe('a worked example', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/home');
    page = site.page;
    await waitUntilReady(page);
    await openSample(page, 'retailer');
  });
  afterAll(() => site.close());

  it('is filled in from the home page, with numbers whose claims hold but for the promise that is broken', async () => {
    await page.getByRole('button', { name: 'Fill in a worked example of a strategy' }).click();
    await page
      .getByText(/^A worked example is filled in\. \d+ numbers of the data are pinned to it\./)
      .waitFor();
    const { evidence } = await workbook(page);
    const broken = evidence.filter(({ claim, value }) => !claim || evaluateClaim(claim, value) !== 'holds');
    expect(broken.map(({ headlineKey, segmentName }) => `${headlineKey} of ${segmentName}`)).toEqual([
      'perfect of Regulars',
    ]);
  });

  it('shows a plan of six lines; one undo takes all of it back', async () => {
    await goTo(page, '/plan');
    const lines = page
      .getByRole('table', { name: 'The lines of the plan, by stage' })
      .getByLabel('What we do');
    await lines.first().waitFor();
    expect(await lines.count()).toBe(6);
    await page.getByRole('button', { name: 'Undo: Fill in the worked example' }).click();
    await page.getByRole('heading', { name: 'Nothing is planned yet' }).waitFor();
    const { segments, evidence, worksheets, boards } = await workbook(page);
    expect({ segments, evidence, worksheets }).toEqual({ segments: [], evidence: [], worksheets: {} });
    expect(boards.flatMap(({ cards }) => cards)).toEqual([]);
  });
});
