import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auc } from '../../../../src/models/logistic-regression/auc.ts';
import { fitLogistic } from '../../../../src/models/logistic-regression/fit-logistic.ts';
import { holdoutAuc } from '../../../../src/models/logistic-regression/holdout-auc.ts';
import { fitted } from '../../../support/fitted.ts';

/** Of 100 without the treatment 20 had the outcome, of 50 with it 30. */
const treated = { name: 'treated', values: [0, 1] };
const counted = fitLogistic([20, 30], [treated], { trials: [100, 50] });
const single = {
  events: Array.from({ length: 150 }, (_, at) => (at < 20 || at >= 120 ? 1 : 0)),
  predictor: { name: 'treated', values: Array.from({ length: 150 }, (_, at) => (at < 100 ? 0 : 1)) },
};

describe('fitLogistic', () => {
  it('gives the odds ratio of a two by two table and its Woolf (1955) error', () => {
    const { intercept, estimates } = fitted(counted);
    expect(intercept.coefficient).toBeCloseTo(Math.log(20 / 80), 10);
    expect(estimates[0]?.coefficient).toBeCloseTo(Math.log((30 * 80) / (20 * 20)), 10);
    expect(estimates[0]?.standardError).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 80 + 1 / 30 + 1 / 20), 10);
  });

  it('finds the same effects whether customers come one by one or counted', () => {
    const one = fitted(fitLogistic(single.events, [single.predictor]));
    const many = fitted(counted);
    expect(one.estimates[0]?.coefficient).toBeCloseTo(many.estimates[0]?.coefficient ?? NaN, 9);
    expect(one.nullDeviance - one.deviance).toBeCloseTo(many.nullDeviance - many.deviance, 8);
    expect(many.deviance).toBeCloseTo(0, 10);
    expect(one.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(50, 8);
  });

  it('says that predictors separate the outcomes, completely or almost, and a ridge fits them', () => {
    const slope = { name: 'slope', values: [1, 2, 3, 4, 5, 6] };
    const separated = { ok: false, error: { kind: 'separated' } };
    expect(fitLogistic([0, 0, 0, 1, 1, 1], [slope])).toMatchObject(separated);
    const flag = { name: 'flag', values: [0, 0, 0, 0, 1, 1] };
    const almost = fitLogistic([0, 1, 0, 1, 1, 1], [flag]);
    expect(almost).toMatchObject({
      error: { kind: 'separated', predictors: expect.arrayContaining(['flag']) },
    });
    const ridged = fitted(fitLogistic([0, 0, 0, 1, 1, 1], [slope], { ridge: 1 }));
    expect(ridged.estimates[0]?.coefficient).toBeGreaterThan(0);
  });

  it('shrinks effects the more, the stronger the ridge', () => {
    const size = (ridge: number): number =>
      Math.abs(
        fitted(fitLogistic(single.events, [single.predictor], { ridge })).estimates[0]?.coefficient ?? 0,
      );
    expect(size(1)).toBeLessThan(size(0));
    expect(size(100)).toBeLessThan(size(1));
  });

  it('balances the slope of the likelihood against a raw ridge: Σ (y − p) x = λ β', () => {
    const values = [1, 3, 4, 8, 9, 15];
    const outcomes = [0, 0, 1, 0, 1, 1];
    const fit = fitted(fitLogistic(outcomes, [{ name: 'x', values }], { ridge: 2, ridgeOn: 'raw' }));
    const slope = values.reduce(
      (sum, x, at) => sum + x * ((outcomes[at] ?? NaN) - (fit.probabilities[at] ?? NaN)),
      0,
    );
    expect(slope).toBeCloseTo(2 * (fit.estimates[0]?.coefficient ?? NaN), 8);
  });

  it('says what can’t be estimated', () => {
    expect(fitLogistic([1, 1], [])).toMatchObject({ error: { kind: 'one-outcome', events: 2 } });
    expect(fitLogistic([], [])).toMatchObject({ error: { kind: 'too-few' } });
    expect(fitLogistic([2, 0], [])).toMatchObject({ error: { kind: 'value-invalid', index: 0 } });
    expect(fitLogistic([1, 0], [], { trials: [1] })).toMatchObject({ error: { kind: 'lengths-differ' } });
    expect(fitLogistic([1, 0], [], { ridge: -1 })).toMatchObject({ error: { kind: 'setting-invalid' } });
    const constant = { name: 'constant', values: single.events.map(() => 7) };
    expect(fitLogistic(single.events, [constant])).toEqual({
      ok: false,
      error: { kind: 'collinear', name: 'constant' },
    });
  });
});

const scored = fc
  .array(fc.record({ score: fc.integer({ min: -5, max: 5 }), outcome: fc.boolean() }), {
    minLength: 4,
    maxLength: 40,
  })
  .filter((list) => list.some(({ outcome }) => outcome) && list.some(({ outcome }) => !outcome));

describe('auc', () => {
  it('is the share of pairs in the right order', () => {
    expect(auc([1, 2, 3, 4], [false, true, false, true])?.value).toBeCloseTo(0.75, 12);
    expect(auc([1, 1], [false, true])).toMatchObject({ value: 0.5, standardError: null });
    expect(auc([1, 2], [true, true])).toBeNull();
    expect(auc([], [])).toBeNull();
  });

  it('is symmetric, and only the order of the scores counts', () => {
    fc.assert(
      fc.property(scored, (list) => {
        const scores = list.map(({ score }) => score);
        const outcomes = list.map(({ outcome }) => outcome);
        const found = auc(scores, outcomes);
        const value = found?.value ?? NaN;
        expect(
          auc(
            scores.map((score) => -score),
            outcomes,
          )?.value,
        ).toBeCloseTo(1 - value, 12);
        expect(
          auc(
            scores,
            outcomes.map((outcome) => !outcome),
          )?.value,
        ).toBeCloseTo(1 - value, 12);
        expect(
          auc(
            scores.map((score) => Math.exp(score) + score),
            outcomes,
          )?.value,
        ).toBeCloseTo(value, 12);
        expect(found?.low ?? 0).toBeLessThanOrEqual(value);
        expect(found?.high ?? 1).toBeGreaterThanOrEqual(value);
      }),
    );
  });
});

describe('holdoutAuc', () => {
  const values = Array.from({ length: 400 }, (_, at) => (at * 37) % 101);
  const outcomes = values.map((value, at) => value + ((at * 53) % 97) > 98);

  it('ranks customers it has not seen, the same for the same seed', () => {
    const found = fitted(holdoutAuc(outcomes, [{ name: 'value', values }], { seed: 7 }));
    expect(found.auc.value).toBeGreaterThan(0.8);
    expect(found.auc.withOutcome + found.auc.without).toBe(120);
    expect(found).toEqual(fitted(holdoutAuc(outcomes, [{ name: 'value', values }], { seed: 7 })));
  });

  it('says what can’t be judged', () => {
    expect(holdoutAuc(outcomes, [], { seed: 1, share: 1 })).toMatchObject({
      error: { kind: 'setting-invalid' },
    });
    expect(holdoutAuc([true, false, false, false], [], { seed: 1, share: 0.25 })).toMatchObject({
      ok: false,
    });
  });
});
