import { beforeAll, describe, expect, it } from 'vitest';
import { months } from '../../src/core/duration.ts';
import type { Months } from '../../src/core/duration.ts';
import { daysBetween } from '../../src/core/day.ts';
import type { Day } from '../../src/core/day.ts';
import { fitPurchases } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import { groupHistories } from '../../src/models/buy-till-you-die/group-histories.ts';
import { summarisePurchases } from '../../src/models/buy-till-you-die/summarise-purchases.ts';
import { baselineValue, gradeValues } from '../../src/models/customer-lifetime-value/baseline.ts';
import { bootstrapRefits, percentileInterval } from '../../src/models/customer-lifetime-value/bootstrap.ts';
import {
  defaultHorizon,
  lifetimeValues,
  monthlyDiscount,
} from '../../src/models/customer-lifetime-value/lifetime-value.ts';
import {
  checkSpendIndependence,
  expectedSpend,
  fitGammaGamma,
  meanSpendOf,
} from '../../src/models/gamma-gamma/gamma-gamma.ts';
import type { GammaGammaParameters } from '../../src/models/gamma-gamma/gamma-gamma.ts';
import { cdnowRounded, expectAllNear, expectNear, numbersOf } from '../support/cdnow.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { valueOf } from '../support/value-of.ts';

type Numbers = Readonly<Record<string, number>>;

interface SpendExpected {
  readonly published_params: Numbers & GammaGammaParameters;
  readonly mle_2decimal_zbar: Numbers;
  readonly mle_exact_m_x: Numbers;
  readonly clvtools_loglik: number;
  readonly n: number;
  readonly corr_frequency_monetary: number;
  readonly cond_expected_avg_first10_at_published_params: readonly number[];
  readonly mean_cond_expected_all_2357: number;
  readonly mean_observed_returning: number;
}

const spendOfCdnow = (): { repeatCount: number[]; meanSpend: number[] } => {
  const rows = numbersOf('cdnow/lifetimes_summary_with_monetary_value.csv');
  return { repeatCount: rows.map((row) => row[1] ?? NaN), meanSpend: rows.map((row) => row[4] ?? NaN) };
};
const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(!hasSharedData)('Gamma-Gamma on CDNOW (Fader & Hardie 2013; ../shared is needed)', () => {
  let expected: SpendExpected;
  beforeAll(() => {
    expected = expectedValues<SpendExpected>('cdnow_gammagamma');
  });

  it('estimates: 6.25, 3.74, 15.44', () => {
    const fit = valueOf(fitGammaGamma(spendOfCdnow()));
    expect(fit.status).toEqual({ kind: 'converged' });
    expect(fit.customers).toBe(expected.n);
    expectAllNear(fit.parameters, expected.mle_2decimal_zbar, { p: 2e-4, q: 1e-4, v: 1e-3 });
    expectNear(fit.logLikelihood, expected.mle_2decimal_zbar['loglik'], 1e-5);
    expectAllNear(fit.parameters, expected.published_params, { p: 0.01, q: 0.01, v: 0.01 });
    // methods.md F4.
    expectAllNear(fit.parameters, { p: 6.2488, q: 3.74459, v: 15.44775 }, { p: 6e-5, q: 1e-5, v: 6e-5 });
    expectNear(meanSpendOf(fit.parameters) ?? NaN, 35.171, 6e-4);
    expectNear(expectedSpend(fit.parameters, 2, 22.35) ?? NaN, 24.6586, 6e-5);
    expectNear(expectedSpend(fit.parameters, 1, 11.77) ?? NaN, 18.9115, 6e-5);
  });

  it('estimates of exact means (CLVTools: ln L −4055.9177)', () => {
    const exact = numbersOf('cdnow/BTYD_cdnowSummary_mx.csv').map(([m = NaN]) => m);
    const repeatCount = numbersOf('cdnow/BTYD_cdnowSummary_cbs.csv').map(([x = NaN]) => x);
    const fit = valueOf(fitGammaGamma({ repeatCount, meanSpend: exact }));
    expectAllNear(fit.parameters, expected.mle_exact_m_x, { p: 2e-4, q: 1e-4, v: 1e-3 });
    expectNear(fit.logLikelihood, expected.mle_exact_m_x['loglik'], 1e-5);
    expectNear(fit.logLikelihood, expected.clvtools_loglik, 6e-5);
  });

  it('expected spend of ten customers and of all (lifetimes quickstart), and no doubtful correlation', () => {
    const { repeatCount, meanSpend } = spendOfCdnow();
    expected.cond_expected_avg_first10_at_published_params.forEach((value, row) => {
      expectNear(
        expectedSpend(expected.published_params, repeatCount[row] ?? NaN, meanSpend[row] ?? NaN) ?? NaN,
        value,
        0.06,
      );
    });
    const { parameters } = valueOf(fitGammaGamma({ repeatCount, meanSpend }));
    const all = repeatCount.map((x, row) => expectedSpend(parameters, x, meanSpend[row] ?? NaN) ?? NaN);
    expectNear(mean(all), expected.mean_cond_expected_all_2357, 1e-3);
    expectNear(mean(meanSpend.filter((m) => m > 0)), expected.mean_observed_returning, 1e-9);
    const { correlation, isDoubtful } = checkSpendIndependence({ repeatCount, meanSpend });
    expectNear(correlation ?? NaN, expected.corr_frequency_monetary, 1e-9);
    expect(isDoubtful).toBe(false);
  });
});

describe.skipIf(!hasSharedData)('CLV on CDNOW (methods.md F5; ../shared is needed)', () => {
  it('customer 1 over 12 months at 1 % a month: 36.278, where weeks taken for days give 140.096', () => {
    const histories = cdnowRounded();
    const purchases = valueOf(fitPurchases('bg-nbd', histories));
    const { repeatCount, meanSpend } = spendOfCdnow();
    const { parameters } = valueOf(fitGammaGamma({ repeatCount, meanSpend }));
    const spend = repeatCount.map((x, row) => expectedSpend(parameters, x, meanSpend[row] ?? NaN) ?? NaN);
    const terms = { horizon: months(12), monthlyDiscount: 0.01, margin: 1, daysPerMonth: 4.345 * 7 };
    expectNear(lifetimeValues(purchases, histories, spend, terms)[0], 36.278, 6e-4);
    const misused = { ...terms, daysPerMonth: 30 * 7 };
    expectNear(lifetimeValues(purchases, histories, spend, misused)[0], 140.096, 6e-4);
  });

  it('finds more of the true top customers of the holdout than the baseline, and refits around the estimate', () => {
    const summary = cdnowSummary();
    const histories = valueOf(groupHistories(summary));
    const purchases = valueOf(fitPurchases('mbg-nbd', histories));
    const spend = valueOf(fitGammaGamma(summary));
    const each = spendOf(summary, spend.parameters);
    const terms = { horizon: months(9), monthlyDiscount: monthlyDiscount(0.1), margin: 1 };
    const predicted = lifetimeValues(purchases, histories, each, terms);
    const baseline = baselineOf(summary, terms.horizon);
    const grade = gradeValues(predicted, baseline, summary.holdoutSpend);
    if (grade === null || purchases.standardErrors === null) throw new Error('nothing to grade');
    expect(grade.captured).toBeGreaterThan(0.5);
    expect(grade.captured).toBeGreaterThanOrEqual(grade.baselineCaptured);
    const input = { histories, purchases, spend: { histories: summary, fit: spend }, rounds: 20, seed: 7 };
    const rs: number[] = [];
    for (const round of bootstrapRefits(input)) {
      expect(round.spend?.ok).toBe(true);
      rs.push(valueOf(round.purchases).parameters.r);
    }
    const interval = percentileInterval(rs);
    expect(interval?.low).toBeLessThan(purchases.parameters.r);
    expect(interval?.high).toBeGreaterThan(purchases.parameters.r);
    // The spread of refits is the standard error.
    const deviation = Math.sqrt(mean(rs.map((r) => (r - mean(rs)) ** 2)));
    expect(deviation / purchases.standardErrors.r).toBeGreaterThan(0.5);
    expect(deviation / purchases.standardErrors.r).toBeLessThan(2);
  });

  it('counts 36 months at 10 % a year unless told otherwise', () => {
    expect(defaultHorizon).toBe(36);
    expectNear(monthlyDiscount(0.1), 1.1 ** (1 / 12) - 1, 1e-15);
  });
});

/** A day as a number counted from the first of 1997. */
const dayNumber = (text: string): number => daysBetween('1997-01-01', text as Day);
const cdnowLog = (): readonly (readonly string[])[] =>
  sharedData('cdnow/CDNOW_sample.txt')
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/));
const cdnowSummary = (): ReturnType<typeof summarisePurchases<'week'>> => {
  const rows = cdnowLog();
  const iso = (text = ''): string => `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}`;
  return summarisePurchases(
    {
      customer: rows.map((row) => Number(row[1])),
      day: rows.map((row) => dayNumber(iso(row[2]))),
      amount: rows.map((row) => Number(row[4])),
    },
    'week',
    dayNumber('1997-09-30'),
    dayNumber('1998-06-30'),
  );
};

type Summary = ReturnType<typeof cdnowSummary>;
const spendOf = ({ repeatCount, meanSpend }: Summary, parameters: GammaGammaParameters): readonly number[] =>
  Array.from(repeatCount, (x, row) => expectedSpend(parameters, x, meanSpend[row] ?? NaN) ?? NaN);
const baselineOf = (
  { repeatCount, meanSpend, observationAge }: Summary,
  horizon: Months,
): readonly number[] =>
  Array.from(repeatCount, (x, row) => {
    const activeMonths = months((observationAge[row] ?? 0) / 4.348);
    return baselineValue({ spend: x * (meanSpend[row] ?? 0), activeMonths }, horizon, 0.5);
  });

interface LogExpected {
  readonly sample: Numbers;
  readonly lifetimes_example_transactions: {
    readonly n: number;
    readonly params: Numbers;
    readonly loglik: number;
  };
}

describe.skipIf(!hasSharedData)('from a log of purchases to histories (../shared is needed)', () => {
  it('CDNOW: x, t_x, T and the holdout of all 2,357 customers as in the BTYD package', () => {
    const { sample } = expectedValues<LogExpected>('cdnow_log_to_summary');
    const rows = cdnowLog();
    expect(rows).toHaveLength(sample['rows'] ?? NaN);
    const summary = cdnowSummary();
    const published = numbersOf('cdnow/BTYD_cdnowSummary_cbs.csv');
    expect(summary.repeatCount).toHaveLength(sample['customers'] ?? NaN);
    let customerDays = 0;
    published.forEach(([x = NaN, tx, age, later = NaN], row) => {
      expect(summary.repeatCount[row]).toBe(x);
      expectNear(summary.lastRepeatAge[row], tx, 1e-9);
      expectNear(summary.observationAge[row], age, 1e-9);
      expect(summary.holdoutPurchases[row]).toBe(later);
      customerDays += 1 + x + later;
    });
    expect(customerDays).toBe(sample['customer_days']);
    const spend = numbersOf('cdnow/BTYD_cdnowSummary_mx.csv');
    spend.forEach(([m], row) => {
      expectNear(summary.meanSpend[row], m, 1e-9);
    });
  });

  it('5,000 customers of lifetimes in days: .16, 1.86, 1.85, 3.18', () => {
    const expected = expectedValues<LogExpected>('cdnow_log_to_summary').lifetimes_example_transactions;
    const rows = sharedData('cdnow/lifetimes_example_transactions.csv')
      .toString('utf8')
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','));
    const summary = summarisePurchases(
      {
        customer: rows.map(([, id]) => Number(id)),
        day: rows.map(([date = '']) => dayNumber(date.slice(0, 10))),
      },
      'day',
      dayNumber('2014-12-31'),
    );
    expect(summary.repeatCount).toHaveLength(expected.n);
    const fit = valueOf(fitPurchases('bg-nbd', valueOf(groupHistories(summary))));
    expect(fit.status).toEqual({ kind: 'converged' });
    expectAllNear(fit.parameters, expected.params, { r: 1e-5, alpha: 1e-4, a: 1e-4, b: 1e-3 });
    expectNear(fit.logLikelihood, expected.loglik, 1e-5);
  });
});
