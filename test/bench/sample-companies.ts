import { generateSample } from '../../src/data/samples/generate.ts';
import { samples } from '../../src/data/samples/sample-companies.ts';

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** How long the built-in companies take to generate, cold and warm. */
export default async () => ({
  title: 'Sample companies: generating all tables (ms; warm = median of 3 more)',
  rows: samples.map(({ id }) => {
    const time = (): number => {
      const start = performance.now();
      generateSample(id);
      return Math.round(performance.now() - start);
    };
    const cold = time();
    const warm = median([time(), time(), time()]);
    const tables = generateSample(id) ?? [];
    const rowsOf = (name: string): number => tables.find((table) => table.name === name)?.rows ?? 0;
    return { company: id, orders: rowsOf('orders'), lines: rowsOf('lines'), cold, warm };
  }),
});
