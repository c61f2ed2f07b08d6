import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBy, goTo, pickFromMenu, queryRows, waitUntilReady } from '../support/browser-actions.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

/** 40 customers, two of them twice, one a test; 60 orders, two in dollars, one in the year 2099. */
const shop = (): readonly (readonly [name: string, text: string])[] => {
  const people = Array.from({ length: 40 }, (_, at) => [
    `C${at}`,
    `Ann${at} Smith${at * 7}`,
    `ann${at}@mail.co`,
    'Leeds',
  ]);
  const twice = [
    ['D1', 'Smith7, Ann1', 'ann1@mail.co', 'Leeds'],
    ['D2', 'Ann2 Smith14', 'ann2@mail.co', 'Leeds'],
    ['T1', 'Test Customer', 'test@mail.co', 'Leeds'],
  ];
  const customers = [...people, ...twice].map((row) => row.map((cell) => `"${cell}"`).join(','));
  const orders = Array.from({ length: 57 }, (_, at) =>
    [
      at + 1,
      `C${at % 40}`,
      `2024-0${1 + (at % 9)}-1${at % 10} 10:00:00`,
      100 + at,
      at < 2 ? 'USD' : 'EUR',
    ].join(','),
  );
  const odd = [
    '901,T1,2024-05-05 10:00:00,500,EUR',
    '902,D1,2024-05-06 10:00:00,70,EUR',
    '903,C3,2099-05-06 10:00:00,80,EUR',
  ];
  return [
    ['customers.csv', ['Customer ID,Name,Email,City', ...customers].join('\n')],
    ['orders.csv', ['Order ID,Customer ID,Order Date,Amount,Currency', ...orders, ...odd].join('\n')],
  ];
};

const count = async (page: Page, sql: string): Promise<unknown> =>
  (await queryRows(page, `select (${sql})::double as n`))[0]?.['n'];
const finding = (page: Page, id: string) => page.locator(`[data-finding="${id}"]`);
const treatments = (page: Page) => page.getByTestId('treatments').getByRole('listitem');
const notice = (page: Page) => page.getByRole('region', { name: 'Messages' });

/** How many treatments are kept in the browser's storage with the data of the open workspace. */
const keptTreatments = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    interface Kept {
      readonly data?: { readonly current?: { readonly treatments?: readonly unknown[] } | null };
    }
    const { id } = window.workbench.workbook.get();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('arrowhead');
      request.onsuccess = () => resolve(request.result);
    });
    const record = await new Promise<Kept | undefined>((resolve) => {
      const request = database.transaction('workspaces').objectStore('workspaces').get(id);
      request.onsuccess = () => resolve(request.result as Kept | undefined);
    });
    database.close();
    return record?.data?.current?.treatments?.length ?? 0;
  });
const waitUntilKept = (page: Page, wanted: number): Promise<void> =>
  expect.poll(() => keptTreatments(page), { timeout: 20_000 }).toBe(wanted);

describe('the quality of the data', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('says what the page will show before anything is loaded', async () => {
    await goTo(page, '/quality');
    await page.getByRole('heading', { name: 'Nothing is loaded yet' }).waitFor();
  });

  it('shows findings with their counts, filters them, and masks who they are about', async () => {
    await page.evaluate(async (files) => {
      await window.workbench.load(files.map(([name, text]) => new File([text], name)));
    }, shop());
    await goTo(page, '/quality');
    expect(await finding(page, 'orders/currencies').textContent()).toContain('2 of 60 orders');
    expect(await finding(page, 'orders/tests').textContent()).toContain('500');
    await page.getByLabel('Table').selectOption('customers');
    expect(await finding(page, 'orders/tests').count()).toBe(0);
    await page.getByLabel('Table').selectOption('');
    await finding(page, 'orders/future')
      .getByRole('button', { name: /Orders in the future/ })
      .click();
    await finding(page, 'orders/future').getByText('6 May 2099').waitFor();
    expect(await finding(page, 'orders/future').textContent()).not.toContain('903');
    await page.getByRole('switch', { name: 'Show order and customer ids' }).click();
    await finding(page, 'orders/future').getByText('903').waitFor();
  });

  it('leaves no example in an exported page', async () => {
    const file = await downloadBy(page, () => pickFromMenu(page, 'Take away', /HTML/));
    const html = file.bytes.toString();
    expect(html).toContain('Orders in the future');
    expect(html).not.toContain('903');
  });

  it('treats with one click, lists it, and undoes it from the message and from the list', async () => {
    await finding(page, 'orders/tests').getByRole('button', { name: 'Leave them out' }).click();
    await finding(page, 'orders/tests').waitFor({ state: 'detached' });
    expect(await count(page, 'select count(*) from orders')).toBe(59);
    await notice(page).getByRole('button', { name: 'Undo' }).click();
    await finding(page, 'orders/tests').waitFor();
    expect(await count(page, 'select count(*) from orders')).toBe(60);
    await finding(page, 'orders/future').getByRole('button', { name: 'Set them aside' }).click();
    await finding(page, 'orders/future').waitFor({ state: 'detached' });
    await treatments(page).getByRole('button', { name: /^Undo/ }).click();
    await finding(page, 'orders/future').waitFor();
  });

  it('lets a finding be fine as it is, also after the next import, and opens it again', async () => {
    const accepted = page.getByTestId('accepted');
    const fine = () => finding(page, 'orders/future').getByRole('button', { name: 'Fine as it is' });
    await fine().click();
    await accepted.getByText('Orders in the future').waitFor();
    await notice(page).getByRole('button', { name: 'Undo' }).click();
    await accepted.waitFor({ state: 'detached' });
    await fine().click();
    await page.evaluate(async (files) => {
      await window.workbench.load(files.map(([name, text]) => new File([text], name)));
    }, shop());
    await accepted.getByText('Orders in the future').waitFor();
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).not.toContain('future');
    await accepted.getByRole('button', { name: 'Open again' }).click();
    await fine().waitFor();
  });

  it('checks by house rules that can be changed, undone and brought back', async () => {
    const rules = page.getByTestId('house-rules');
    await rules.getByLabel('Future after').fill('3650');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => window.workbench.workbook.get().settings.qualityRules)).toEqual({
      futureDays: 3650,
    });
    await rules.getByRole('button', { name: 'Back to the usual ones' }).click();
    expect(await page.evaluate(() => window.workbench.workbook.get().settings.qualityRules)).toBeUndefined();
    await rules.getByLabel('Often empty from').fill('90');
    await page.keyboard.press('Tab');
    await page.evaluate(() => window.workbench.workbook.undo());
    await expect.poll(() => rules.getByLabel('Often empty from').inputValue()).toBe('20');
  });

  it('writes no sign on sums of several currencies, and says so at home', async () => {
    await goTo(page, '/home');
    await page.getByText(/added up as they are/).waitFor();
    expect(await page.getByTestId('arrowhead-now').textContent()).not.toMatch(/[€£$]/);
    await page.getByRole('link', { name: 'enter rates' }).click();
  });

  it('converts currencies by rates that stay in the workbook', async () => {
    await finding(page, 'orders/currencies').getByRole('button', { name: 'Enter rates' }).click();
    await page.getByLabel('1 USD').fill('0.5');
    await page.getByRole('button', { name: 'Convert' }).click();
    await finding(page, 'orders/currencies').waitFor({ state: 'detached' });
    expect(await count(page, `select sum(net) from orders where order_id in ('1', '2')`)).toBe(100.5);
    const rates = await page.evaluate(() => window.workbench.workbook.get().settings.currencyRates);
    expect(rates).toEqual({ into: 'EUR', rates: { USD: 0.5 } });
  });

  it('reviews customers who may be one by keys alone, and takes decisions back', async () => {
    await goTo(page, '/quality/duplicates');
    await page.getByRole('heading', { name: '2 pairs look like one customer' }).waitFor();
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'One pair looks like one customer' }).waitFor();
    await page.keyboard.press('n');
    await page.getByRole('heading', { name: 'All pairs are decided' }).waitFor();
    await waitUntilKept(page, 3);
    expect(await count(page, 'select count(*) from customers')).toBe(42);
    await page.getByRole('button', { name: 'Take the last decision back' }).click();
    await page.getByTestId('pair').waitFor();
    await page.keyboard.press('u');
    await waitUntilKept(page, 1);
    expect(await count(page, 'select count(*) from customers')).toBe(43);
  });

  it('merges certain pairs at once; the merge is in no link and no workbook', async () => {
    await page.getByRole('button', { name: 'Merge 2 certain pairs' }).click();
    await page.getByRole('heading', { name: 'No customers look alike' }).waitFor();
    await waitUntilKept(page, 3);
    const workbook = await page.evaluate(() => JSON.stringify(window.workbench.workbook.get()));
    expect(workbook).not.toContain('D1');
  });

  it('is treated alike after a reload and with the next import', async () => {
    await page.reload();
    await waitUntilReady(page);
    expect(await count(page, 'select count(*) from customers')).toBe(41);
    await goTo(page, '/quality');
    expect(await treatments(page).count()).toBe(2);
    await page.evaluate(async (files) => {
      await window.workbench.load(files.map(([name, text]) => new File([text], name)));
    }, shop());
    await notice(page).getByText('3 treatments were applied to these data too').waitFor();
    expect(await count(page, 'select count(*) from customers')).toBe(41);
    expect(site.problems).toEqual([]);
  });
});
