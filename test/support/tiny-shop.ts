import type { Cell } from '../../src/data/row.ts';
import type { SampleColumn, SampleTable } from '../../src/data/samples/sample-tables.ts';
import type { SqlType } from '../../src/data/tables/table.ts';
import type { TableFile } from '../../src/engine/contract.ts';
import { streamOfSample } from '../../src/data/samples/sample-stream.ts';

const column = (name: string, type: SqlType, values: readonly Cell[]): SampleColumn => ({
  name,
  type,
  values,
});

const table = (name: SampleTable['name'], columns: readonly SampleColumn[]): SampleTable => ({
  name,
  rows: columns[0]?.values.length ?? 0,
  columns,
});

const moment = (text: string): number => Date.parse(`${text}Z`);
const day = (text: string): number => Date.parse(text) / 86_400_000;

/** A shop small enough to check by hand: 3 customers (one without order), 4 orders (one anonymous), every column type. */
export const tinyShop: readonly SampleTable[] = [
  table('customers', [
    column('customer_id', 'VARCHAR', ['a', 'b', 'c']),
    column('name', 'VARCHAR', ['Ann', "Bo's 𝔅", null]),
    column('first_seen', 'DATE', [day('2024-01-01'), day('1969-12-31'), null]),
    column('country', 'VARCHAR', ['GB', 'GB', 'IE']),
    column('consent', 'BOOLEAN', [true, false, null]),
  ]),
  table('orders', [
    column('order_id', 'VARCHAR', ['1', '2', '3', '4']),
    column('customer_id', 'VARCHAR', ['a', 'a', 'b', null]),
    column('ordered_at', 'TIMESTAMP', [
      moment('2024-01-31T23:59:59.250'),
      moment('2024-03-01T00:00:00'),
      moment('2024-03-02T12:00:00'),
      moment('2024-03-03T12:00:00'),
    ]),
    column('gross', 'DECIMAL(18,4)', [100.1, 50, 20.0001, 7]),
    column('refund', 'DECIMAL(18,4)', [null, 50, 0, 0]),
    column('net', 'DECIMAL(18,4)', [100.1, 0, 20.0001, 7]),
    column('currency', 'VARCHAR', ['GBP', 'GBP', 'EUR', 'GBP']),
  ]),
  table('lines', [
    column('order_id', 'VARCHAR', ['1', '3']),
    column('line_no', 'INTEGER', [1, null]),
    column('product_id', 'VARCHAR', ['p', 'q']),
    column('quantity', 'DOUBLE', [2, 0.5]),
    column('net', 'DECIMAL(18,4)', [100.1, 20.0001]),
  ]),
  table('customer_attributes', [
    column('customer_id', 'VARCHAR', ['a', 'b', 'c']),
    column('attr_tier', 'VARCHAR', ['gold', 'gold', 'silver']),
    column('attr_score', 'DOUBLE', [1.5, null, -3]),
  ]),
];

/** {@link tinyShop} as saved tables. */
export const tinyShopFiles = (): readonly TableFile[] =>
  tinyShop.map((sample) => ({
    name: sample.name,
    rows: sample.rows,
    bytes: new Uint8Array(streamOfSample(sample)),
  }));
