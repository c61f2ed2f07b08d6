import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBy, goTo, pickFromMenu, queryRows, waitUntilReady } from '../support/browser-actions.ts';
import { dropFiles, givenFile, pickFiles } from '../support/browser-files.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const orders = (name: string, ...lines: readonly string[]) =>
  givenFile(name, ['order id,customer id,order date,amount', ...lines].join('\n'));

const april = orders(
  'orders-2024-04.csv',
  '1,ann,2024-04-14,10',
  '2,bob,2024-04-20,20',
  '3,ann,2024-04-30,30',
  '9,zed,nonsense,40',
);
const may = orders('orders-2024-05.csv', '3,ann,2024-04-30,35', '4,cyd,2024-05-20,40', '5,dee,2024-05-31,50');

const totals = async (page: Page): Promise<unknown> =>
  (await queryRows(page, 'select count(*)::int as n, sum(net)::double as net from orders'))[0];

const report = (page: Page) => page.getByTestId('import-report');
const changes = (page: Page) => page.getByTestId('changes');

describe('next month’s files', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage('#/data');
    page = site.page;
    await waitUntilReady(page);
    await pickFiles(page, [april]);
    await report(page).getByText('3 rows kept of 4 read').waitFor();
  });
  afterAll(() => site.close());

  it('are added without a click, and the page says what changed', async () => {
    await dropFiles(page, [may]);
    await changes(page).getByRole('heading', { name: 'What was added' }).waitFor();
    expect((await changes(page).locator('dl').innerText()).replaceAll(/\s+/g, ' ')).toBe(
      'Customers 2 → 4 +2 Purchases 3 → 5 +2 Net revenue 60.00 → 155.00 +95.00',
    );
    await page.getByText('Added to your data: 2 new orders, 1 updated.').waitFor();
    expect(await totals(page)).toEqual({ n: 5, net: 155 });
  });

  it('can be read in another way, in place of what they added', async () => {
    await report(page).getByRole('button', { name: 'Change how the added files were read' }).click();
    await page.getByRole('button', { name: 'Read the file' }).click();
    await changes(page).getByText('2 → 4').waitFor();
    expect(await totals(page)).toEqual({ n: 5, net: 155 });
    expect(await report(page).locator('article h3').allInnerTexts()).toEqual([april.name, may.name]);
  });

  it('are listed beside the earlier ones, each with its report, also after a reload', async () => {
    await page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Back to' }).waitFor();
    await page.reload();
    await waitUntilReady(page);
    expect(await totals(page)).toEqual({ n: 5, net: 155 });
    const names = await report(page).locator('article h3').allInnerTexts();
    expect(names).toEqual(['orders-2024-04.csv', 'orders-2024-05.csv']);
    const card = report(page).locator('article').first();
    await card.getByText('Rejected rows', { exact: true }).click();
    const { bytes } = await downloadBy(page, () => card.getByRole('button', { name: /^Download/ }).click());
    expect(bytes.toString('utf8')).toContain('nonsense');
  });

  it('leave no rejected row in the workbook, a link or an exported view', async () => {
    const texts = await page.evaluate(async () => [
      JSON.stringify(window.workbench.workbook.get()),
      await (await window.workbench.export('view')).text(),
    ]);
    expect(texts.map((text) => text.includes('nonsense'))).toEqual([false, false]);
  });

  it('can be taken back, after the reload too', async () => {
    await changes(page).getByRole('button', { name: 'Back to the earlier data' }).click();
    await report(page).getByText('3 rows kept of 4 read').waitFor();
    expect(await totals(page)).toEqual({ n: 3, net: 60 });
    expect(await changes(page).count()).toBe(0);
  });

  it('files of another kind are asked about, and are added unless told otherwise', async () => {
    await pickFiles(page, [
      givenFile(
        'tickets.csv',
        'ticket id,customer id,opened at,category\nt1,ann,2024-05-01,late\nt2,bob,2024-05-03,broken',
      ),
    ]);
    const choice = page.getByTestId('load-mode');
    expect(await choice.getByLabel('Add them to the data').isChecked()).toBe(true);
    await page.getByRole('button', { name: 'Read the file' }).click();
    await report(page).getByRole('heading', { name: 'tickets.csv' }).waitFor();
    expect(await totals(page)).toEqual({ n: 3, net: 60 });
    expect(await queryRows(page, 'select count(*)::int as n from tickets')).toEqual([{ n: 2 }]);
  });

  it('evidence on the boards is looked up again', async () => {
    await goTo(page, '/swot');
    await page.getByRole('textbox', { name: /^Add a strength/ }).fill('Few and faithful');
    await page.keyboard.press('Enter');
    await pickFromMenu(page, 'More for “Few and faithful”', 'Pin a number …');
    const dialog = page.getByRole('dialog', { name: 'Pin a number' });
    await dialog
      .getByRole('radio', { name: /^Customers 2$/ })
      .first()
      .check();
    await dialog.getByLabel('My opinion rests on it because it').selectOption('at-most');
    await dialog.getByRole('button', { name: 'Pin to the card' }).click();
    await page.getByText(/The one claim holds/).waitFor();
    await goTo(page, '/data');
    await dropFiles(page, [may]);
    await changes(page).getByText('2 → 4').waitFor();
    await goTo(page, '/swot');
    await page.getByText(/The one claim no longer holds/).waitFor();
  });

  it('a script says whether files are added, and replaces unless told', async () => {
    const added = await page.evaluate(async (text) => {
      const report = await window.workbench.load([new File([text], 'june.csv')], { mode: 'append' });
      return report.changes?.find(({ table }) => table === 'orders');
    }, 'order id,customer id,order date,amount\n6,ann,2024-06-01,5');
    expect(added).toMatchObject({ before: 5, added: 1, after: 6 });
    await page.evaluate(
      (text) => window.workbench.load([new File([text], 'june.csv')]),
      'order id,customer id,order date,amount\n6,ann,2024-06-01,5',
    );
    expect(await totals(page)).toEqual({ n: 1, net: 5 });
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});

describe('a mapping that was confirmed', () => {
  const doubtful = (name: string) =>
    givenFile(name, 'customer,date,amount\nann,03/04/2024,10\nbob,01/12/2024,20');
  let site: TestPage;
  let page: Page;
  let recipe: Buffer;
  beforeAll(async () => {
    site = await openPage('#/data');
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('is not asked for again, in another workspace either', async () => {
    await pickFiles(page, [doubtful('uk.csv')]);
    await page.getByTestId('mapping').getByLabel('Dates').selectOption('mdy');
    await page.getByRole('complementary', { name: 'Import' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Read the file' }).click();
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    await pickFromMenu(page, 'Workspace and settings', /^New workspace/);
    await goTo(page, '/data');
    await report(page).waitFor({ state: 'detached' });
    await pickFiles(page, [doubtful('anything.csv')]);
    await report(page).getByText('2 rows kept of 2 read').waitFor();
    expect(await queryRows(page, 'select min(ordered_at)::date::varchar as day from orders')).toEqual([
      { day: '2024-01-12' },
    ]);
  });

  it('is listed without values, and travels as a recipe', async () => {
    const saved = page.getByTestId('saved-mappings');
    await saved.locator('summary').click();
    await saved.getByText('uk.csv').waitFor();
    recipe = (
      await downloadBy(page, () =>
        saved.getByRole('button', { name: 'Save the recipe of these data' }).click(),
      )
    ).bytes;
    expect(recipe.toString('utf8')).toContain('"import-recipe"');
    expect(recipe.toString('utf8')).not.toMatch(/ann|bob/);
  });

  it('can be forgotten, and comes back with a colleague’s recipe', async () => {
    const saved = page.getByTestId('saved-mappings');
    await saved.getByRole('button', { name: 'Forget the mapping of uk.csv' }).click();
    await saved.getByText('Remembered mappings (0)').waitFor();
    await page
      .getByTestId('recipe-input')
      .setInputFiles({ name: 'recipe.json', mimeType: 'application/json', buffer: recipe });
    await saved.getByText('Remembered mappings (1)').waitFor();
    await page.reload();
    await waitUntilReady(page);
    await saved.getByText('Remembered mappings (1)').waitFor();
    expect(site.problems).toEqual([]);
  });
});
