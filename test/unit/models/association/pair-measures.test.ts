import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fisherExact } from '../../../../src/models/association/fisher-exact.ts';
import { liftInterval, liftRatio } from '../../../../src/models/association/lift-interval.ts';
import { turned, without } from '../../../../src/models/association/pair-counts.ts';
import { pairMeasures } from '../../../../src/models/association/pair-measures.ts';
import { stratifiedLift } from '../../../../src/models/association/within-strata.ts';

const cell = fc.integer({ min: 1, max: 400 });
const counts = fc.tuple(cell, cell, cell, cell).map(([together, onlyA, onlyB, neither]) => ({
  total: together + onlyA + onlyB + neither,
  withA: together + onlyA,
  withB: together + onlyB,
  together,
}));

describe('pair measures', () => {
  it('says nothing of nothing', () => {
    const nothing = pairMeasures({ total: 0, withA: 0, withB: 0, together: 0 });
    expect(Object.values(nothing).every((value) => value === null)).toBe(true);
    expect(liftInterval({ total: 9, withA: 3, withB: 3, together: 0 })).toBeNull();
    expect(stratifiedLift([])).toBeNull();
  });

  it('obeys its laws: symmetric where it should be, bounded, one at independence', () => {
    fc.assert(
      fc.property(counts, (pair) => {
        const [there, back] = [pairMeasures(pair), pairMeasures(turned(pair))];
        for (const key of [
          'support',
          'lift',
          'leverage',
          'cosine',
          'kulczynski',
          'imbalance',
          'yuleQ',
        ] as const)
          expect(there[key], key).toBeCloseTo(Number(back[key]), 10);
        expect(Math.abs(Number(there.yuleQ))).toBeLessThanOrEqual(1);
        expect(Number(there.confidenceLow)).toBeLessThanOrEqual(Number(there.confidence));
        const interval = liftInterval(pair);
        expect(interval?.value).toBeCloseTo(Number(there.lift), 9);
        expect(Number(interval?.low)).toBeLessThanOrEqual(Number(interval?.value));
        expect(stratifiedLift([pair])).toBeCloseTo(Number(there.lift), 9);
      }),
    );
    const independent = pairMeasures({ total: 100, withA: 20, withB: 50, together: 10 });
    expect(independent).toMatchObject({ lift: 1, leverage: 0, conviction: 1, yuleQ: 0, phi: 0 });
  });

  it('takes strata apart: a pair that only heavy buyers make has lift, but none within', () => {
    const heavy = { total: 100, withA: 80, withB: 80, together: 64 };
    const light = { total: 900, withA: 90, withB: 90, together: 9 };
    const all = { total: 1_000, withA: 170, withB: 170, together: 73 };
    expect(pairMeasures(all).lift).toBeCloseTo(73 / (170 * 0.17), 12);
    expect(stratifiedLift([heavy, light])).toBeCloseTo(1, 12);
    expect(without(all, heavy)).toEqual(light);
  });
});

describe('chance', () => {
  it('is Fisher’s: the lady who tasted tea', () => {
    // Fisher 1935: 8 cups, 4 and 4, all right: 1/70; three right or more: 17/70.
    expect(fisherExact({ total: 8, withA: 4, withB: 4, together: 4 })).toBeCloseTo(1 / 70, 12);
    expect(fisherExact({ total: 8, withA: 4, withB: 4, together: 3 })).toBeCloseTo(17 / 70, 12);
    expect(fisherExact({ total: 8, withA: 4, withB: 4, together: 0 })).toBe(1);
    expect(fisherExact({ total: 1_000_000, withA: 60_000, withB: 50_000, together: 4_000 })).toBeLessThan(
      1e-60,
    );
  });

  it('is between 0 and 1 and falls as they are together more often', () => {
    fc.assert(
      fc.property(counts, (pair) => {
        const p = fisherExact(pair);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(fisherExact({ ...pair, together: pair.together - 1 })).toBeGreaterThan(p - 1e-9);
      }),
    );
  });

  it('compares the lift of two days', () => {
    const friday = { total: 100, withA: 20, withB: 20, together: 12 };
    const others = { total: 600, withA: 60, withB: 60, together: 6 };
    const ratio = liftRatio(friday, others);
    expect(ratio?.value).toBeCloseTo(3, 12);
    // Expected 4 and 6 of 18 by chance: P(12 or more of 18 at 0.4) by the binomial.
    expect(ratio?.p).toBeCloseTo(0.020281613, 8);
    expect(liftRatio(friday, { ...others, together: 0 })).toBeNull();
  });
});
