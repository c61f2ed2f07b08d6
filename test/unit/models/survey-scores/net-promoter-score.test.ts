import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  adjustedNps,
  answersNeeded,
  netPromoterScore,
  npsCounts,
  npsDifference,
} from '../../../../src/models/survey-scores/net-promoter-score.ts';

const anyCounts = fc.record({
  promoters: fc.integer({ min: 0, max: 500 }),
  passives: fc.integer({ min: 0, max: 500 }),
  detractors: fc.integer({ min: 0, max: 500 }),
});

describe('net promoter score', () => {
  it('six detracts, seven is passive, nine promotes; what isn’t an answer doesn’t count', () => {
    expect(npsCounts([6, 7, 8, 9, null, 11, -1])).toEqual({ promoters: 1, passives: 2, detractors: 1 });
    expect(netPromoterScore(npsCounts([]))).toBeNull();
  });

  it('lies within ±100 and turns its sign with the sides', () => {
    fc.assert(
      fc.property(anyCounts, ({ promoters, passives, detractors }) => {
        const score = netPromoterScore({ promoters, passives, detractors });
        if (score === null) return;
        expect(Math.abs(score.value)).toBeLessThanOrEqual(100);
        expect(score.variance).toBeGreaterThanOrEqual(-1e-12);
        const turned = netPromoterScore({ promoters: detractors, passives, detractors: promoters });
        expect(turned?.value).toBeCloseTo(-score.value, 9);
        expect(turned?.error).toBeCloseTo(score.error, 9);
      }),
    );
  });

  it('a difference is as uncertain as both together', () => {
    const first = netPromoterScore({ promoters: 60, passives: 20, detractors: 20 });
    const second = netPromoterScore({ promoters: 40, passives: 20, detractors: 40 });
    if (first === null || second === null) throw new Error('no scores');
    const { value, low, high } = npsDifference(first, second);
    expect(value).toBeCloseTo(40, 9);
    expect((high - low) / 2).toBeCloseTo(1.959964 * Math.hypot(8, 8.944272), 4);
  });

  it('adjusting changes nothing where answers are spread as customers are', () => {
    const group = { promoters: 6, passives: 3, detractors: 1 };
    expect(adjustedNps([{ ...group, base: 100 }])).toBeCloseTo(50, 9);
    // Nine in ten customers are of the group that nobody likes us in, one in ten answers.
    expect(
      adjustedNps([
        { ...group, base: 10 },
        { promoters: 0, passives: 0, detractors: 1, base: 90 },
      ]),
    ).toBeCloseTo(-85, 9);
    expect(
      adjustedNps([
        { ...group, base: 10 },
        { promoters: 0, passives: 0, detractors: 0, base: 90 },
      ]),
    ).toBeNull();
    expect(adjustedNps([])).toBeNull();
  });
});

describe('answers needed', () => {
  it('1,076 for ±5 points at a variance of 0.7, 385 for ±5 % of a share, fewer of few customers', () => {
    expect(answersNeeded(0.7, 0.05, null)).toBe(1_076);
    expect(answersNeeded(0.25, 0.05, null)).toBe(385);
    expect(answersNeeded(0.25, 0.05, 1_000)).toBe(278);
    expect(answersNeeded(0.7, 0, null)).toBeNull();
  });

  it('never more than there are customers, and rising with them', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 100_000 }),
        (v, customers) => {
          const needed = answersNeeded(v, 0.05, customers) ?? NaN;
          expect(needed).toBeLessThanOrEqual(customers);
          expect(answersNeeded(v, 0.05, customers + 1)).toBeGreaterThanOrEqual(needed);
          expect(answersNeeded(v, 0.05, null)).toBeGreaterThanOrEqual(needed);
        },
      ),
    );
  });
});
