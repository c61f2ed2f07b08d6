import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { days, weeks } from '../../../../src/core/duration.ts';
import { at } from '../../../../src/core/numeric/at.ts';
import { createRandom } from '../../../../src/core/numeric/random.ts';
import { coarsenHistories } from '../../../../src/models/buy-till-you-die/coarsen-histories.ts';
import { fitPurchases, purchaseLikelihood } from '../../../../src/models/buy-till-you-die/fit-purchases.ts';
import { groupHistories } from '../../../../src/models/buy-till-you-die/group-histories.ts';
import {
  discountedResidualRepeatsOf,
  expectedNextPurchases,
  repeatProbabilitiesOf,
} from '../../../../src/models/buy-till-you-die/predict-purchases.ts';
import type { PurchaseHistories } from '../../../../src/models/buy-till-you-die/purchase-histories.ts';
import { weekly } from '../../../support/cdnow.ts';
import { valueOf } from '../../../support/value-of.ts';

const models = ['bg-nbd', 'mbg-nbd', 'pareto-nbd'] as const;

/** Customers of a gamma-Poisson process who leave after an exponential time with a rate of their own; whole weeks. */
const simulate = (customers: number, seed: number): PurchaseHistories<'week'> => {
  const random = createRandom(seed);
  const rows = Array.from({ length: customers }, () => {
    const age = random.whole(10, 50);
    const [rate, leaving] = [random.gamma(0.6, 1 / 4), random.gamma(0.7, 1 / 10)];
    const end = Math.min(age, random.exponential(1 / leaving));
    let [x, last, time] = [0, 0, random.exponential(1 / rate)];
    while (time <= end) {
      x += 1;
      last = time;
      time += random.exponential(1 / rate);
    }
    return { x, last: Math.round(last), age };
  });
  return {
    unit: 'week',
    repeatCount: rows.map(({ x }) => x),
    lastRepeatAge: rows.map(({ last }) => last),
    observationAge: rows.map(({ age }) => age),
  };
};

describe.each(models)('fitting %s', (model) => {
  const histories = simulate(3_000, 5);
  const grouped = valueOf(groupHistories(histories));
  const fit = valueOf(fitPurchases(model, grouped));

  it('converges, and the gradient is the slope of the likelihood', () => {
    expect(fit.status).toEqual({ kind: 'converged' });
    expect(fit.unit).toBe('week');
    const { evaluate } = purchaseLikelihood(model, grouped);
    const point = Float64Array.from(fit.names, (_, index) => 0.7 + index);
    const gradient = new Float64Array(4);
    evaluate(point, gradient);
    const scratch = new Float64Array(4);
    point.forEach((value, index) => {
      const step = 1e-5 * value;
      const moved = (by: number): number => evaluate(point.with(index, value + by), scratch);
      const slope = (moved(step) - moved(-step)) / (2 * step);
      expect(at(gradient, index) / slope).toBeCloseTo(1, 5);
    });
  });

  it('sees grouped customers as it sees them one by one', () => {
    const parameters = Float64Array.of(0.4, 7, 0.8, 3);
    const scratch = new Float64Array(4);
    let sum = 0;
    for (let row = 0; row < histories.repeatCount.length; row += 1) {
      const one = valueOf(
        groupHistories({
          unit: 'week',
          repeatCount: [at(histories.repeatCount, row)],
          lastRepeatAge: [at(histories.lastRepeatAge, row)],
          observationAge: [at(histories.observationAge, row)],
        }),
      );
      sum += purchaseLikelihood(model, one).evaluate(parameters, scratch);
    }
    expect(purchaseLikelihood(model, grouped).evaluate(parameters, scratch)).toBeCloseTo(sum, 6);
    expect(grouped.repeatCount.length).toBeLessThan(histories.repeatCount.length);
  });

  it('finds the same from a sample, from near by, and in another unit of time', () => {
    const near = valueOf(fitPurchases(model, grouped, [1, 10, 1, 3]));
    expect(near.logLikelihood).toBeCloseTo(fit.logLikelihood, 5);
    const inDays = {
      ...histories,
      unit: 'day' as const,
      lastRepeatAge: Array.from(histories.lastRepeatAge, (age) => 7 * age),
      observationAge: Array.from(histories.observationAge, (age) => 7 * age),
    };
    const daily = valueOf(fitPurchases(model, valueOf(groupHistories(inDays))));
    expect(daily.parameters.alpha / fit.parameters.alpha).toBeCloseTo(7, 3);
    expect(daily.parameters.r / fit.parameters.r).toBeCloseTo(1, 4);
    const next = expectedNextPurchases(fit, weekly(3, 20, 40), weeks(8));
    const same = expectedNextPurchases(
      daily,
      { repeatCount: 3, lastRepeatAge: days(140), observationAge: days(280) },
      days(56),
    );
    expect(same / next).toBeCloseTo(1, 4);
    // @ts-expect-error Days can't be passed to a model of weeks.
    expectedNextPurchases(fit, weekly(3, 20, 40), days(8));
  });

  it('tells a distribution of repeats', () => {
    expect(repeatProbabilitiesOf(fit, weeks(20), 200).reduce((sum, share) => sum + share, 0)).toBeCloseTo(
      1,
      6,
    );
    if (fit.model === 'pareto-nbd')
      expect(discountedResidualRepeatsOf(fit, weekly(3, 20, 40), 0.01)).toBeGreaterThan(0);
  });

  it('refuses data in which nobody came back', () => {
    const never = valueOf(
      groupHistories({ unit: 'week', repeatCount: [0, 0], lastRepeatAge: [0, 0], observationAge: [3, 9] }),
    );
    expect(fitPurchases(model, never)).toMatchObject({ ok: false, error: { kind: 'too-few', found: 0 } });
  });

  it('always answers, with plain numbers and a status, however few and odd the customers are', () => {
    const odd = fc.array(
      fc
        .tuple(
          fc.integer({ min: 0, max: 40 }),
          fc.double({ min: 0, max: 1, noNaN: true }),
          fc.integer({ min: 0, max: 90 }),
        )
        .map(([x, share, age]) => ({
          x: age === 0 ? 0 : x,
          last: x === 0 || age === 0 ? 0 : share * age,
          age,
        })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(odd, (rows) => {
        const groups = groupHistories({
          unit: 'week',
          repeatCount: rows.map(({ x }) => x),
          lastRepeatAge: rows.map(({ last }) => last),
          observationAge: rows.map(({ age }) => age),
        });
        if (!groups.ok) return;
        const result = fitPurchases(model, groups.value);
        if (!result.ok) return;
        expect(
          Object.values<number>(result.value.parameters).every((value) => value > 0 && value < Infinity),
        ).toBe(true);
        expect(result.value.standardErrors === null).toBe(result.value.status.kind !== 'converged');
      }),
      { seed: 6, numRuns: 6 },
    );
  });
});

describe('grouping histories', () => {
  it.each([
    [[1.5], [1], [2]],
    [[-1], [0], [2]],
    [[1], [3], [2]],
    [[0], [1], [2]],
    [[1], [NaN], [2]],
    [[1], [1], [Infinity]],
  ])('refuses x %j, t_x %j, T %j and says where', (x, last, age) => {
    const result = groupHistories({
      unit: 'day',
      repeatCount: [0, ...x],
      lastRepeatAge: [0, ...last],
      observationAge: [1, ...age],
    });
    expect(result).toMatchObject({ ok: false, error: { kind: 'value-invalid', row: 1 } });
  });

  it('refuses nobody, and people observed for no time', () => {
    const empty = { unit: 'day', repeatCount: [], lastRepeatAge: [], observationAge: [] } as const;
    expect(groupHistories(empty)).toMatchObject({ ok: false, error: { kind: 'too-few' } });
    const today = { unit: 'day', repeatCount: [0], lastRepeatAge: [0], observationAge: [0] } as const;
    expect(groupHistories(today)).toMatchObject({ ok: false, error: { kind: 'value-invalid' } });
  });

  it('samples about as many customers as asked for, and none when there are few', () => {
    const grouped = valueOf(groupHistories(simulate(3_000, 6)));
    const sample = coarsenHistories(grouped, 200);
    expect(sample?.customers).toBeGreaterThan(190);
    expect(sample?.customers).toBeLessThan(210);
    expect(coarsenHistories(grouped, 100_000)).toBeUndefined();
  });
});
