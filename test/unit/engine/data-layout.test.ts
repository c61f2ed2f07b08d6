import { describe, expect, it } from 'vitest';
import { layoutFor } from '../../../src/engine/service/data-layout.ts';

const file = (name: string, megabytes: number): { readonly name: string; readonly size: number } => ({
  name,
  size: megabytes * 1e6,
});

describe('how tables lie while they are built', () => {
  it.each([
    ['a text of a quarter of a gigabyte', [file('lines.csv', 275)], 'plain'],
    ['a larger text', [file('lines.CSV', 550)], 'compressed'],
    ['several texts that are large together', [file('a.csv', 200), file('b.tsv', 200)], 'compressed'],
    ['a packed text that is small', [file('lines.csv.gz', 20)], 'plain'],
    ['a packed text that would be large', [file('lines.csv.gz', 60)], 'compressed'],
    ['columns that would be large as text', [file('lines.parquet', 100)], 'compressed'],
    ['nothing', [], 'plain'],
  ] as const)('%s', (_, files, layout) => {
    expect(layoutFor(files)).toBe(layout);
  });
});
