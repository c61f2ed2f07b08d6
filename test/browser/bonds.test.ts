import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

describe('checks of loyalty', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/loyalty?sheet=scheme-checks');
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('weigh what speaks for a scheme against what speaks against it', async () => {
    await page.getByRole('button', { name: 'Begin with the fourteen checks' }).click();
    await page.getByLabel('True for us of It brings more sales').selectOption({ label: '2 a little' });
    await page.getByLabel('True for us of Redeeming is too complicated').selectOption({ label: '5 fully' });
    await page.getByRole('heading', { name: /do not outweigh those against, 6 to 15 points\./ }).waitFor();
    await page
      .getByLabel('True once done of Redeeming is too complicated')
      .selectOption({ label: '1 hardly' });
    await page.getByRole('heading', { name: /once your changes are made, 6 to 3\./ }).waitFor();
    await page.getByRole('button', { name: /^Undo: / }).click();
    await page.getByRole('heading', { name: /6 to 15 points\. “Redeeming/ }).waitFor();
  });

  it('tell what must stay for a bond to pay, again after a reload', async () => {
    await goTo(page, '/loyalty?sheet=bonds');
    await page.getByRole('button', { name: 'Begin with a catalogue' }).click();
    await page.getByLabel('Customers of Priority service').fill('1000');
    await page.getByLabel('Worth of one of Priority service').fill('200');
    await page.getByLabel('Cost a year of Priority service').fill('3000');
    await page.getByLabel('More stay of Priority service').fill('2%');
    await page.getByLabel('More stay of Priority service').press('Tab');
    await page.getByRole('heading', { name: '“Priority service” leaves most; 0 of 1 cost more' }).waitFor();
    await page.reload();
    await waitUntilReady(page);
    await goTo(page, '/loyalty?sheet=bonds');
    await page
      .getByRole('row', { name: /Priority service/ })
      .getByText('1.5%')
      .waitFor();
    expect(site.problems).toEqual([]);
    expect(await site.foreignRequests()).toEqual([]);
  });
});
