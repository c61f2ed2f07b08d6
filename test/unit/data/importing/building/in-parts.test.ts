import type * as Parts from '../../../../../src/data/sql/parts.ts';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll } from '../../../../support/importing.ts';

// Three rows are as many here as elsewhere six million.
vi.mock('../../../../../src/data/sql/parts.ts', async (original) => {
  const parts = await original<typeof Parts>();
  return { ...parts, rowsAtOnce: 3, partsOf: (rows: number) => parts.partsOf(rows * 2_000_000) };
});

interface Line {
  readonly order: number;
  readonly product: number;
  readonly pieces: number;
}

/** Lines of twelve orders, of one to four lines each. */
const lines: readonly Line[] = Array.from({ length: 12 }, (_, order) =>
  Array.from({ length: 1 + (order % 4) }, (__, line) => ({
    order,
    product: line * 7 + order,
    pieces: 1 + line,
  })),
).flat();

const fileWith = (rows: readonly Line[]): File =>
  fileOf(
    'lines.csv',
    `order id,order date,customer id,product id,quantity,unit price\n${rows
      .map(
        ({ order, product, pieces }) =>
          `SO-${100 + order},2024-03-${String(10 + order)},C-${order % 5},P-${product},${pieces},2.50`,
      )
      .join('\n')}\n`,
  );

describe('rows that are too many to be worked on at once', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it.each([
    ['follow each other', lines],
    [
      'are scattered',
      lines.toSorted((one, other) => one.product * 31 - other.product * 31 || one.order - other.order),
    ],
  ])('become orders and numbered lines part by part where those of an order %s', async (_, rows) => {
    const report = await importAll(engine, fileWith(rows));
    expect(report.files[0]).toMatchObject({ rowsKept: lines.length, rowsRejected: 0 });
    const orders = await engine.rows('select order_id, customer_id, net from next_orders order by order_id');
    const places = await engine.rows('select order_id, line_no, product_id from next_lines order by all');
    const expected = Array.from({ length: 12 }, (_, order) => {
      const own = rows.filter((line) => line.order === order);
      return { id: `SO-${100 + order}`, own, net: own.reduce((sum, { pieces }) => sum + 2.5 * pieces, 0) };
    });
    expect(orders).toEqual(
      expected.map(({ id, net }, order) => ({ order_id: id, customer_id: `C-${order % 5}`, net })),
    );
    expect(places).toEqual(
      expected.flatMap(({ id, own }) =>
        own.map(({ product }, at) => ({ order_id: id, line_no: at + 1, product_id: `P-${product}` })),
      ),
    );
  });
});
