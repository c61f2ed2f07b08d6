import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { downloadBy, goTo, queryRows, waitUntilReady } from '../support/browser-actions.ts';
import { dropFiles, givenFile, pickFiles, pickInstead, replaceData } from '../support/browser-files.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

const minimalLog = givenFile(
  'orders.csv',
  [
    'customer,date,amount',
    'ann,2024-01-15,10.50',
    'ann,2024-02-20,20',
    'bob,2024-02-25,30.25',
    'cyd,2024-03-31,5',
  ].join('\n'),
);

/** Every day is 12 or less, and the rows are in no order: day and month can't be told apart. */
const ambiguousLog = givenFile(
  'uk.csv',
  [
    'customer,date,list price,amount',
    'ann,03/04/2024,100.00,80.00',
    'bob,01/12/2024,200.00,150.00',
    'ann,11/02/2024,50.00,40.00',
    'cyd,07/08/2024,10.00,9.00',
  ].join('\n'),
);

const report = (page: Page) => page.getByTestId('import-report');
const mapping = (page: Page) => page.getByTestId('mapping');

const orders = (page: Page) =>
  queryRows(
    page,
    `select customer_id as customer, ordered_at::date::varchar as day, net::double as net
     from orders order by ordered_at, customer_id`,
  );

/** The three numbers of a file's card, in the order read, kept, rejected. */
const cardNumbers = async (page: Page): Promise<readonly (readonly number[])[]> => {
  const texts = await report(page).locator('article .numbers').allInnerTexts();
  return texts.map((text) =>
    [...text.matchAll(/([\d,]+) (?:read|kept|rejected)/g)].map((found) =>
      Number((found[1] ?? '').replaceAll(',', '')),
    ),
  );
};

describe('files of the user’s own', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('a dropped log of customer, date and amount is read at once', async () => {
    await dropFiles(page, [minimalLog]);
    await report(page).getByText('4 rows kept of 4 read').waitFor();
    expect(await orders(page)).toEqual([
      { customer: 'ann', day: '2024-01-15', net: 10.5 },
      { customer: 'ann', day: '2024-02-20', net: 20 },
      { customer: 'bob', day: '2024-02-25', net: 30.25 },
      { customer: 'cyd', day: '2024-03-31', net: 5 },
    ]);
  });

  it('the three columns are enough for the value chain', async () => {
    await report(page).getByRole('link', { name: 'See the value chain' }).click();
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    const stage = page.getByRole('button', { name: 'Customer portfolio analysis' });
    expect((await stage.textContent())?.replaceAll(/\s+/g, ' ')).toMatch(/3 customers .*65\.75 revenue/);
    expect(await page.getByTestId('arrowhead-now').innerText()).toMatch(/revenue a customer/i);
  });

  it('as of the day after the last order of these data', async () => {
    expect(await page.getByLabel('As of').inputValue()).toBe('2024-04-01');
  });

  it('asks for the currency that the file does not say, and takes the answer back', async () => {
    await goTo(page, '/data');
    const ask = page.getByTestId('currency');
    await ask.getByText('The files don’t say in which currency the amounts are.').waitFor();
    await ask.getByLabel('Currency').selectOption('EUR');
    await page.getByRole('banner').getByText('EUR').waitFor();
    await goTo(page, '/home');
    await page.getByText(/returns\s+subtracted, EUR/).waitFor();
    await page.getByRole('button', { name: 'Undo: Change currency' }).click();
    await page.getByText(/returns\s+subtracted\./).waitFor();
  });

  it('dates that can be read in two ways are asked about, not guessed in silence', async () => {
    await goTo(page, '/data');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose files' }).click();
    await (await chooser).setFiles([ambiguousLog]);
    await mapping(page)
      .getByText(/day and month can’t be told apart/)
      .waitFor();
    expect(await orders(page), 'what was there stays meanwhile').toHaveLength(4);
  });

  it('the mapping screen shows samples, targets and reasons', async () => {
    const row = mapping(page).getByRole('row', { name: /^list price/ });
    expect(await row.innerText()).toMatch(/100\.00[\s\S]*200\.00/);
    expect(await mapping(page).getByLabel('Where customer goes').inputValue()).toMatch(/customer id/i);
    const reasons = await mapping(page).locator('td.reason').allInnerTexts();
    for (const reason of reasons) expect(reason.trim()).not.toBe('');
  });

  it('reading it day first gives other dates than month first', async () => {
    const readAs = async (order: 'dmy' | 'mdy'): Promise<readonly unknown[]> => {
      await mapping(page).getByLabel('Dates').selectOption(order);
      await page.getByRole('complementary', { name: 'Import' }).waitFor({ state: 'detached' });
      if (await mapping(page).getByTestId('load-mode').isVisible()) await replaceData(page);
      else await mapping(page).getByRole('button', { name: 'Read the file' }).click();
      await mapping(page).waitFor({ state: 'detached' });
      return (await orders(page)).map(({ day }) => day);
    };
    expect(await readAs('dmy')).toEqual(['2024-02-11', '2024-04-03', '2024-08-07', '2024-12-01']);
    await goTo(page, '/data');
    await page.getByRole('button', { name: 'Change how they were read' }).click();
    expect(await mapping(page).getByLabel('Dates').inputValue()).toBe('dmy');
    expect(await readAs('mdy')).toEqual(['2024-01-12', '2024-03-04', '2024-07-08', '2024-11-02']);
  });

  it('sending another column to the amount changes the figures', async () => {
    const amounts = async (): Promise<readonly unknown[]> => (await orders(page)).map(({ net }) => net);
    expect(await amounts()).toEqual([150, 80, 9, 40]);
    await goTo(page, '/data');
    await page.getByRole('button', { name: 'Change how they were read' }).click();
    const box = mapping(page).getByLabel('Where list price goes');
    await box.click();
    await box.fill('goods after discount');
    await page.getByRole('option', { name: /^Orders: sales/ }).click();
    const row = mapping(page).getByRole('row', { name: /^list price/ });
    expect(await row.innerText()).toContain('Chosen by you');
    await mapping(page).getByRole('button', { name: 'Read the file' }).click();
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    expect(await amounts()).toEqual([200, 100, 10, 50]);
  });

  it('rows that can’t be used are counted, shown and can be taken away', async () => {
    await goTo(page, '/data');
    await pickInstead(page, [
      givenFile(
        'broken rows.csv',
        [
          'customer,date,amount',
          ...Array.from({ length: 20 }, (_, at) => `c${at},2024-01-${String(at + 1).padStart(2, '0')},10`),
          'late,2024-13-45,10',
          'rich,2024-02-01,"ten, ""pounds"""',
        ].join('\n'),
      ),
    ]);
    await report(page).getByText('20 rows kept of 22 read').waitFor();
    expect(await cardNumbers(page)).toEqual([[22, 20, 2]]);
    await report(page).getByText('Rejected rows', { exact: true }).click();
    const { name, bytes } = await downloadBy(page, () =>
      report(page).getByRole('button', { name: 'Download 2 rejected rows' }).click(),
    );
    expect(name).toBe('broken rows.csv rejected rows.csv');
    const text = bytes.toString('utf8');
    expect(text).toMatch(/customer,date,amount,line,reason/);
    expect(text).toMatch(/late,2024-13-45,10,22/);
    expect(text).toMatch(/rich,2024-02-01.*,23/);
  });

  it('all of that is still there when another import is cancelled', async () => {
    const before = await queryRows(page, 'select count(*)::int as n, sum(net)::double as net from orders');
    const long = Array.from({ length: 150_000 }, (_, at) => `c${at % 9973},2024-01-${10 + (at % 20)},${at}`);
    await pickFiles(page, [givenFile('long.csv', `customer,date,amount\n${long.join('\n')}`)]);
    await mapping(page).getByRole('button', { name: 'Read the file' }).click();
    const progress = page.getByRole('complementary', { name: 'Import' });
    await progress
      .getByText(/^(Reading|Understanding)/)
      .first()
      .waitFor();
    await progress.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    expect(await page.getByTestId('load-error').count()).toBe(0);
    await mapping(page).getByRole('button', { name: 'Cancel' }).click();
    await report(page).getByText('20 rows kept of 22 read').waitFor();
    expect(await queryRows(page, 'select count(*)::int as n, sum(net)::double as net from orders')).toEqual(
      before,
    );
  });

  it('leaving the mapping screen keeps what was there', async () => {
    await pickFiles(page, [ambiguousLog]);
    await mapping(page).getByRole('button', { name: 'Cancel' }).click();
    await report(page).getByText('20 rows kept of 22 read').waitFor();
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
