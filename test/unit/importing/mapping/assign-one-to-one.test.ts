import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignOneToOne } from '../../../../src/data/importing/mapping/assign-one-to-one.ts';

/** The best sum of gains, by trying everything. */
const bestSum = (gains: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number => {
  const candidates = gains[row];
  if (candidates === undefined) return 0;
  const alone = bestSum(gains, row + 1, taken);
  return candidates.reduce(
    (best, gain, column) =>
      gain > 0 && !taken.includes(column)
        ? Math.max(best, gain + bestSum(gains, row + 1, [...taken, column]))
        : best,
    alone,
  );
};

const matrix = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 100 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );

describe('assignOneToOne', () => {
  it('gives every row a column of its own, and the largest sum there is', () => {
    fc.assert(
      fc.property(matrix, (gains) => {
        const columns = assignOneToOne(gains);
        const used = columns.filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        const sum = columns.reduce((all, column, row) => all + (gains[row]?.[column] ?? 0), 0);
        expect(columns.every((column, row) => column < 0 || (gains[row]?.[column] ?? 0) > 0)).toBe(true);
        expect(sum).toBe(bestSum(gains));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves rows alone that fit nowhere', () => {
    expect(
      assignOneToOne([
        [0, 0],
        [0, 3],
      ]),
    ).toEqual([-1, 1]);
    expect(assignOneToOne([])).toEqual([]);
  });

  it('prefers two good pairs to one very good one', () => {
    expect(
      assignOneToOne([
        [9, 6],
        [6.5, 0],
      ]),
    ).toEqual([1, 0]);
  });
});
