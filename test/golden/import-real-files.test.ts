import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Row } from '../../src/data/row.ts';
import { openTestEngine, type TestEngine } from '../support/engine.ts';
import { fileFrom, importAll } from '../support/importing.ts';

const shared = new URL('../../../shared/', import.meta.url).pathname;
const isHere = existsSync(`${shared}data`);
const data = (path: string): File => fileFrom(`${shared}data/${path}`);
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- published answers, each with a shape of its own
const expected = (name: string): any =>
  JSON.parse(readFileSync(`${shared}expected/${name}.json`, 'utf8')).values;

describe.skipIf(!isHere)('real files (skipped: ../shared is not here)', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  const row = async (sql: string): Promise<Row> => (await engine.rows(sql))[0] ?? {};
  const byKey = async (sql: string): Promise<Record<string, unknown>> =>
    Object.fromEntries((await engine.rows(sql)).map(({ key, value }) => [String(key), value]));
  const expectMoney = (values: Record<string, unknown>, published: Record<string, number>): void => {
    expect(Object.keys(values).sort()).toEqual(Object.keys(published).sort());
    for (const [key, value] of Object.entries(published)) expect(values[key]).toBeCloseTo(value, 1);
  };

  it('Online Retail gives the published raw and clean totals', async () => {
    const { raw, clean } = expected('online_retail_totals');
    const report = await importAll(engine, data('online_retail/online_retail.csv.gz'));
    expect(report.files[0]).toMatchObject({
      rowsRead: raw.rows,
      rowsKept: raw.rows,
      source: 'uci-online-retail',
    });
    expect(report.files[0]?.issues).toContainEqual(
      expect.objectContaining({ code: 'duplicate-rows', count: raw.duplicate_rows }),
    );
    expect(
      await row(`select count(*)::integer as invoices, round(sum(net), 2)::double as net,
        strftime(min(ordered_at), '%Y-%m-%d %H:%M:%S') as first, strftime(max(ordered_at), '%Y-%m-%d %H:%M:%S') as last,
        (select count(*) from next_customers)::integer as customers, (select sum(quantity) from next_lines) as pieces,
        (select count(*) from next_products)::integer as products,
        round(sum(gross) filter (customer_id is not null), 2)::double as clean,
        (count(*) filter (customer_id is not null and gross > 0))::integer as clean_invoices,
        (count(distinct customer_id) filter (gross > 0))::integer as clean_customers from next_orders`),
    ).toEqual({
      invoices: raw.invoices,
      net: raw.sum_revenue,
      first: raw.min,
      last: raw.max,
      customers: raw.customers,
      pieces: raw.sum_quantity,
      products: raw.stockcodes,
      clean: clean.revenue,
      clean_invoices: clean.invoices,
      clean_customers: clean.customers,
    });
    const months = await byKey(
      `select strftime(ordered_at, '%Y-%m') as key, round(sum(gross), 2)::double as value from next_orders
       where customer_id is not null and gross > 0 group by 1`,
    );
    expectMoney(months, clean.revenue_by_month);
    expect(
      await byKey(
        `select strftime(ordered_at, '%Y-%m') as key, count(*)::integer as value from next_orders
         where customer_id is not null and gross > 0 group by 1`,
      ),
    ).toEqual(clean.orders_by_month);
  }, 120_000);

  it('Olist joins its four files', async () => {
    const published = expected('olist_sample');
    const files = ['customers', 'orders', 'order_items', 'order_payments'].map((name) =>
      data(`olist/sample/olist_${name}_dataset.csv`),
    );
    const report = await importAll(engine, ...files);
    expect(report.issues).toContainEqual(
      expect.objectContaining({ code: 'match-rate', severity: 'info', count: published.orders }),
    );
    expect(
      await row(`select count(*)::integer as orders, (select count(*) from next_customers)::integer as unique_customers,
        (select count(*) from next_lines)::integer as items, sum(gross)::double as price_sum,
        sum(shipping)::double as freight_sum, (count(*) filter (delivered_at is null))::integer as null_delivered,
        (count(*) filter (status = 'cancelled'))::integer as cancelled, count(payment_method)::integer as paid from next_orders`),
    ).toEqual({
      orders: published.orders,
      unique_customers: published.unique_customers,
      items: published.items,
      price_sum: published.price_sum,
      freight_sum: published.freight_sum,
      null_delivered: published.null_delivered,
      cancelled: published.status.canceled + published.status.unavailable,
      paid: published.orders_with_payments,
    });
    const months = `select strftime(ordered_at, '%Y-%m') as key, count(*)::integer as value from next_orders group by 1`;
    expect(await byKey(months)).toEqual(published.orders_by_month);
  });

  const totals = `select count(*)::integer as rows, round(sum(lines.net), 4)::double as sales,
    round(sum(lines.net - lines.cost), 4)::double as profit from next_lines as lines`;

  it('Superstore gives the published totals', async () => {
    const published = expected('superstore_totals');
    await importAll(engine, data('superstore/superstore_finos.csv'));
    expect(await row(totals)).toEqual({
      rows: published.rows,
      sales: published.sales,
      profit: published.profit,
    });
    expect(
      await row(`select count(*)::integer as orders, count(distinct customer_id)::integer as customers,
        min(ordered_at)::date as date_min, max(ordered_at)::date as date_max, round(sum(net), 4)::double as sales,
        (select count(*) from next_products)::integer as products, (select sum(quantity) from next_lines) as quantity
        from next_orders`),
    ).toEqual({
      orders: published.orders,
      customers: published.customers,
      date_min: published.date_min,
      date_max: published.date_max,
      sales: published.sales,
      products: published.products,
      quantity: published.quantity,
    });
    expectMoney(
      await byKey(`select attr_segment as key, sum(net)::double as value from next_orders
        join next_customer_attributes using (customer_id) group by 1`),
      published.sales_by_segment,
    );
    expectMoney(
      await byKey(`select category as key, sum(net - cost)::double as value from next_lines
        join next_products using (product_id) group by 1`),
      published.profit_by_category,
    );
  });

  it.each([
    ['superstore_eu_semicolon_deccomma_latin1.csv', 'semicolon_deccomma_latin1'],
    ['superstore_eu_thousands_dot_first2000.csv', 'thousands_dot_first2000'],
    ['superstore_excel_unicode_text_utf16le.txt', 'utf16le_tab'],
  ])('%s gives the same totals in another dialect', async (name, key) => {
    const published = expected('eu_locale_derived')[key];
    const report = await importAll(engine, data(`eu_locale/${name}`));
    expect(report.files[0]).toMatchObject({
      source: 'superstore',
      rowsKept: published.rows,
      rowsRejected: 0,
    });
    const found = await row(totals);
    expect(found).toMatchObject({ rows: published.rows, sales: published.sales });
    if (published.profit !== undefined) expect(found['profit']).toBe(published.profit);
  });

  it.each([
    ['CDNOW_sample.txt', 'sample'],
    ['CDNOW_master.txt', 'master'],
  ])('%s: one order for each customer and day', async (name, key) => {
    const published = expected('cdnow_log_to_summary')[key];
    const report = await importAll(engine, data(`cdnow/${name}`));
    expect(report.files[0]).toMatchObject({ rowsRead: published.rows, rowsKept: published.rows });
    expect(
      await row(`select count(distinct customer_id)::integer as customers, count(*)::integer as customer_days,
        sum(net)::double as amount, (select sum(quantity) from next_lines) as cds from next_orders`),
    ).toEqual({
      customers: published.customers,
      customer_days: published.customer_days,
      amount: published.amount,
      cds: published.cds,
    });
  });

  it('the CRM pipeline joins “GTXPro” to “GTX Pro” and makes orders of won deals', async () => {
    const published = expected('crm_maven_pipeline');
    const files = ['accounts', 'products', 'sales_pipeline', 'sales_teams'].map((name) =>
      data(`crm_maven/${name}.csv`),
    );
    const report = await importAll(engine, ...files);
    expect(report.issues).toContainEqual(expect.objectContaining({ code: 'near-miss-joined', count: 1480 }));
    expect(await byKey('select stage as key, count(*)::integer as value from next_deals group by 1')).toEqual(
      published.stages,
    );
    expect(
      await row(`select count(*)::integer as rows, (count(*) filter (customer_id is null))::integer as null_account,
        (count(*) filter (opened_at is null))::integer as null_engage, (count(*) filter (closed_at is null))::integer as null_close,
        count(distinct owner)::integer as agents, (sum(amount) filter (is_won))::double as won_value,
        (select count(*) from next_customers)::integer as accounts, (select sum(net) from next_orders)::double as ordered,
        (select count(*) from next_products)::integer as products,
        (select count(*) from next_customers where kind = 'b2b')::integer as companies from next_deals`),
    ).toEqual({
      rows: published.rows,
      null_account: published.null_account,
      null_engage: published.null_engage,
      null_close: published.null_close,
      agents: published.agents,
      won_value: published.won_value,
      accounts: published.accounts,
      ordered: published.won_value,
      products: 7,
      companies: published.accounts,
    });
    expectMoney(
      await byKey('select channel as key, sum(net)::double as value from next_orders group by 1'),
      published.won_value_by_region,
    );
  });
});
