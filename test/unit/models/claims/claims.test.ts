import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapRatio } from '../../../../src/models/claims/bootstrap-ratio.ts';
import { groupMean, meanDifference } from '../../../../src/models/claims/mean-difference.ts';
import { rankCorrelation } from '../../../../src/models/claims/rank-correlation.ts';
import { shareDifference } from '../../../../src/models/claims/share-difference.ts';
import { pairedDifference } from '../../../../src/models/claims/paired-difference.ts';
import { topShare } from '../../../../src/models/claims/top-share.ts';
import { verdictBetween, verdictOf } from '../../../../src/models/claims/verdict.ts';

describe('shareDifference', () => {
  it('Newcombe (1998, table II): 56/70 − 48/80 from 0.0524 to 0.3339', () => {
    const found = shareDifference({ successes: 56, trials: 70 }, { successes: 48, trials: 80 });
    expect(found?.value).toBeCloseTo(0.2, 12);
    expect(found?.low).toBeCloseTo(0.0524, 4);
    expect(found?.high).toBeCloseTo(0.3339, 4);
  });

  it('changes sign with the order, holds the difference, needs both groups', () => {
    const group = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([successes, more]) => ({ successes, trials: successes + more + 1 }));
    fc.assert(
      fc.property(group, group, (one, other) => {
        const unknown = { value: NaN, low: NaN, high: NaN };
        const found = shareDifference(one, other) ?? unknown;
        const turned = shareDifference(other, one) ?? unknown;
        expect(found.value).toBeCloseTo(-turned.value, 12);
        expect(found.low).toBeCloseTo(-turned.high, 12);
        expect(found.low).toBeLessThanOrEqual(found.value + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-12);
      }),
    );
    expect(shareDifference({ successes: 0, trials: 0 }, { successes: 1, trials: 2 })).toBeNull();
    expect(shareDifference({ successes: 0, trials: 3 }, { successes: 0, trials: 2 })?.p).toBeNull();
  });
});

describe('meanDifference', () => {
  it('Student’s (1908) sleep data by Welch: −1.58, t −1.8608, 17.776 degrees, p 0.0794, −3.365 to 0.205', () => {
    const first = groupMean([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
    const second = groupMean([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);
    const found = first === null || second === null ? null : meanDifference(first, second);
    expect(found?.value).toBeCloseTo(-1.58, 12);
    expect(found?.degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(found?.p).toBeCloseTo(0.07939, 5);
    expect(found?.low).toBeCloseTo(-3.3654832, 6);
    expect(found?.high).toBeCloseTo(0.2054832, 6);
  });

  it('needs two in each group, and some variation', () => {
    expect(groupMean([1])).toBeNull();
    const flat = { count: 3, mean: 1, variance: 0 };
    expect(meanDifference(flat, flat)).toBeNull();
    expect(meanDifference({ ...flat, count: 1 }, flat)).toBeNull();
  });
});

describe('rankCorrelation', () => {
  it('is −0.1758 for intelligence and hours of television of ten people (the textbook example), p 0.627', () => {
    const people: [number, number][] = [
      [106, 7],
      [86, 0],
      [100, 27],
      [101, 50],
      [99, 28],
      [103, 29],
      [97, 20],
      [113, 12],
      [112, 6],
      [110, 17],
    ];
    const found = rankCorrelation(people);
    expect(found?.value).toBeCloseTo(-29 / 165, 12);
    expect(found?.p).toBeCloseTo(0.6272, 4);
    expect(found?.low).toBeLessThan(-0.7);
    expect(found?.high).toBeGreaterThan(0.5);
  });

  it('lies in −1 to 1, only ranks count, unknown pairs are left out', () => {
    const pairs = fc.array(fc.tuple(fc.option(fc.nat(20)), fc.option(fc.nat(20))), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, (list) => {
        const found = rankCorrelation(list);
        const stretched = rankCorrelation(
          list.map(([one, other]) => [one === null ? null : Math.exp(one), other]),
        );
        expect(stretched?.value).toBe(found?.value);
        if (found === null) return;
        expect(Math.abs(found.value)).toBeLessThanOrEqual(1);
        expect(found.low).toBeLessThanOrEqual(found.value + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(found.value - 1e-12);
      }),
    );
    expect(
      rankCorrelation([
        [1, 2],
        [2, 4],
        [3, 6],
        [4, 9],
      ]),
    ).toEqual({ value: 1, low: 1, high: 1, p: 0 });
    expect(
      rankCorrelation([
        [1, 2],
        [1, 4],
        [1, 6],
        [1, 9],
      ]),
    ).toBeNull();
    expect(rankCorrelation([])).toBeNull();
  });
});

describe('bootstrapRatio', () => {
  const first = Array.from({ length: 60 }, (_, at) => 20 + (at % 7));
  const second = Array.from({ length: 80 }, (_, at) => 10 + (at % 5));

  it('holds the ratio, the same for the same seed', () => {
    const found = bootstrapRatio(first, second, { seed: 5 });
    expect(found?.value).toBeCloseTo(22.9 / 12, 9);
    expect(found?.low).toBeLessThan(found?.value ?? NaN);
    expect(found?.high).toBeGreaterThan(found?.value ?? NaN);
    expect(bootstrapRatio(first, second, { seed: 5 })).toEqual(found);
  });

  it('is unknown without a positive mean to divide by', () => {
    expect(bootstrapRatio([], second, { seed: 1 })).toBeNull();
    expect(bootstrapRatio(first, [0, 0], { seed: 1 })).toBeNull();
  });
});

describe('verdictOf', () => {
  const above = { direction: 'above', threshold: 0 } as const;
  const below = { direction: 'below', threshold: 0 } as const;
  it.each([
    [{ low: 0.1, high: 0.4 }, 'supported', 'refuted'],
    [{ low: -0.4, high: -0.1 }, 'refuted', 'supported'],
    [{ low: -0.1, high: 0.2 }, 'undecidable', 'undecidable'],
    [{ low: 0, high: 0.2 }, 'undecidable', 'undecidable'],
    [null, 'undecidable', 'undecidable'],
  ])('%j', (effect, ifAbove, ifBelow) => {
    expect(verdictOf(effect, above)).toBe(ifAbove);
    expect(verdictOf(effect, below)).toBe(ifBelow);
  });
});

describe('pairedDifference', () => {
  it('Student’s (1908) sleep data by pairs: 1.58 hours, t 4.0621, p 0.00283, from 0.7001 to 2.4599', () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const changes = groupMean(second.map((value, place) => value - (first[place] ?? NaN)));
    const found = changes === null ? null : pairedDifference(changes);
    expect(found?.value).toBeCloseTo(1.58, 12);
    expect(found?.p).toBeCloseTo(0.002833, 6);
    expect(found?.low).toBeCloseTo(0.7001142, 6);
    expect(found?.high).toBeCloseTo(2.4598858, 6);
    expect(pairedDifference({ count: 5, mean: 1, variance: 0 })).toBeNull();
    expect(pairedDifference({ count: 1, mean: 1, variance: 2 })).toBeNull();
  });

  it('is wider the surer it must be', () => {
    const change = { count: 20, mean: 1, variance: 4 };
    const width = (level: number): number => {
      const found = pairedDifference(change, level);
      return (found?.high ?? NaN) - (found?.low ?? NaN);
    };
    expect([0.99, 0.95, 0.8].map(width)).toEqual([0.99, 0.95, 0.8].map(width).toSorted((a, b) => b - a));
  });
});

describe('topShare', () => {
  const values = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 5, maxLength: 60 });

  it('lies between the part of customers and all of it where nobody loses, and within its interval’s reach', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, seed) => {
        const found = topShare(list, { best: 0.2, seed, samples: 40 });
        expect(found?.value).toBeGreaterThanOrEqual(Math.round(0.2 * list.length) / list.length - 1e-12);
        expect(found?.value).toBeLessThanOrEqual(1);
        expect(found?.low).toBeLessThanOrEqual(found?.high ?? NaN);
        expect(topShare(list, { best: 0.2, seed, samples: 40 })).toEqual(found);
      }),
      { numRuns: 30 },
    );
  });

  it('exceeds all where others lose; needs a sum above 0; shrinks the interval of a part to that of all', () => {
    expect(topShare([10, -2, -2, -1, -1], { best: 0.2, seed: 1 })?.value).toBe(2.5);
    expect(topShare([1, -1], { best: 0.5, seed: 1 })).toBeNull();
    expect(topShare([], { best: 0.2, seed: 1 })).toBeNull();
    const list = Array.from({ length: 100 }, (_, place) => 1 + (place % 17) ** 2);
    const part = topShare(list, { best: 0.2, seed: 1 });
    const all = topShare(list, { best: 0.2, seed: 1, whole: { value: part?.value ?? NaN, count: 400 } });
    const width = (effect: typeof part): number => (effect?.high ?? NaN) - (effect?.low ?? NaN);
    expect(width(all)).toBeCloseTo(width(part) / 2, 9);
  });
});

describe('verdictBetween', () => {
  it('needs the whole interval between the bounds, or wholly outside', () => {
    const bounds = { from: 0.2, to: 1.25 };
    expect(verdictBetween({ low: 0.3, high: 0.4 }, bounds)).toBe('supported');
    expect(verdictBetween({ low: 0.1, high: 0.19 }, bounds)).toBe('refuted');
    expect(verdictBetween({ low: 1.3, high: 1.4 }, bounds)).toBe('refuted');
    expect(verdictBetween({ low: 0.1, high: 0.3 }, bounds)).toBe('undecidable');
    expect(verdictBetween(null, bounds)).toBe('undecidable');
  });
});
