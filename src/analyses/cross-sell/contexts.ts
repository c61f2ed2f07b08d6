import type { Row } from '../../data/row.ts';
import type { PairCounts } from '../../models/association/pair-counts.ts';
import { numberOf } from '../cells.ts';

/** Codes of the two items of a pair, in either order. */
export type PairCodes = readonly [a: number, b: number];

/** How often items occur alone and together in one context (an RFM segment, a day of the week). */
export interface ContextCounts {
  /** Name of the context as the query gives it. */
  readonly context: string | null;
  readonly countsOf: (codes: PairCodes) => PairCounts;
}

/** No code reaches this, so a pair is one number. */
const base = 1_000;
const keyOf = (a: number, b: number): number => a * base + b;

const countsFrom =
  (together: ReadonlyMap<number, number>): ContextCounts['countsOf'] =>
  ([a, b]) => ({
    total: together.get(0) ?? 0,
    withA: together.get(a) ?? 0,
    withB: together.get(b) ?? 0,
    together: together.get(keyOf(Math.min(a, b), Math.max(a, b))) ?? 0,
  });

/** The counts of all contexts together, of each by itself, and the pairs that occur. Item 0 stands for everything. */
export interface PairContexts {
  readonly all: ContextCounts['countsOf'];
  readonly contexts: readonly ContextCounts[];
  readonly pairs: readonly PairCodes[];
}

/** Reads the rows (context, a, b, together) of one grain of the counting query. */
export const readContexts = (rows: readonly Row[]): PairContexts => {
  const sums = new Map<number, number>();
  const parts = new Map<ContextCounts['context'], Map<number, number>>();
  for (const row of rows) {
    const context = row['context'] === null ? null : String(row['context']);
    const key = keyOf(numberOf(row, 'a'), numberOf(row, 'b'));
    const together = numberOf(row, 'together');
    const part = parts.get(context) ?? new Map<number, number>();
    parts.set(context, part.set(key, together));
    sums.set(key, (sums.get(key) ?? 0) + together);
  }
  return {
    all: countsFrom(sums),
    contexts: [...parts].map(([context, together]) => ({ context, countsOf: countsFrom(together) })),
    pairs: [...sums.keys()]
      .filter((key) => key >= base)
      .toSorted((one, other) => one - other)
      .map((key) => [Math.floor(key / base), key % base]),
  };
};
