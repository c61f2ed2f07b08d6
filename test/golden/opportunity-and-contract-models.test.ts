import { beforeAll, describe, expect, it } from 'vitest';
import {
  expectedNextOpportunityPurchases,
  expectedOpportunityRepeats,
  opportunityPAlive,
} from '../../src/models/bg-bb/bg-bb.ts';
import type { OpportunityHistory } from '../../src/models/bg-bb/bg-bb.ts';
import type { BgBbFit } from '../../src/models/bg-bb/fit-bg-bb.ts';
import { fitBgBb } from '../../src/models/bg-bb/fit-bg-bb.ts';
import { groupOpportunities } from '../../src/models/bg-bb/opportunity-histories.ts';
import {
  betaDiscreteWeibullSurvival,
  fitBetaDiscreteWeibull,
} from '../../src/models/shifted-beta-geometric/beta-discrete-weibull.ts';
import { fitShiftedBetaGeometric } from '../../src/models/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import {
  sbgDepartures,
  sbgDiscountedLifetime,
  sbgDiscountedResidualLifetime,
  sbgRetention,
  sbgSurvival,
} from '../../src/models/shifted-beta-geometric/shifted-beta-geometric.ts';
import { expectAllNear, expectNear, numbersOf } from '../support/cdnow.ts';
import { expectedValues, hasSharedData } from '../support/golden-data.ts';
import { valueOf } from '../support/value-of.ts';

type Numbers = Readonly<Record<string, number>>;

interface DonationsExpected {
  readonly published_params: Numbers;
  readonly mle: Numbers;
  readonly loglik: number;
  readonly expectation_10: number;
  readonly cond_expected_10_x0_t0_n6: number;
  readonly cond_expected_10_x4_t5_n6: number;
  readonly sum_cond_expected_5: number;
  readonly p_alive_2002: Numbers;
  readonly recomputed: {
    readonly E10: number;
    readonly ceA: number;
    readonly ceB: number;
    readonly sum5: number;
    readonly palive: readonly number[];
  };
}

describe.skipIf(!hasSharedData)(
  'BG/BB on donations (Fader, Hardie & Shang 2010; ../shared is needed)',
  () => {
    let expected: DonationsExpected;
    let fit: BgBbFit;
    let rows: readonly (readonly number[])[];
    const history = (x: number, last: number, occasions: number): OpportunityHistory => ({
      repeatCount: x,
      lastOccasion: last,
      occasions,
    });
    beforeAll(() => {
      expected = expectedValues<DonationsExpected>('bgbb_donations');
      rows = numbersOf('donations/donations.csv');
      const column = (index: number): readonly number[] => rows.map((row) => row[index] ?? NaN);
      const grouped = valueOf(
        groupOpportunities({
          repeatCount: column(0),
          lastOccasion: column(1),
          occasions: column(2),
          counts: column(3),
        }),
      );
      fit = valueOf(fitBgBb(grouped));
    });

    it('estimates: 1.204, .750, .657, 2.783, ln L −33225.58', () => {
      expect(fit.status).toEqual({ kind: 'converged' });
      expect(fit.customers).toBe(11_104);
      expectAllNear(fit.parameters, expected.published_params, {
        alpha: 6e-4,
        beta: 6e-4,
        gamma: 6e-4,
        delta: 6e-4,
      });
      expectAllNear(fit.parameters, expected.mle, { alpha: 1e-5, beta: 1e-5, gamma: 1e-5, delta: 1e-4 });
      expectNear(fit.logLikelihood, expected.mle['loglik'], 1e-6);
      expectNear(fit.logLikelihood, expected.loglik, 6e-3);
    });

    it('expectations of new and known donors', () => {
      const { parameters } = fit;
      expectNear(expectedOpportunityRepeats(parameters, 10), expected.recomputed.E10, 1e-5);
      expectNear(expectedOpportunityRepeats(parameters, 10), expected.expectation_10, 1e-3);
      const never = expectedNextOpportunityPurchases(parameters, history(0, 0, 6), 10);
      expectNear(never, expected.recomputed.ceA, 1e-6);
      expectNear(never, expected.cond_expected_10_x0_t0_n6, 1e-3);
      const often = expectedNextOpportunityPurchases(parameters, history(4, 5, 6), 10);
      expectNear(often, expected.recomputed.ceB, 1e-4);
      expectNear(often, expected.cond_expected_10_x4_t5_n6, 1e-3);
      const all = rows.reduce(
        (sum, [x = NaN, last = NaN, n = NaN, count = NaN]) =>
          sum + count * expectedNextOpportunityPurchases(parameters, history(x, last, n), 5),
        0,
      );
      expectNear(all, expected.recomputed.sum5, 0.05);
      expectNear(all, expected.sum_cond_expected_5, 1);
    });

    it('P(alive) at the next occasion (table 4 of the paper)', () => {
      const found = [history(0, 0, 6), history(2, 4, 6), history(6, 6, 6)].map((one) =>
        opportunityPAlive(fit.parameters, one, 1),
      );
      expected.recomputed.palive.forEach((value, index) => {
        expectNear(found[index], value, 1e-5);
      });
      Object.values(expected.p_alive_2002).forEach((value, index) => {
        expectNear(found[index], value, 6e-3);
      });
    });
  },
);

interface CohortExpected {
  readonly survivors: readonly number[];
  readonly published: Numbers;
  readonly mle: {
    readonly alpha: number;
    readonly beta: number;
    readonly ll: number;
    readonly survivor_0_12: readonly number[];
    readonly retention_1_12: readonly number[];
    readonly mean_churn: number;
    readonly DEL_d10: number;
  };
}
interface WeibullExpected {
  readonly alpha: number;
  readonly beta: number;
  readonly c: number;
  readonly ll: number;
  readonly surv: readonly number[];
}
interface RetentionExpected {
  readonly high_end: CohortExpected;
  readonly regular: CohortExpected;
  readonly actual_years_8_12: Readonly<Record<'high_end_pct' | 'regular_pct', readonly number[]>>;
  readonly beta_discrete_weibull: Readonly<Record<'high' | 'regular', WeibullExpected>>;
}

describe.skipIf(!hasSharedData)('sBG on two segments (Fader & Hardie 2007; ../shared is needed)', () => {
  it.each(['high_end', 'regular'] as const)('%s: estimates, survival, retention and DEL', (segment) => {
    const { survivors, published, mle } = expectedValues<RetentionExpected>('sbg_retention')[segment];
    const fit = valueOf(fitShiftedBetaGeometric([survivors]));
    expect(fit.status).toEqual({ kind: 'converged' });
    expectAllNear(fit.parameters, published, { alpha: 6e-4, beta: 6e-4 });
    expectAllNear(fit.parameters, { alpha: mle.alpha, beta: mle.beta }, { alpha: 1e-5, beta: 1e-4 });
    expectNear(fit.logLikelihood, mle.ll, 1e-6);
    expectNear(fit.logLikelihood, published['loglik'], 0.05);
    const survival = sbgSurvival(fit.parameters, 12);
    mle.survivor_0_12.forEach((value, t) => {
      expectNear(survival[t], value, 1e-5);
    });
    mle.retention_1_12.forEach((value, index) => {
      expectNear(sbgRetention(fit.parameters, index + 1), value, 1e-5);
    });
    expectNear(sbgDepartures(fit.parameters, 1)[1], mle.mean_churn, 1e-5);
    expectNear(sbgDiscountedLifetime(fit.parameters, 0.1), mle.DEL_d10, 1e-4);
  });

  it.each(['high_end', 'regular'] as const)('%s: what is projected for years 8–12 happened', (segment) => {
    const values = expectedValues<RetentionExpected>('sbg_retention');
    const fit = valueOf(fitShiftedBetaGeometric([values[segment].survivors]));
    const survival = sbgSurvival(fit.parameters, 12);
    values.actual_years_8_12[`${segment}_pct`].forEach((percent, index) => {
      expectNear(100 * (survival[8 + index] ?? NaN), percent, 1.7);
    });
  });

  it.each(['high', 'regular'] as const)('beta-discrete-Weibull, %s', (segment) => {
    const values = expectedValues<RetentionExpected>('sbg_retention');
    const expected = values.beta_discrete_weibull[segment];
    const { survivors } = values[segment === 'high' ? 'high_end' : 'regular'];
    const fit = valueOf(fitBetaDiscreteWeibull([survivors]));
    expectNear(fit.logLikelihood, expected.ll, 1e-5);
    const { alpha, beta, c } = expected;
    expectAllNear(fit.parameters, { alpha, beta, c }, { alpha: 2e-3, beta: 1e-2, c: 5e-3 });
    const survival = betaDiscreteWeibullSurvival(fit.parameters, 12);
    expected.surv.forEach((value, t) => {
      expectNear(survival[t], value, 1e-4);
    });
  });
});

describe('sBG by the book (methods.md F6)', () => {
  const share = [1000, 869, 743, 653, 593, 551, 517, 491];
  it('α = .6681, β = 3.8061 and the next five years', () => {
    const { parameters } = valueOf(fitShiftedBetaGeometric([share]));
    expectAllNear(parameters, { alpha: 0.6681, beta: 3.8061 }, { alpha: 6e-5, beta: 6e-5 });
    const survival = sbgSurvival(parameters, 12);
    [0.46, 0.436, 0.414, 0.395, 0.378].forEach((value, index) => {
      expectNear(survival[8 + index], value, 6e-4);
    });
    expectNear(sbgDiscountedResidualLifetime(parameters, 8, 0.1), 7.5296, 6e-5);
  });

  it('a cohort cut in two is the same cohort', () => {
    const one = valueOf(fitShiftedBetaGeometric([share]));
    const two = valueOf(fitShiftedBetaGeometric([share, share.map((count) => 2 * count)]));
    expectAllNear(two.parameters, one.parameters, { alpha: 1e-5, beta: 1e-4 });
    expectNear(two.logLikelihood, 3 * one.logLikelihood, 1e-6);
  });
});
