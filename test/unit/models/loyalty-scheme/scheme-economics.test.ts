import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  monthsToReward,
  schemeEconomics,
  schemeReturn,
} from '../../../../src/models/loyalty-scheme/scheme-economics.ts';

const terms = {
  earn: 1,
  worth: 0.01,
  tierBonus: 0.5,
  breakage: 0.2,
  rewardCost: 0.6,
  takeUp: 0.5,
  setUp: 3_000,
  setUpYears: 3,
  running: 500,
  margin: 0.4,
};
const tiers = [
  { customers: 80, spend: 8_000 },
  { customers: 20, spend: 12_000 },
];
const anyTiers = fc.array(
  fc.record({ customers: fc.integer({ min: 0, max: 1_000 }), spend: fc.integer({ min: 0, max: 100_000 }) }),
  { minLength: 1, maxLength: 4 },
);
const anyTerms = fc.record({
  earn: fc.double({ min: 0, max: 10, noNaN: true }),
  worth: fc.double({ min: 0, max: 1, noNaN: true }),
  tierBonus: fc.double({ min: 0, max: 2, noNaN: true }),
  breakage: fc.double({ min: 0, max: 1, noNaN: true }),
  rewardCost: fc.double({ min: 0, max: 1, noNaN: true }),
  takeUp: fc.double({ min: 0.01, max: 1, noNaN: true }),
  setUp: fc.integer({ min: 0, max: 100_000 }),
  setUpYears: fc.integer({ min: 1, max: 10 }),
  running: fc.integer({ min: 1, max: 100_000 }),
  margin: fc.double({ min: 0.01, max: 1, noNaN: true }),
});

describe('a scheme of two tiers, by hand', () => {
  const scheme = schemeEconomics(tiers, terms);

  it('members, points, liability, cost and break-even lift', () => {
    expect(scheme.members).toBe(50);
    expect(scheme.sales).toBe(10_000);
    // 4,000 in the lower tier and 6,000 × 1.5 in the upper.
    expect(scheme.points).toBe(13_000);
    expect(scheme.effectiveRate).toBeCloseTo(0.013, 12);
    expect(scheme.liability).toBeCloseTo(13_000 * 0.8 * 0.006, 9);
    expect(scheme.cost).toBeCloseTo(1_000 + 500 + 62.4, 9);
    expect(scheme.breakEvenLift).toBeCloseTo(1_562.4 / 4_000, 12);
  });

  it('return at a lift', () => {
    expect(schemeReturn(scheme, 0.4, 0.5)).toEqual({
      margin: 2_000,
      profit: expect.closeTo(437.6, 9) as number,
      roi: expect.closeTo(437.6 / 1_562.4, 12) as number,
    });
    expect(schemeReturn({ sales: 100, cost: 0 }, 0.4, 0.1).roi).toBeNull();
  });

  it('months to the first reward', () => {
    expect(monthsToReward(500, 600, 1)).toBe(10);
    expect(monthsToReward(500, 0, 1)).toBeNull();
    expect(monthsToReward(500, 600, 0)).toBeNull();
  });

  it('nobody spends: nothing pays for it', () => {
    expect(schemeEconomics([], terms)).toMatchObject({
      members: 0,
      effectiveRate: null,
      breakEvenLift: null,
    });
  });
});

describe('laws of a scheme', () => {
  it('members, sales and points over tiers add up', () => {
    fc.assert(
      fc.property(anyTiers, anyTerms, (list, given) => {
        const scheme = schemeEconomics(list, given);
        const customers = list.reduce((total, tier) => total + tier.customers, 0);
        expect(scheme.members).toBeCloseTo(customers * given.takeUp, 6);
        expect(scheme.tiers.reduce((total, tier) => total + tier.points, 0)).toBeCloseTo(scheme.points, 6);
      }),
    );
  });

  it('the break-even lift rises with cost and falls with margin', () => {
    const some = fc.array(
      fc.record({ customers: fc.constant(10), spend: fc.integer({ min: 1, max: 9_999 }) }),
      {
        minLength: 1,
        maxLength: 4,
      },
    );
    fc.assert(
      fc.property(some, anyTerms, fc.integer({ min: 1, max: 50_000 }), (list, given, more) => {
        const lift = schemeEconomics(list, given).breakEvenLift ?? NaN;
        const dearer =
          schemeEconomics(list, { ...given, running: given.running + more }).breakEvenLift ?? NaN;
        const richer = schemeEconomics(list, { ...given, margin: given.margin * 1.5 }).breakEvenLift ?? NaN;
        expect(dearer).toBeGreaterThan(lift);
        expect(richer).toBeLessThan(lift);
      }),
    );
  });

  it('at the break-even lift nothing is won or lost', () => {
    fc.assert(
      fc.property(anyTiers, anyTerms, (list, given) => {
        const scheme = schemeEconomics(list, given);
        if (scheme.breakEvenLift === null) return;
        const { profit } = schemeReturn(scheme, given.margin, scheme.breakEvenLift);
        expect(Math.abs(profit)).toBeLessThan(1e-6 * scheme.cost + 1e-9);
      }),
    );
  });
});
