import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { valueOf } from './engine.ts';
import type { TestEngine } from './engine.ts';

const sharedRoot = new URL('../../../shared/', import.meta.url);

/** Whether the real data sets and published numbers lie beside the repository; golden tests are skipped without them. */
export const hasSharedData = existsSync(sharedRoot);

/** Bytes of a file under `../shared/data`, inflated when its name ends in .gz. */
export const sharedData = (path: string): Buffer => {
  const bytes = readFileSync(new URL(`data/${path}`, sharedRoot));
  return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
};

/** The `values` of a file under `../shared/expected`, to be read with the types that the test knows. */
export const expectedValues = <Values>(name: string): Values =>
  (JSON.parse(readFileSync(new URL(`expected/${name}.json`, sharedRoot), 'utf8')) as { values: Values })
    .values;

const register = async (engine: TestEngine, name: string, bytes: Buffer): Promise<void> => {
  valueOf(await engine.session.registerFile(`imp/${name}`, new File([new Uint8Array(bytes)], name)));
};

/**
 * UCI Online Retail in the canonical tables by plain SQL, independent of the importer: an invoice is an order, positive
 * line amounts are its gross, negative ones its refund.
 */
export const loadOnlineRetail = async (engine: TestEngine): Promise<void> => {
  await engine.createCanonicalTables();
  await register(engine, 'online_retail.csv', sharedData('online_retail/online_retail.csv.gz'));
  await engine.exec(`create or replace temp table retail as
    select InvoiceNo as invoice, StockCode as product, Quantity as quantity, InvoiceDate as sold_at,
      nullif(split_part(CustomerID, '.', 1), '') as customer,
      (Quantity * UnitPrice)::DECIMAL(18, 4) as amount, UnitPrice as price, Country as country
    from read_csv('imp/online_retail.csv', header = true, delim = ',', quote = '"', escape = '"', columns = {
      'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'Description': 'VARCHAR', 'Quantity': 'INTEGER',
      'InvoiceDate': 'TIMESTAMP', 'UnitPrice': 'DECIMAL(18,4)', 'CustomerID': 'VARCHAR', 'Country': 'VARCHAR'})`);
  await engine.exec(`insert into customers (customer_id, country)
    select customer, any_value(country order by sold_at) from retail where customer is not null group by customer`);
  await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, discount, refund, net, currency, status)
    select invoice, any_value(customer), min(sold_at), sum(greatest(amount, 0)), 0, sum(greatest(-amount, 0)), sum(amount),
      'GBP', 'completed'
    from retail group by invoice`);
  await engine.exec(`insert into lines (order_id, product_id, quantity, unit_price, net, is_return)
    select invoice, product, quantity, price, amount, amount < 0 from retail`);
};

/** Superstore (finos) in the canonical tables by plain SQL: cost of a line = sales − profit. */
export const loadSuperstore = async (engine: TestEngine): Promise<void> => {
  await engine.createCanonicalTables();
  await register(engine, 'superstore.csv', sharedData('superstore/superstore_finos.csv'));
  await engine.exec(`create or replace temp table superstore as
    select "Order ID" as order_id, "Order Date"::DATE as day, "Customer ID" as customer, "Product ID" as product,
      "Quantity"::DOUBLE as quantity, "Sales"::DECIMAL(18, 4) as sales, "Profit"::DECIMAL(18, 4) as profit
    from read_csv('imp/superstore.csv', header = true, all_varchar = true)`);
  await engine.exec('insert into customers (customer_id) select distinct customer from superstore');
  await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, discount, refund, net, status)
    select order_id, any_value(customer), min(day), sum(sales), 0, 0, sum(sales), 'completed'
    from superstore group by order_id`);
  await engine.exec(`insert into lines (order_id, product_id, quantity, net, cost)
    select order_id, product, quantity, sales, sales - profit from superstore`);
};
