import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { goTo, queryRows, waitUntilReady } from '../support/browser-actions.ts';
import { expectedValues, hasSharedData, pickInstead, sharedPath } from '../support/browser-files.ts';
import { openPage } from '../support/page.ts';
import type { TestPage } from '../support/page.ts';

interface RetailTotals {
  readonly raw: Readonly<Record<string, number>> & { readonly min: string; readonly max: string };
  readonly clean: Readonly<Record<string, number>>;
}

interface FileNumbers {
  readonly read: number;
  readonly kept: number;
  readonly rejected: number;
}

/** Loads real files through the page and gives the numbers of its import report, file by file. */
const load = async (page: Page, ...paths: readonly string[]): Promise<readonly FileNumbers[]> => {
  await goTo(page, '/data');
  await pickInstead(
    page,
    paths.map((path) => sharedPath(`data/${path}`)),
  );
  const last = paths.at(-1)?.split('/').at(-1) ?? '';
  const cards = page.getByTestId('import-report').locator('article');
  await cards.filter({ has: page.getByRole('heading', { name: last }) }).waitFor();
  const texts = await cards.locator('.numbers').allInnerTexts();
  return texts.map((text) => {
    const number = (word: string): number =>
      Number(new RegExp(`([\\d,]+) ${word}`).exec(text)?.[1]?.replaceAll(',', ''));
    return { read: number('read'), kept: number('kept'), rejected: number('rejected') };
  });
};

describe.skipIf(!hasSharedData)('real files (skipped where ../shared is absent)', () => {
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    site = await openPage();
    page = site.page;
    await waitUntilReady(page);
  });
  afterAll(() => site.close());

  it('Olist: four files are joined, people are told apart from order customers', async () => {
    const expected = expectedValues<Record<string, number> & { status: Record<string, number> }>(
      'olist_sample',
    );
    const numbers = await load(
      page,
      'olist/sample/olist_customers_dataset.csv',
      'olist/sample/olist_order_items_dataset.csv',
      'olist/sample/olist_order_payments_dataset.csv',
      'olist/sample/olist_orders_dataset.csv',
    );
    expect(numbers.map(({ read }) => read)).toEqual([
      expected['customers'],
      expected['items'],
      expected['payments'],
      expected['orders'],
    ]);
    for (const { read, kept, rejected } of numbers) expect(kept + rejected).toBe(read);
    const [row] = await queryRows(
      page,
      `select (select count(*) from orders)::int as orders, (select count(*) from customers)::int as people,
         (select count(*) from lines)::int as items, (select sum(net) from lines)::double as price_sum,
         (select count(*) from orders where customer_id not in (select customer_id from customers))::int as orphans`,
    );
    expect(row).toEqual({
      orders: expected['orders'],
      people: expected['unique_customers'],
      items: expected['items'],
      price_sum: expected['price_sum'],
      orphans: 0,
    });
    await page
      .getByTestId('joins')
      .getByText(/find their customer/)
      .waitFor();
    const cancelled = (expected.status['canceled'] ?? 0) + (expected.status['unavailable'] ?? 0);
    await page.getByText(`Cancelled orders were loaded but count nowhere (${cancelled})`).waitFor();
  });

  it('Superstore with semicolons, decimal commas and Latin-1 gives the totals of the plain one', async () => {
    const expected = expectedValues<Record<string, number | string>>('superstore_totals');
    const [numbers] = await load(page, 'eu_locale/superstore_eu_semicolon_deccomma_latin1.csv');
    expect(numbers).toEqual({ read: expected['rows'], kept: expected['rows'], rejected: 0 });
    const how = await page.getByTestId('import-report').locator('article .how').innerText();
    for (const words of ['windows-1252', 'semicolon', 'decimal comma', 'dates day-month-year'])
      expect(how).toContain(words);
    const [row] = await queryRows(
      page,
      `select (select count(*) from orders)::int as orders, (select count(distinct customer_id) from orders)::int as customers,
         sum(net)::double as sales, sum(net - cost)::double as profit, sum(quantity)::int as quantity,
         (select min(ordered_at)::date::varchar from orders) as date_min,
         (select max(ordered_at)::date::varchar from orders) as date_max
       from lines`,
    );
    for (const key of ['orders', 'customers', 'quantity', 'date_min', 'date_max'])
      expect(row?.[key], key).toBe(expected[key]);
    for (const key of ['sales', 'profit']) expect(row?.[key], key).toBeCloseTo(Number(expected[key]), 2);
  });

  it('CRM pipeline: deals, accounts and products meet, the misspelt product too', async () => {
    const expected = expectedValues<
      Record<string, number> & { readonly stages: Readonly<Record<string, number>> }
    >('crm_maven_pipeline');
    await load(
      page,
      'crm_maven/accounts.csv',
      'crm_maven/products.csv',
      'crm_maven/sales_teams.csv',
      'crm_maven/sales_pipeline.csv',
    );
    const stages = await queryRows(page, 'select stage, count(*)::int as n from deals group by stage');
    expect(Object.fromEntries(stages.map(({ stage, n }) => [stage, n]))).toEqual(expected.stages);
    const [row] = await queryRows(
      page,
      `select sum(amount)::double as won_value, count(*) filter (product_id not in (select product_id from products))::int as strangers
       from deals where is_won`,
    );
    expect(row).toEqual({ won_value: expected['won_value'], strangers: 0 });
    await page.getByText(/“GTXPro” in “.*” was taken for “GTX Pro” \(1,480\)/).waitFor();
    await page.getByRole('link', { name: 'See the value chain' }).click();
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
  });

  it('Online Retail: 541,909 gzipped rows, totals as published, raw and clean', async () => {
    const { raw, clean } = expectedValues<RetailTotals>('online_retail_totals');
    const [numbers] = await load(page, 'online_retail/online_retail.csv.gz');
    expect(numbers).toEqual({ read: raw['rows'], kept: raw['rows'], rejected: 0 });
    const [rawRow] = await queryRows(
      page,
      `select (select count(*) from lines)::int as rows, count(distinct customer_id)::int as customers, count(*)::int as invoices,
         min(ordered_at)::varchar as min, max(ordered_at)::varchar as max,
         (select count(distinct country) from customers)::int as countries,
         (select sum(quantity) from lines)::int as sum_quantity, round(sum(net), 2)::double as sum_revenue
       from orders`,
    );
    for (const key of ['rows', 'customers', 'invoices', 'min', 'max', 'sum_quantity', 'sum_revenue'])
      expect(rawRow?.[key], key).toBe(raw[key]);
    const [cleanRow] = await queryRows(
      page,
      `select count(*)::int as rows, count(distinct o.customer_id)::int as customers, count(distinct order_id)::int as invoices,
         round(sum(l.net), 2)::double as revenue
       from lines l join orders o using (order_id)
       where o.customer_id is not null and l.quantity > 0 and l.unit_price > 0`,
    );
    for (const key of ['rows', 'customers', 'invoices', 'revenue'])
      expect(cleanRow?.[key], key).toBe(clean[key]);
  });

  it('its returns and anonymous orders are said with their numbers', async () => {
    const list = page.getByTestId('import-report');
    await list.getByText(/Returns and credit notes: .*\([\d,]+\)/).waitFor();
    await list.getByText(/Orders name no customer: .*\([\d,]+\)/).waitFor();
  });

  it('its value chain is complete, and its customers have RFM groups to cut', async () => {
    await goTo(page, '/home');
    await page.locator('[data-testid=home][data-complete=true]').waitFor();
    const stage = page.getByRole('button', { name: 'Customer intimacy' });
    expect(await stage.textContent()).toMatch(/\d+ champions/);
    await goTo(page, '/segments');
    await page.getByRole('button', { name: /Champions.*Bought lately and often/s }).waitFor();
  });

  it('none of it is an error on the console', () => {
    expect(site.problems).toEqual([]);
  });
});
