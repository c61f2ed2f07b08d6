import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { openTestEngine, type TestEngine } from '../../../../support/engine.ts';
import { fileOf, importAll } from '../../../../support/importing.ts';

let engine: TestEngine;
beforeAll(async () => {
  engine = await openTestEngine();
});

interface Line {
  readonly order: number;
  readonly product: string;
}

/** The lines that a file of these rows gives, in their order. */
const linesOf = async (rows: readonly Line[]) => {
  const text = rows.map(({ order, product }) => `${order},2024-01-0${order},C${order},${product},1,5.00`);
  const header = 'order id,order date,customer,product,quantity,unit price';
  await importAll(engine, fileOf('lines.csv', [header, ...text].join('\n')));
  return await engine.rows('select order_id, line_no, product_id from next_lines order by order_id, line_no');
};

/** The same as a reader of the file would count. */
const expected = (rows: readonly Line[]) =>
  [...new Set(rows.map(({ order }) => order))]
    .sort((a, b) => a - b)
    .flatMap((order) =>
      rows
        .filter((row) => row.order === order)
        .map(({ product }, index) => ({ order_id: String(order), line_no: index + 1, product_id: product })),
    );

describe('lines', () => {
  test('are numbered in the order of the file, whether those of an order follow each other or not', async () => {
    const line = fc.record({
      order: fc.integer({ min: 1, max: 6 }),
      product: fc.constantFrom('P-1', 'P-2', 'P-3'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 3, maxLength: 25 }), async (rows) => {
        expect(await linesOf(rows)).toEqual(expected(rows));
        const grouped = [...rows].sort((a, b) => a.order - b.order);
        expect(await linesOf(grouped)).toEqual(expected(grouped));
      }),
      { numRuns: 10, seed: 4 },
    );
  });
});
