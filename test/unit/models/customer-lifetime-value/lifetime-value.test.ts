import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days, daysInUnit, duration, months, monthsInUnit } from '../../../../src/core/duration.ts';
import { createRandom } from '../../../../src/core/numeric/random.ts';
import type { PurchaseFit } from '../../../../src/models/buy-till-you-die/fit-purchases.ts';
import { groupHistories } from '../../../../src/models/buy-till-you-die/group-histories.ts';
import { baselineValue, gradeValues } from '../../../../src/models/customer-lifetime-value/baseline.ts';
import { drawWeights, percentileInterval } from '../../../../src/models/customer-lifetime-value/bootstrap.ts';
import {
  discountedPurchases,
  lifetimeValues,
} from '../../../../src/models/customer-lifetime-value/lifetime-value.ts';
import {
  checkSpendIndependence,
  expectedSpend,
  fitGammaGamma,
  meanSpendOf,
} from '../../../../src/models/gamma-gamma/gamma-gamma.ts';
import { valueOf } from '../../../support/value-of.ts';

const fit: PurchaseFit<'week'> = {
  model: 'mbg-nbd',
  unit: 'week',
  parameters: { r: 0.52, alpha: 6.2, a: 0.89, b: 1.61 },
  standardErrors: null,
  covariance: null,
  names: ['r', 'alpha', 'a', 'b'],
  logLikelihood: 0,
  customers: 3,
  status: { kind: 'converged' },
  iterations: 0,
  evaluations: 0,
  gradientNorm: 0,
};
const histories = valueOf(
  groupHistories({
    unit: 'week',
    repeatCount: [2, 0, 26],
    lastRepeatAge: [30, 0, 31],
    observationAge: [39, 39, 31],
  }),
);
const spend = [20, 35, 50];
const values = (margin: number, monthlyDiscount: number, horizon = 12): Float64Array =>
  lifetimeValues(fit, histories, spend, { horizon: months(horizon), margin, monthlyDiscount });

describe('lifetime values', () => {
  it('rise with the margin in proportion, fall with the discount and rise with the horizon', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        fc.integer({ min: 1, max: 36 }),
        (margin, discount, horizon) => {
          const base = values(margin, discount, horizon);
          const dearer = values(margin, discount + 0.01, horizon);
          const longer = values(margin, discount, horizon + 1);
          base.forEach((value, row) => {
            expect(values(2 * margin, discount, horizon)[row]).toBeCloseTo(2 * value, 9);
            expect(dearer[row]).toBeLessThan(value);
            expect(longer[row]).toBeGreaterThan(value);
          });
        },
      ),
      { seed: 1, numRuns: 25 },
    );
  });

  it('are nothing for no months, and undiscounted are all expected purchases', () => {
    expect([...values(1, 0.01, 0)]).toEqual([0, 0, 0]);
    const [purchases] = discountedPurchases(fit, histories, {
      horizon: months(1),
      margin: 1,
      monthlyDiscount: 0,
    });
    expect(purchases).toBeGreaterThan(0);
  });

  it('know their units', () => {
    expect(monthsInUnit(months(2), 'day')).toBe(60.875);
    expect(monthsInUnit(months(1), 'week', 28)).toBe(4);
    expect(monthsInUnit(months(3), 'month')).toBe(3);
    expect(daysInUnit(days(14), 'week')).toBe(2);
    expect(duration(5, 'day')).toBe(5);
  });
});

describe('grades', () => {
  it('A for finding the best, C for finding fewer than the baseline, B for the same', () => {
    const actual = [9, 8, 1, 0, 0, 0, 0, 0, 0, 0];
    const wrong = actual.toReversed();
    expect(gradeValues(actual, wrong, actual)).toMatchObject({
      captured: 1,
      baselineCaptured: 0,
      gain: null,
      grade: 'A',
    });
    expect(gradeValues(wrong, actual, actual)).toMatchObject({ gain: -1, grade: 'C' });
    expect(gradeValues(actual, actual, actual)).toMatchObject({ gain: 0, grade: 'B' });
    expect(gradeValues([], [], [])).toBeNull();
  });

  it('don’t depend on the order of rows among ties', () => {
    const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 })), {
      minLength: 1,
    });
    fc.assert(
      fc.property(rows, (pairs) => {
        const grade = (list: typeof pairs): number =>
          gradeValues(
            list.map(([one]) => one),
            list.map(() => 0),
            list.map(([, other]) => other),
          )?.captured ?? NaN;
        expect(grade(pairs.toReversed())).toBeCloseTo(grade(pairs), 12);
        expect(grade(pairs)).toBeLessThanOrEqual(1 + 1e-12);
      }),
      { seed: 2 },
    );
  });

  it('the baseline takes a window below a month as one', () => {
    expect(baselineValue({ spend: 60, activeMonths: months(6) }, months(12), 0.5)).toBe(60);
    expect(baselineValue({ spend: 60, activeMonths: months(0.1) }, months(12), 0.5)).toBe(360);
  });
});

describe('resampling', () => {
  it('draws as many customers as there are, the same for the same seed', () => {
    const weights = drawWeights(500, createRandom(3));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(500);
    expect(drawWeights(500, createRandom(3))).toEqual(weights);
  });

  it('an interval is the middle of the values', () => {
    const rising = Array.from({ length: 101 }, (_, index) => index);
    expect(percentileInterval(rising, 0.9)).toEqual({
      low: expect.closeTo(5, 9),
      high: expect.closeTo(95, 9),
    });
    expect(percentileInterval([])).toBeNull();
  });
});

describe('spend', () => {
  const random = createRandom(4);
  const customers = Array.from({ length: 4_000 }, () => {
    const [x, scale] = [random.whole(0, 6), random.gamma(3.7, 1 / 15)];
    return { x, m: x === 0 ? 0 : random.gamma(6 * x, 1 / (x * scale)) };
  });
  const base = { repeatCount: customers.map(({ x }) => x), meanSpend: customers.map(({ m }) => m) };

  it('finds the parameters that made the customers', () => {
    const { parameters, standardErrors, status } = valueOf(fitGammaGamma(base));
    expect(status.kind).toBe('converged');
    expect(Math.abs(parameters.q - 3.7)).toBeLessThan(4 * (standardErrors?.q ?? 0));
    expect(Math.abs(parameters.p - 6)).toBeLessThan(4 * (standardErrors?.p ?? 0));
  });

  it('expects something between the own mean and that of all', () => {
    const parameters = { p: 6.2, q: 3.7, v: 15.4 };
    const all = meanSpendOf(parameters) ?? NaN;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.double({ min: 0.01, max: 1e4, noNaN: true }),
        (x, m) => {
          const expected = expectedSpend(parameters, x, m) ?? NaN;
          expect(expected).toBeGreaterThanOrEqual(Math.min(all, m) - 1e-9);
          expect(expected).toBeLessThanOrEqual(Math.max(all, m) + 1e-9);
        },
      ),
      { seed: 5 },
    );
    expect(expectedSpend(parameters, 0, 0)).toBe(all);
    expect([meanSpendOf({ p: 1, q: 1, v: 1 }), expectedSpend({ p: 1, q: 1, v: 1 }, 2, 3)]).toEqual([
      null,
      null,
    ]);
  });

  it('says why it refuses', () => {
    expect(fitGammaGamma({ repeatCount: [0, 1], meanSpend: [0, 5] })).toMatchObject({
      ok: false,
      error: { kind: 'too-few' },
    });
    expect(fitGammaGamma({ repeatCount: [1, 1], meanSpend: [5, 5] })).toMatchObject({
      ok: false,
      error: { kind: 'fit-failed' },
    });
    expect(fitGammaGamma({ repeatCount: [0.5], meanSpend: [5] })).toMatchObject({
      ok: false,
      error: { row: 0 },
    });
    // Means over six decades: no mean of all exists.
    const wild = {
      repeatCount: Array(40).fill(1_000),
      meanSpend: Array.from({ length: 40 }, (_, k) => 10 ** (k / 6)),
    };
    expect(fitGammaGamma(wild)).toMatchObject({
      ok: false,
      error: { reason: expect.stringContaining('not above 1') },
    });
  });

  it('doubts spend that goes with frequency', () => {
    expect(checkSpendIndependence({ repeatCount: [1, 2, 3], meanSpend: [1, 2, 3] })).toEqual({
      correlation: expect.closeTo(1, 12),
      isDoubtful: true,
    });
    expect(checkSpendIndependence({ repeatCount: [], meanSpend: [] })).toEqual({
      correlation: null,
      isDoubtful: false,
    });
  });
});
