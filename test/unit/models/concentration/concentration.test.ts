import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gini } from '../../../../src/models/concentration/gini.ts';
import { lorenzCurve } from '../../../../src/models/concentration/lorenz-curve.ts';
import type { RankedGroup } from '../../../../src/models/concentration/ranked-group.ts';
import { whaleCurve } from '../../../../src/models/concentration/whale-curve.ts';

/** Values in the given order, `size` neighbours to a group. */
const grouped = (values: readonly number[], size = 1): RankedGroup[] => {
  const groups: RankedGroup[] = [];
  for (let from = 0; from < values.length; from += size) {
    const part = values.slice(from, from + size);
    groups.push({
      count: part.length,
      total: part.reduce((sum, value) => sum + value, 0),
      rankedTotal: part.reduce((sum, value, at) => sum + (from + at + 1) * value, 0),
    });
  }
  return groups;
};
const rising = (values: readonly number[]): number[] => values.toSorted((one, other) => one - other);
const falling = (values: readonly number[]): number[] => values.toSorted((one, other) => other - one);
const amounts = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 60 });
const withSomething = amounts.filter((values) => values.some((value) => value > 0));

describe('gini', () => {
  it('gives the textbook values', () => {
    expect(gini(grouped([5, 5, 5, 5]))).toBeCloseTo(0, 12);
    expect(gini(grouped([0, 0, 0, 10]))).toBeCloseTo(0.75, 12);
    expect(gini(grouped([1, 2, 3, 4]))).toBeCloseTo(0.25, 12);
    expect(gini(grouped([7]))).toBeCloseTo(0, 12);
  });

  it('is unknown when nobody has anything', () => {
    expect(gini([])).toBeNull();
    expect(gini(grouped([0, 0]))).toBeNull();
  });

  it('lies in [0, 1), does not change with scale and does not depend on the grouping', () => {
    fc.assert(
      fc.property(
        withSomething,
        fc.integer({ min: 2, max: 1000 }),
        fc.integer({ min: 1, max: 9 }),
        (values, scale, size) => {
          const value = gini(grouped(rising(values))) ?? NaN;
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThan(1);
          expect(gini(grouped(rising(values.map((amount) => amount * scale))))).toBeCloseTo(value, 9);
          expect(gini(grouped(rising(values), size))).toBeCloseTo(value, 9);
        },
      ),
    );
  });
});

describe('lorenzCurve', () => {
  it('runs from (0, 0) to (1, 1), below the diagonal, and is convex', () => {
    fc.assert(
      fc.property(withSomething, fc.integer({ min: 1, max: 9 }), (values, size) => {
        const points = lorenzCurve(grouped(rising(values), size));
        expect(points[0]).toEqual({ x: 0, y: 0 });
        expect(points.at(-1)?.x).toBeCloseTo(1, 12);
        expect(points.at(-1)?.y).toBeCloseTo(1, 12);
        let slopeBefore = 0;
        for (let at = 1; at < points.length; at += 1) {
          const here = points[at] ?? { x: NaN, y: NaN };
          const before = points[at - 1] ?? { x: NaN, y: NaN };
          const slope = (here.y - before.y) / (here.x - before.x);
          expect(here.y).toBeLessThanOrEqual(here.x + 1e-9);
          expect(slope).toBeGreaterThanOrEqual(slopeBefore - 1e-9);
          slopeBefore = slope;
        }
      }),
    );
  });

  it('is empty when nobody has anything', () => {
    expect(lorenzCurve([])).toEqual([]);
    expect(lorenzCurve(grouped([0]))).toEqual([]);
  });
});

describe('whaleCurve', () => {
  it('puts a peak inside a group in as a point of its own', () => {
    const values = [60, 50, -5, -15];
    expect(whaleCurve(grouped(values, 4), { customers: 2, value: 110 })).toEqual([
      { x: 0, y: 0 },
      { x: 0.5, y: 110 },
      { x: 1, y: 90 },
    ]);
  });

  it('ends at the total, and never rises above the peak', () => {
    const gainsAndLosses = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gainsAndLosses, fc.integer({ min: 1, max: 7 }), (values, size) => {
        const sorted = falling(values);
        const gains = sorted.filter((value) => value > 0);
        const peak = gains.reduce((sum, value) => sum + value, 0);
        const points = whaleCurve(grouped(sorted, size), { customers: gains.length, value: peak });
        expect(points.at(-1)?.y).toBeCloseTo(
          values.reduce((sum, value) => sum + value, 0),
          9,
        );
        expect(Math.max(...points.map((point) => point.y))).toBeCloseTo(peak, 9);
      }),
    );
  });

  it('is empty without customers', () => {
    expect(whaleCurve([], { customers: 0, value: 0 })).toEqual([]);
  });
});
