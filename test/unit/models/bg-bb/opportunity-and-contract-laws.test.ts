import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  discountedOpportunityPurchases,
  expectedNextOpportunityPurchases,
  expectedOpportunityRepeats,
  opportunityPAlive,
  opportunityProbabilities,
} from '../../../../src/models/bg-bb/bg-bb.ts';
import { fitBgBb } from '../../../../src/models/bg-bb/fit-bg-bb.ts';
import { groupOpportunities } from '../../../../src/models/bg-bb/opportunity-histories.ts';
import {
  betaDiscreteWeibullSurvival,
  fitBetaDiscreteWeibull,
} from '../../../../src/models/shifted-beta-geometric/beta-discrete-weibull.ts';
import { fitShiftedBetaGeometric } from '../../../../src/models/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import {
  sbgDepartures,
  sbgDiscountedLifetime,
  sbgRetention,
  sbgSurvival,
} from '../../../../src/models/shifted-beta-geometric/shifted-beta-geometric.ts';

const between = (min: number, max: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(min), max: Math.log(max), noNaN: true }).map(Math.exp);
const four = fc.record({
  alpha: between(0.05, 20),
  beta: between(0.05, 20),
  gamma: between(0.05, 20),
  delta: between(0.05, 20),
});
const history = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  )
  .map(([occasions, one, other]) => {
    const lastOccasion = Math.round(one * occasions);
    const repeatCount = lastOccasion === 0 ? 0 : 1 + Math.round(other * (lastOccasion - 1));
    return { repeatCount, lastOccasion, occasions };
  });

describe('BG/BB', () => {
  it('P(alive) is in 0–1, falls with silence, and is less at a later occasion', () => {
    fc.assert(
      fc.property(four, history, (parameters, one) => {
        const alive = opportunityPAlive(parameters, one);
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(opportunityPAlive(parameters, one, 1)).toBeLessThanOrEqual(alive);
        const silent = { ...one, occasions: one.occasions + 3 };
        expect(opportunityPAlive(parameters, silent)).toBeLessThanOrEqual(alive + 1e-12);
      }),
      { seed: 1 },
    );
  });

  it('probabilities add up to 1 and average to the expectation', () => {
    fc.assert(
      fc.property(
        four,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 9 }),
        (parameters, n, after) => {
          const shares = opportunityProbabilities(parameters, n, after);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
          const average = shares.reduce((sum, share, x) => sum + x * share, 0);
          const expected =
            expectedOpportunityRepeats(parameters, after + n) - expectedOpportunityRepeats(parameters, after);
          expect(average).toBeCloseTo(expected, 9);
        },
      ),
      { seed: 2, numRuns: 60 },
    );
  });

  it('DERT is the discounted sum of what is expected occasion by occasion', () => {
    const parameters = { alpha: 1.2, beta: 0.75, gamma: 0.66, delta: 2.78 };
    const one = { repeatCount: 4, lastOccasion: 5, occasions: 6 };
    let [sum, before] = [0, 0];
    for (let k = 1; k <= 400; k += 1) {
      const expected = expectedNextOpportunityPurchases(parameters, one, k);
      sum += (expected - before) * 1.1 ** -k;
      before = expected;
    }
    expect(discountedOpportunityPurchases(parameters, one, 0.1)).toBeCloseTo(sum, 10);
  });

  it('refuses what can’t be and whoever never bought', () => {
    const bad = { repeatCount: [3], lastOccasion: [2], occasions: [6] };
    expect(groupOpportunities(bad)).toMatchObject({ ok: false, error: { kind: 'value-invalid', row: 0 } });
    expect(groupOpportunities({ repeatCount: [], lastOccasion: [], occasions: [] })).toMatchObject({
      ok: false,
    });
    const never = groupOpportunities({ repeatCount: [0], lastOccasion: [0], occasions: [6] });
    expect(never.ok && fitBgBb(never.value)).toMatchObject({ ok: false, error: { kind: 'too-few' } });
  });
});

describe('sBG', () => {
  const two = fc.record({ alpha: between(0.01, 100), beta: between(0.01, 100) });

  it('survival falls, retention rises, departures add up to those gone, and DEL to the discounted survival', () => {
    fc.assert(
      fc.property(two, (parameters) => {
        const survival = sbgSurvival(parameters, 40);
        const gone = sbgDepartures(parameters, 40).reduce((sum, share) => sum + share, 0);
        expect(gone).toBeCloseTo(1 - (survival[40] ?? NaN), 12);
        for (let t = 1; t <= 40; t += 1) {
          expect(survival[t]).toBeLessThan(survival[t - 1] ?? NaN);
          expect(sbgRetention(parameters, t + 1)).toBeGreaterThan(sbgRetention(parameters, t));
        }
        const sum = sbgSurvival(parameters, 300).reduce((total, share, t) => total + share * 1.1 ** -t, 0);
        expect(sbgDiscountedLifetime(parameters, 0.1)).toBeCloseTo(sum, 9);
        const weibull = betaDiscreteWeibullSurvival({ ...parameters, c: 1 }, 10);
        expect(weibull[10]).toBeCloseTo(survival[10] ?? NaN, 10);
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  it('tells that a cohort which nobody left is at the boundary', () => {
    const fit = fitShiftedBetaGeometric([[100, 100, 100]]);
    expect(fit.ok && fit.value.status.kind).not.toBe('converged');
    expect(fit.ok && fit.value.standardErrors).toBeNull();
  });

  it('refuses cohorts that grow, that are empty or too short', () => {
    expect(fitShiftedBetaGeometric([[10, 11]])).toMatchObject({
      ok: false,
      error: { kind: 'value-invalid', row: 0 },
    });
    expect(fitShiftedBetaGeometric([[10]])).toMatchObject({ ok: false, error: { kind: 'too-few' } });
    expect(fitShiftedBetaGeometric([])).toMatchObject({ ok: false });
    expect(fitShiftedBetaGeometric([[0, 0]])).toMatchObject({ ok: false });
    expect(fitBetaDiscreteWeibull([[10, 9, 8]])).toMatchObject({
      ok: false,
      error: { kind: 'too-few', needed: 3 },
    });
  });
});
