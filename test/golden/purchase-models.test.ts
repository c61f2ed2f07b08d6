import { beforeAll, describe, expect, it } from 'vitest';
import { weeks } from '../../src/core/duration.ts';
import { bgNbd } from '../../src/models/buy-till-you-die/bg-nbd/bg-nbd.ts';
import type { BgNbdParameters } from '../../src/models/buy-till-you-die/bg-nbd/bg-nbd.ts';
import { fitPurchases } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import type { PurchaseFit, PurchaseModelName } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import { mbgNbd } from '../../src/models/buy-till-you-die/mbg-nbd/mbg-nbd.ts';
import {
  expectedNextPurchases,
  expectedRepeatFrequencies,
  expectedRepeatsOf,
  pAliveOf,
  trackExpectedRepeats,
} from '../../src/models/buy-till-you-die/predict-purchases.ts';
import {
  cdnowExact,
  cdnowRounded,
  expectAllNear,
  expectNear,
  nextPurchases,
  numbersOf,
  weekly,
} from '../support/cdnow.ts';
import { expectedValues, hasSharedData } from '../support/golden-data.ts';
import { valueOf } from '../support/value-of.ts';

type Numbers = Readonly<Record<string, number>>;

interface Customer1516 {
  readonly x: number;
  readonly t_x: number;
  readonly T: number;
  readonly expected_52w: number;
  readonly p_alive: number;
}

const fitCdnow = (model: PurchaseModelName, isExact: boolean): PurchaseFit<'week'> =>
  valueOf(fitPurchases(model, isExact ? cdnowExact() : cdnowRounded()));
/** x, t_x and T of the customers of the file with two decimals. */
const cdnowRows = (): readonly (readonly number[])[] =>
  numbersOf('cdnow/cdnow_customers_summary.csv').map((row) => row.slice(1));
/** Four histories at which P(alive) was computed independently. */
const fourHistories = [
  [26, 30.857142857, 31],
  [2, 30.4285714286, 38.8571428571],
  [0, 0, 38.8571428571],
  [10, 20, 39],
] as const;
const nearby = (values: readonly number[], found: (index: number) => number, tolerance: number): void =>
  values.forEach((published, index) => {
    expectNear(found(index), published, tolerance);
  });

interface BgExpected {
  readonly published_params: Numbers & BgNbdParameters;
  readonly mle_on_2decimal_summary: Numbers & BgNbdParameters;
  readonly mle_on_exact_weeks: Numbers & BgNbdParameters & { readonly se: Numbers };
  readonly at_published_params: {
    readonly cond_expected_x2_tx30_43_T38_86_t39: number;
    readonly P_X_t2_eq10: number;
    readonly P_X_t39_eq0: number;
    readonly pmf_t30_n11_to_20: readonly number[];
    readonly expectation: Numbers;
  };
  readonly expectation_52w: number;
  readonly customer_1516: Customer1516;
  readonly frequency_paradox_T39_tx20_52w: Numbers;
  readonly predict_1_week_lifetimes_quickstart: Numbers;
  readonly first20_expected_39w: readonly number[];
  readonly p_alive: { readonly values: readonly number[] };
}

describe.skipIf(!hasSharedData)('BG/NBD on CDNOW (Fader, Hardie & Lee 2005; ../shared is needed)', () => {
  let expected: BgExpected;
  let rounded: PurchaseFit<'week'>;
  let exact: PurchaseFit<'week'>;
  beforeAll(() => {
    expected = expectedValues<BgExpected>('cdnow_bgnbd');
    rounded = fitCdnow('bg-nbd', false);
    exact = fitCdnow('bg-nbd', true);
  });
  const close = { r: 1e-6, alpha: 1e-4, a: 1e-4, b: 3e-4 };

  it('estimates of the summary with two decimals: .243, 4.414, .793, 2.426', () => {
    expect(rounded.status).toEqual({ kind: 'converged' });
    expectAllNear(rounded.parameters, expected.mle_on_2decimal_summary, close);
    expectNear(rounded.logLikelihood, expected.mle_on_2decimal_summary['loglik'], 1e-6);
    expectAllNear(rounded.parameters, expected.published_params, { r: 6e-4, alpha: 6e-4, a: 6e-4, b: 6e-4 });
  });

  it('estimates and standard errors of the exact weeks', () => {
    expectAllNear(exact.parameters, expected.mle_on_exact_weeks, close);
    expectNear(exact.logLikelihood, expected.mle_on_exact_weeks['loglik'], 1e-6);
    expectAllNear(exact.standardErrors, expected.mle_on_exact_weeks.se, {
      r: 1e-6,
      alpha: 1e-5,
      a: 1e-4,
      b: 1e-3,
    });
  });

  it('P(X(t) = n), E[X(t)] and E[Y(t)] at the published parameters (lifetimes, TestBetaGeoFitter)', () => {
    const { published_params: published, at_published_params: at } = expected;
    expect(bgNbd.repeatProbabilities(published, 2, 10)[10]).toBeCloseTo(at.P_X_t2_eq10, 11);
    expect(bgNbd.repeatProbabilities(published, 39, 0)[0]).toBeCloseTo(at.P_X_t39_eq0, 7);
    const month = bgNbd.repeatProbabilities(published, 30, 20);
    nearby(at.pmf_t30_n11_to_20, (index) => month[11 + index] ?? NaN, 1e-9);
    for (const [t, value] of Object.entries(at.expectation))
      expectNear(bgNbd.expectedRepeats(expected.mle_on_2decimal_summary, Number(t)), value, 5e-4);
    expectNear(
      nextPurchases(bgNbd, published, [2, 30.43, 38.86], 39),
      at.cond_expected_x2_tx30_43_T38_86_t39,
      6e-4,
    );
  });

  it('E[X(52)], customer 1516 and the paradox of frequency (BTYD walkthrough, p. 20–23)', () => {
    const { customer_1516: customer } = expected;
    expectNear(expectedRepeatsOf(exact, weeks(52)), expected.expectation_52w, 1e-4);
    const history = weekly(customer.x, customer.t_x, customer.T);
    expectNear(expectedNextPurchases(exact, history, weeks(52)), customer.expected_52w, 2e-3);
    expectNear(pAliveOf(exact, history), customer.p_alive, 1e-5);
    for (const [x, value] of Object.entries(expected.frequency_paradox_T39_tx20_52w))
      expectNear(expectedNextPurchases(exact, weekly(Number(x), 20, 39), weeks(52)), value, 1e-4);
  });

  it('one week ahead for five customers (lifetimes quickstart)', () => {
    const rows = cdnowRows();
    for (const [id, value] of Object.entries(expected.predict_1_week_lifetimes_quickstart)) {
      const [x = NaN, tx = NaN, age = NaN] = rows[Number(id) - 1] ?? [];
      expectNear(expectedNextPurchases(rounded, weekly(x, tx, age), weeks(1)), value, 1e-4);
    }
  });

  it('39 weeks ahead for the first twenty customers, and P(alive) of four histories (mpmath)', () => {
    const rows = numbersOf('cdnow/BTYD_cdnowSummary_cbs.csv');
    const { mle_on_exact_weeks: parameters } = expected;
    const decimals = cdnowRows();
    const byFile = [rows, decimals].map((file) =>
      Math.max(
        ...expected.first20_expected_39w.map((value, index) =>
          Math.abs(nextPurchases(bgNbd, parameters, file[index] ?? [], 39) - value),
        ),
      ),
    );
    expect(Math.min(...byFile)).toBeLessThan(1e-3);
    nearby(
      expected.p_alive.values,
      (index) => {
        const [x, tx, age] = fourHistories[index] ?? [0, 0, 0];
        return bgNbd.pAlive(expected.mle_on_2decimal_summary, x, tx, age);
      },
      1e-4,
    );
  });

  it('methods.md F3: E[X(39)] = 1.19502, E[Y(39)|2, 30.43, 38.86] = 1.22591, P(alive) = .72661', () => {
    expectNear(expectedRepeatsOf(rounded, weeks(39)), 1.19502, 6e-6);
    expectNear(expectedNextPurchases(rounded, weekly(2, 30.43, 38.86), weeks(39)), 1.22591, 6e-6);
    expectNear(pAliveOf(rounded, weekly(2, 30.43, 38.86)), 0.72661, 6e-6);
  });

  it('frequencies of repeats add up to the customers and track the data', () => {
    const { ages, ageIndex, counts, customers } = cdnowExact();
    const perGroup = Float64Array.from(ageIndex, (index) => ages[index] ?? NaN);
    const frequencies = expectedRepeatFrequencies(exact, perGroup, counts, 7);
    expect(frequencies.reduce((sum, value) => sum + value, 0)).toBeCloseTo(customers, 6);
    // 1,411 of 2,357 never came back.
    expectNear(frequencies[0], 1411, 40);
    const grid = [0, 13, 26, 39, 78].map(weeks);
    const tracked = trackExpectedRepeats(exact, perGroup, counts, grid);
    const observed = numbersOf('cdnow/BTYD_cdnow_weekly_cum_repeat.csv');
    expect(tracked[0]).toBe(0);
    expect(Math.abs((tracked[3] ?? NaN) / (observed[38]?.[1] ?? NaN) - 1)).toBeLessThan(0.05);
    expect(Math.abs((tracked[4] ?? NaN) / (observed[77]?.[1] ?? NaN) - 1)).toBeLessThan(0.05);
  });
});

interface MbgExpected {
  readonly published_params: Numbers & BgNbdParameters;
  readonly mle: Numbers & BgNbdParameters;
  readonly mle_exact_weeks: Numbers & BgNbdParameters;
  readonly first20_expected_39w: readonly number[];
  readonly p_alive: readonly number[];
  readonly holdout_total_39w: number;
}

describe.skipIf(!hasSharedData)('MBG/NBD on CDNOW (Batislam et al. 2007; ../shared is needed)', () => {
  let expected: MbgExpected;
  let rounded: PurchaseFit<'week'>;
  let exact: PurchaseFit<'week'>;
  beforeAll(() => {
    expected = expectedValues<MbgExpected>('cdnow_mbgnbd');
    rounded = fitCdnow('mbg-nbd', false);
    exact = fitCdnow('mbg-nbd', true);
  });

  it('estimates: .525, 6.183, .891, 1.614 (lifetimes, as BTYDplus)', () => {
    const close = { r: 1e-6, alpha: 1e-5, a: 1e-6, b: 1e-5 };
    expect(rounded.status).toEqual({ kind: 'converged' });
    expectAllNear(rounded.parameters, expected.mle, close);
    expectNear(rounded.logLikelihood, expected.mle['loglik'], 1e-6);
    expectAllNear(exact.parameters, expected.mle_exact_weeks, close);
    expectNear(exact.logLikelihood, expected.mle_exact_weeks['loglik'], 1e-6);
    expectAllNear(rounded.parameters, expected.published_params, { r: 6e-4, alpha: 6e-4, a: 6e-4, b: 6e-4 });
  });

  it('39 weeks ahead: the first twenty customers and all together', () => {
    const totals = [cdnowRows(), numbersOf('cdnow/BTYD_cdnowSummary_cbs.csv')].flatMap((rows) =>
      [expected.mle, expected.mle_exact_weeks].map((parameters) => {
        const each = rows.map((row) => nextPurchases(mbgNbd, parameters, row, 39));
        return {
          total: Math.abs(each.reduce((sum, value) => sum + value, 0) - expected.holdout_total_39w),
          first: Math.max(
            ...expected.first20_expected_39w.map((value, index) => Math.abs((each[index] ?? NaN) - value)),
          ),
        };
      }),
    );
    expect(Math.min(...totals.map(({ total }) => total))).toBeLessThan(0.01);
    expect(Math.min(...totals.map(({ first }) => first))).toBeLessThan(1e-5);
  });

  it('P(alive): .38972 for those who never came back (methods.md F3)', () => {
    nearby(
      expected.p_alive,
      (index) => {
        const [x, tx, age] = fourHistories[index] ?? [0, 0, 0];
        return mbgNbd.pAlive(expected.mle, x, tx, age);
      },
      1e-4,
    );
    expectNear(pAliveOf(rounded, weekly(0, 0, 38.86)), 0.38972, 6e-6);
  });
});
