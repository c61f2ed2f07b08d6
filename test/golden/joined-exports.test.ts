import { beforeAll, describe, expect, it } from 'vitest';
import type { FileJoin, LoadReport } from '../../src/data/importing/contract.ts';
import type { Row } from '../../src/data/row.ts';
import { openTestEngine, type TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData } from '../support/golden-data.ts';
import { fileFrom, importAll } from '../support/importing.ts';
import { delimitedFiles, different, recordsOf, sharedPath } from '../support/plain-records.ts';

const sum = (values: readonly (string | undefined)[]): number =>
  values.reduce((total, value) => total + Number(value ?? 0), 0);

describe.skipIf(!hasSharedData)('whole folders of related files (skipped: ../shared is not here)', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  const loadFolder = (folder: string, unless?: RegExp): Promise<LoadReport> =>
    importAll(
      engine,
      ...delimitedFiles(folder, unless).map((name) => fileFrom(sharedPath(`${folder}/${name}`))),
    );
  const row = async (sql: string): Promise<Row> => (await engine.rows(sql))[0] ?? {};
  const table = (sql: string): Promise<readonly Row[]> => engine.rows(sql);
  const joined = ({ joins = [] }: LoadReport, from: string, to: string): Partial<FileJoin> | undefined => {
    const found = joins.find((join) => join.from.file === from && join.to.file === to);
    return found && { names: found.names, matched: found.matched, total: found.total };
  };
  const unusedIn = ({ files }: LoadReport): readonly string[] =>
    files.filter(({ isUnused }) => isUnused).map(({ file }) => file);
  /** Nothing is lost in silence: every file is used, or says why not, and every row is kept or rejected. */
  const expectAccounted = (report: LoadReport, folder: string, unless?: RegExp): void => {
    expect(report.files.map(({ file }) => file)).toEqual(delimitedFiles(folder, unless));
    for (const { isUnused, issues, rowsRead, rowsKept, rowsRejected } of report.files) {
      expect(rowsKept + rowsRejected).toBe(rowsRead);
      if (isUnused) expect(issues[0]?.code).toMatch(/^file-(not-used|consulted)$/);
    }
  };

  it('Northwind: orders, lines, products with their categories, customers', async () => {
    const published = expectedValues<{
      orders: number;
      lines: number;
      customers: number;
      customers_with_orders: number;
      gross: number;
      net: number;
      freight: number;
      top5_customers: Record<string, number>;
      net_by_year: Record<string, number>;
      customers_without_orders: string[];
    }>('northwind_totals');
    const report = await loadFolder('northwind');
    expectAccounted(report, 'northwind');
    expect(
      await row(`select count(*)::integer as orders, (select count(*) from next_lines)::integer as lines,
        (select count(*) from next_customers)::integer as customers, count(distinct customer_id)::integer as buyers,
        sum(gross)::double as gross, sum(net)::double as net, sum(shipping)::double as freight,
        (select count(*) from next_products)::integer as products,
        (select count(distinct category) from next_products)::integer as categories from next_orders`),
    ).toEqual({
      orders: published.orders,
      lines: published.lines,
      customers: published.customers,
      buyers: published.customers_with_orders,
      gross: published.gross,
      net: published.net,
      freight: published.freight,
      products: 77,
      categories: 8,
    });
    const top = await table(
      'select customer_id, sum(net)::double as net from next_orders group by 1 order by net desc limit 5',
    );
    expect(Object.fromEntries(top.map(({ customer_id: id, net }) => [id, net]))).toEqual(
      published.top5_customers,
    );
    const years = await table(
      'select year(ordered_at)::varchar as y, sum(net)::double as net from next_orders group by 1',
    );
    expect(Object.fromEntries(years.map(({ y, net }) => [y, net]))).toEqual(published.net_by_year);
    expect(
      await table(
        'select customer_id from next_customers where customer_id not in (select customer_id from next_orders) order by 1',
      ),
    ).toEqual(published.customers_without_orders.map((id) => ({ customer_id: id })));
    expect(joined(report, 'orders.csv', 'customers.csv')).toEqual({
      names: 'customer',
      matched: 830,
      total: 830,
    });
    expect(joined(report, 'order-details.csv', 'orders.csv')).toEqual({
      names: 'order',
      matched: 2155,
      total: 2155,
    });
    expect(joined(report, 'products.csv', 'suppliers.csv')).toEqual({
      names: 'supplier',
      matched: 77,
      total: 77,
    });
    expect(unusedIn(report)).toEqual([
      'employee-territories.csv',
      'employees.csv',
      'regions.csv',
      'shippers.csv',
      'suppliers.csv',
      'territories.csv',
    ]);
  });

  it('Chinook: invoices, lines, tracks with their genres, customers but no employees', async () => {
    const published = expectedValues<{
      customers: number;
      invoices: number;
      lines: number;
      total: number;
      by_country_top5: [string, number, number][];
      by_year: [string, number, number][];
      top_customer: [number, string, number][];
    }>('chinook_totals');
    const report = await loadFolder('chinook');
    expectAccounted(report, 'chinook');
    expect(
      await row(`select (select count(*) from next_customers)::integer as customers, count(*)::integer as invoices,
        (select count(*) from next_lines)::integer as lines, sum(net)::double as total,
        (select sum(net)::double from next_lines) as of_lines from next_orders`),
    ).toEqual({
      customers: published.customers,
      invoices: published.invoices,
      lines: published.lines,
      total: published.total,
      of_lines: published.total,
    });
    const values = async (sql: string): Promise<unknown> =>
      (await table(sql)).map((one) => Object.values(one));
    expect(
      await values(`select year(ordered_at)::varchar as y, count(*)::integer as n, sum(net)::double as total
        from next_orders group by 1 order by 1`),
    ).toEqual(published.by_year);
    expect(
      await values(`select country, count(*)::integer as n, sum(net)::double as total from next_orders
        join next_customers using (customer_id) group by 1 order by total desc, n desc limit 3`),
    ).toEqual(published.by_country_top5.slice(0, 3));
    expect(
      await values(`select customer_id::integer as id, sum(net)::double as total from next_orders group by 1
        order by total desc, id limit 5`),
    ).toEqual(published.top_customer.map(([id, , total]) => [id, total]));
    const genres = new Map(recordsOf('chinook/Genre.csv').map(({ GenreId, Name }) => [GenreId, Name]));
    const rock = recordsOf('chinook/Track.csv').filter(({ GenreId = '' }) => genres.get(GenreId) === 'Rock');
    expect(await row(`select count(*)::integer as n from next_products where category = 'Rock'`)).toEqual({
      n: rock.length,
    });
    expect(joined(report, 'Invoice.csv', 'Customer.csv')).toEqual({
      names: 'customer',
      matched: 412,
      total: 412,
    });
    expect(unusedIn(report)).toContain('Employee.csv');
  });

  it('Dynamics: purchases by contact and by loyalty number are one customer’s', async () => {
    const published = expectedValues<{
      online: number;
      online_sum: number;
      online_customers: number;
      online_orphans: number;
      pos: number;
      pos_sum: number;
      pos_customers: number;
      pos_orphans: number;
      reviews: number;
      rating_mean: number;
      online_by_year: Record<string, number>;
    }>('dynamics_ci');
    const report = await loadFolder('dynamics_ci');
    expectAccounted(report, 'dynamics_ci');
    expect(
      await table(`select order_id like 'OPID%' as is_online, count(*)::integer as n, sum(net)::double as total,
        count(distinct customer_id)::integer as customers from next_orders group by 1 order by 1`),
    ).toEqual([
      { is_online: false, n: published.pos, total: published.pos_sum, customers: published.pos_customers },
      {
        is_online: true,
        n: published.online,
        total: published.online_sum,
        customers: published.online_customers,
      },
    ]);
    expect(joined(report, 'OnlinePurchases.txt', 'Contact.txt')).toEqual({
      names: 'customer',
      matched: published.online - published.online_orphans,
      total: published.online,
    });
    expect(joined(report, 'POSPurchases.txt', 'Customer-Loyalty.txt')).toEqual({
      names: 'customer',
      matched: published.pos - published.pos_orphans,
      total: published.pos,
    });
    const cards = recordsOf('dynamics_ci/Customer-Loyalty.txt');
    const contactOf = new Map(cards.map(({ LoyaltyId, ContactId }) => [LoyaltyId, ContactId]));
    const [first] = recordsOf('dynamics_ci/POSPurchases.txt');
    expect(
      await row(`select customer_id from next_orders where order_id = '${first?.['PurchaseId'] ?? ''}'`),
    ).toEqual({
      customer_id: contactOf.get(first?.['LoyaltyId']),
    });
    const both = different(recordsOf('dynamics_ci/OnlinePurchases.txt').map(({ ContactId }) => ContactId));
    const shopped = different(
      recordsOf('dynamics_ci/POSPurchases.txt').map(({ LoyaltyId }) => contactOf.get(LoyaltyId)),
    );
    const known =
      await row(`select count(*)::integer as n from (select customer_id from next_orders group by 1
      having count(*) filter (order_id like 'OPID%') > 0 and count(*) filter (order_id not like 'OPID%') > 0)`);
    expect(known).toEqual({ n: [...both].filter((id) => shopped.has(id)).length });
    expect(await row('select count(*)::integer as n, avg(score)::double as mean from next_surveys')).toEqual({
      n: published.reviews,
      mean: expect.closeTo(published.rating_mean, 9) as number,
    });
    const years =
      await table(`select year(ordered_at)::varchar as y, sum(net)::double as total from next_orders
      where order_id like 'OPID%' group by 1`);
    expect(Object.fromEntries(years.map(({ y, total }) => [y, total]))).toEqual(published.online_by_year);
  });

  it('Shopify: tables of its interface, loaded as they lie in a folder', async () => {
    const unless = /_gql_/;
    const report = await loadFolder('shopify', unless);
    expectAccounted(report, 'shopify', unless);
    const orders = recordsOf('shopify/shopify_order_data.csv');
    const lines = recordsOf('shopify/shopify_order_line_data.csv');
    const customers = recordsOf('shopify/shopify_customer_data.csv');
    const listed = different(customers.map(({ id }) => id));
    const buyers = different(orders.map(({ customer_id: id }) => id));
    expect(
      await row(`select count(*)::integer as orders, (sum(net) + sum(refund))::double as sales, count(distinct customer_id)::integer as buyers,
        (select count(*) from next_lines)::integer as lines, (select sum(quantity) from next_lines) as pieces,
        (select count(*) from next_customers)::integer as customers,
        (select count(*) from next_products)::integer as products from next_orders`),
    ).toEqual({
      orders: orders.length,
      sales: expect.closeTo(sum(orders.map(({ subtotal_price: price }) => price)), 4) as number,
      buyers: buyers.size,
      lines: lines.length,
      pieces: sum(lines.map(({ quantity }) => quantity)),
      customers: new Set([...listed, ...buyers]).size,
      products: recordsOf('shopify/shopify_product_data.csv').length,
    });
    expect(joined(report, 'shopify_order_data.csv', 'shopify_customer_data.csv')).toEqual({
      names: 'customer',
      matched: orders.filter(({ customer_id: id = '' }) => listed.has(id)).length,
      total: orders.length,
    });
    expect(joined(report, 'shopify_order_line_data.csv', 'shopify_order_data.csv')).toMatchObject({
      matched: lines.length,
    });
    expect(joined(report, 'shopify_order_line_data.csv', 'shopify_product_data.csv')).toMatchObject({
      matched: lines.length,
    });
  });

  it('HubSpot: contacts, companies, deals, campaigns and what happened to e-mails', async () => {
    const unless = /_(snowflake|postgres|databricks)\.csv$/;
    const report = await loadFolder('hubspot', unless);
    expectAccounted(report, 'hubspot', unless);
    const people = ['contact', 'company'].flatMap((kind) => recordsOf(`hubspot/${kind}_data.csv`));
    const deals = recordsOf('hubspot/deal_data.csv');
    const events = recordsOf('hubspot/email_event_data.csv');
    expect(
      await row(`select count(*)::integer as deals, (select count(*) from next_interactions)::integer as events,
        (select count(*) from next_customers where customer_id in (${[...different(people.map(({ id }) => id))].map((id) => `'${id}'`).join(', ')}))::integer as people
        from next_deals`),
    ).toEqual({
      deals: different(deals.map(({ deal_id: id }) => id)).size,
      events: different(events.map(({ id }) => id)).size,
      people: different(people.map(({ id }) => id)).size,
    });
    const campaigns = different(recordsOf('hubspot/email_campaign_data.csv').map(({ id }) => id));
    expect(joined(report, 'email_event_data.csv', 'email_campaign_data.csv')).toEqual({
      names: 'campaign',
      matched: events.filter(({ email_campaign_id: id = '' }) => campaigns.has(id)).length,
      total: events.filter(({ email_campaign_id: id }) => id !== '').length,
    });
    const counted = [...report.issues, ...report.files.flatMap(({ issues }) => issues)];
    const counts = counted.map(({ code, count }) => `${code} ${count ?? ''}`);
    expect(counts).toContain(`deals-without-customer ${deals.length}`);
    expect(counts).toContain(`file-not-used ${recordsOf('hubspot/ticket_data.csv').length}`);
    expect(joined(report, 'deal_data.csv', 'owner_data.csv')).toMatchObject({
      matched: deals.filter(({ owner_id: id }) => id !== '').length,
    });
  });
});
