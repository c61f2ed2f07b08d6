import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { naturalBreaks } from '../../../../src/models/cuts/natural-breaks.ts';
import {
  packageCuts,
  percentRankScores,
  reverseScoreByCuts,
  scoreByCuts,
} from '../../../../src/models/cuts/quantile-scores.ts';
import { quantile } from '../../../../src/models/cuts/quantile.ts';
import { rangeConflicts, segmentByRanges } from '../../../../src/models/cuts/score-ranges.ts';

const numbers = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 40 });
const squaresOf = (values: readonly number[]): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};
/** Least sum of squares within by trying every division of the rising values. */
const leastWithin = (rising: readonly number[], classes: number): number =>
  classes === 1
    ? squaresOf(rising)
    : Math.min(
        squaresOf(rising),
        ...rising
          .slice(1)
          .map(
            (_, at) => squaresOf(rising.slice(0, at + 1)) + leastWithin(rising.slice(at + 1), classes - 1),
          ),
      );

describe('naturalBreaks', () => {
  it('cuts where the gaps are', () => {
    const { classes, goodnessOfFit, isExact } = naturalBreaks([1, 2, 2, 10, 11, 50], 3);
    expect(classes.map(({ lowest, highest, count }) => [lowest, highest, count])).toEqual([
      [1, 2, 3],
      [10, 11, 2],
      [50, 50, 1],
    ]);
    expect(goodnessOfFit).toBeGreaterThan(0.99);
    expect(isExact).toBe(true);
  });

  it('is the best of all divisions', () => {
    const few = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(few, fc.integer({ min: 1, max: 4 }), (values, classes) => {
        const best = leastWithin(
          values.toSorted((one, other) => one - other),
          classes,
        );
        expect(naturalBreaks(values, classes).withinSquares).toBeCloseTo(best, 6);
      }),
    );
  });

  it('beats classes of equal width, splits no ties, holds every value once', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 6 }), (values, classes) => {
        const found = naturalBreaks(values, classes);
        const [low, high] = [Math.min(...values), Math.max(...values)];
        const width = (high - low || 1) / classes;
        const equal = Array.from({ length: classes }, (_, at) =>
          values.filter((value) => Math.min(classes - 1, Math.floor((value - low) / width)) === at),
        );
        const equalWithin = equal.reduce((sum, part) => sum + (part.length > 0 ? squaresOf(part) : 0), 0);
        expect(found.withinSquares).toBeLessThanOrEqual(equalWithin + 1e-6);
        expect(found.classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        found.classes.slice(1).forEach(({ lowest }, at) => {
          expect(lowest).toBeGreaterThan(found.classes[at]?.highest ?? Infinity);
        });
      }),
    );
  });

  it('takes neighbours together above the limit, and says so', () => {
    const many = Array.from({ length: 2_000 }, (_, at) => (at < 1_000 ? at : 9_000 + at));
    const rough = naturalBreaks(many, 2, 50);
    expect(rough.isExact).toBe(false);
    expect(rough.classes.map(({ count }) => count)).toEqual([1_000, 1_000]);
  });

  it('is empty for nothing, and has fewer classes than asked for few different values', () => {
    expect(naturalBreaks([], 3)).toEqual({
      classes: [],
      withinSquares: 0,
      goodnessOfFit: null,
      isExact: true,
    });
    expect(naturalBreaks([5, 5, Number.NaN], 3).classes).toEqual([
      { lowest: 5, highest: 5, count: 2, mean: 5 },
    ]);
  });
});

describe('scores', () => {
  it('lie in 1 to 5, are equal for equal values and rise with them', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const cuts = packageCuts(values);
        const ranked = percentRankScores(values);
        values.forEach((value, one) => {
          const score = scoreByCuts(value, cuts);
          for (const each of [score, ranked[one] ?? 0]) {
            expect(each).toBeGreaterThanOrEqual(1);
            expect(each).toBeLessThanOrEqual(5);
          }
          expect(score + reverseScoreByCuts(value, cuts)).toBe(6);
          values.forEach((other, at) => {
            if (value <= other) expect(ranked[one] ?? 0).toBeLessThanOrEqual(ranked[at] ?? 0);
          });
        });
      }),
    );
  });

  it('by percent rank: tie-safe, unknown stays unknown', () => {
    expect(percentRankScores([10, 20, 30, 40, 50, 60])).toEqual([1, 2, 3, 4, 5, 5]);
    expect(percentRankScores([1, 1, 1, null, 9])).toEqual([1, 1, 1, null, 5]);
    expect(percentRankScores([7])).toEqual([1]);
    expect(percentRankScores([])).toEqual([]);
    expect(packageCuts([])).toEqual([]);
  });

  it('quantile of type 7', () => {
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([1, 2, 3, 4], 1)).toBe(4);
    expect(quantile([], 0.5)).toBeNull();
  });
});

describe('segmentByRanges', () => {
  const all = [1, 5] as const;
  const ranges = [
    { name: 'top', r: [4, 5] as const, f: [4, 5] as const, m: all },
    { name: 'recent', r: [4, 5] as const, f: all, m: all },
  ];
  it('takes the first that fits, and counts what overlaps and what is left out', () => {
    expect(segmentByRanges({ r: 5, f: 5, m: 1 }, ranges)).toBe('top');
    expect(segmentByRanges({ r: 5, f: 2, m: 1 }, ranges)).toBe('recent');
    expect(segmentByRanges({ r: 1, f: 2, m: 1 }, ranges)).toBe('Others');
    expect(rangeConflicts(ranges)).toEqual({ several: 20, none: 75 });
  });
});
