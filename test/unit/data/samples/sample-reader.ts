import type { Cell } from '../../../../src/data/row.ts';
import { generateSample } from '../../../../src/data/samples/generate.ts';
import type { SampleTables } from '../../../../src/data/samples/sample-tables.ts';

/** Reads generated tables by name, so that tests can recompute what was planted without the generator's own knowledge. */
export interface SampleReader {
  readonly tables: SampleTables;
  readonly rows: (table: string) => number;
  readonly cells: (table: string, column: string) => readonly Cell[];
  readonly numbers: (table: string, column: string) => readonly number[];
  readonly texts: (table: string, column: string) => readonly (string | null)[];
}

/** Generates a sample company and reads it. */
export const readSample = (id: string): SampleReader => {
  const tables = generateSample(id);
  if (tables === undefined) throw new Error(`no sample company ${id}`);
  const cells = (table: string, column: string): readonly Cell[] => {
    const found = tables
      .find((candidate) => candidate.name === table)
      ?.columns.find((candidate) => candidate.name === column);
    if (found === undefined) throw new Error(`no column ${table}.${column}`);
    return found.values;
  };
  return {
    tables,
    rows: (table) => tables.find((candidate) => candidate.name === table)?.rows ?? 0,
    cells,
    numbers: (table, column) => cells(table, column) as readonly number[],
    texts: (table, column) => cells(table, column) as readonly (string | null)[],
  };
};

/** An order that counts, as the tables tell it. */
export interface ReadOrder {
  readonly id: string;
  readonly customer: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly sales: number;
  readonly discount: number;
  readonly refund: number;
  readonly net: number;
  readonly cost: number;
  readonly products: ReadonlySet<string>;
}

/** All orders that are not cancelled, oldest first. */
export const readOrders = (sample: SampleReader): readonly ReadOrder[] => {
  const cost = new Map<string, number>();
  const products = new Map<string, Set<string>>();
  const lineProducts = sample.texts('lines', 'product_id');
  const lineCosts = sample.numbers('lines', 'cost');
  sample.texts('lines', 'order_id').forEach((order, index) => {
    const id = order ?? '';
    cost.set(id, (cost.get(id) ?? 0) + (lineCosts[index] ?? 0));
    products.set(id, (products.get(id) ?? new Set<string>()).add(lineProducts[index] ?? ''));
  });
  const number = (column: string): ((index: number) => number) => {
    const values = sample.numbers('orders', column);
    return (index) => values[index] ?? 0;
  };
  const [at, gross, discount] = [number('ordered_at'), number('gross'), number('discount')];
  const [refund, net] = [number('refund'), number('net')];
  const status = sample.texts('orders', 'status');
  const customers = sample.texts('orders', 'customer_id');
  return sample
    .texts('orders', 'order_id')
    .map((order, index) => ({
      id: order ?? '',
      customer: customers[index] ?? null,
      at: at(index),
      sales: gross(index) - discount(index),
      discount: discount(index),
      refund: refund(index),
      net: net(index),
      cost: cost.get(order ?? '') ?? 0,
      products: products.get(order ?? '') ?? new Set<string>(),
    }))
    .filter((_, index) => status[index] !== 'cancelled')
    .sort((a, b) => a.at - b.at);
};

/** Groups by a key; anything whose key is null is left out. */
export const groupBy = <T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = key(item);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
};

/** The sum of a number of each item. */
export const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

/** The share of the items that fulfil a condition, 0–1; NaN of none. */
export const shareOf = <T>(items: readonly T[], condition: (item: T) => boolean): number =>
  items.filter(condition).length / items.length;
