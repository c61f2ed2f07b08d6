import { describe, expect, it } from 'vitest';
import { fitLinear } from '../../src/models/linear-regression/fit-linear.ts';
import { fitLogistic } from '../../src/models/logistic-regression/fit-logistic.ts';
import { fitted } from '../support/fitted.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { numbersOf, textTable } from '../support/text-table.ts';

interface Textbook {
  readonly spector_logit: {
    readonly coef: Readonly<Record<string, number>>;
    readonly se: Readonly<Record<string, number>>;
    readonly loglik: number;
  };
}

/** Whether a number has the published digits: relative difference below 10⁻⁹. */
const expectSame = (value: number | null | undefined, published: number): void =>
  expect(Math.abs((value ?? NaN) / published - 1)).toBeLessThan(1e-9);

describe.skipIf(!hasSharedData)('regressions of the textbooks (../shared is needed)', () => {
  const tableOf = (name: string, separator?: string) =>
    hasSharedData ? textTable(sharedData(`textbook/${name}`).toString('utf8'), separator) : [];

  // Spector & Mazzeo (1980), Greene's Econometric Analysis; R 4.2.2.
  it('logistic regression of Spector & Mazzeo: coefficients, errors, log-likelihood −12.8896', () => {
    const { coef, se, loglik } = expectedValues<Textbook>('textbook_survival_logit').spector_logit;
    const rows = tableOf('spector.csv', ' ');
    const predictors = ['GPA', 'TUCE', 'PSI'].map((name) => ({ name, values: numbersOf(rows, name) }));
    const fit = fitted(fitLogistic(numbersOf(rows, 'GRADE'), predictors));
    for (const { name, coefficient, standardError } of [fit.intercept, ...fit.estimates]) {
      expect(coefficient).toBeCloseTo(coef[name] ?? NaN, 6);
      expect(standardError).toBeCloseTo(se[name] ?? NaN, 6);
    }
    expect(fit.logLikelihood).toBeCloseTo(loglik, 9);
    expect(fit.deviance).toBeCloseTo(-2 * loglik, 9);
    expect(fit.aic).toBeCloseTo(8 - 2 * loglik, 9);
  });

  // NIST Statistical Reference Datasets, Longley: certified values.
  it('least squares of Longley to nine certified digits, although nearly collinear', () => {
    const rows = tableOf('longley.csv');
    const names = ['GNPDEFL', 'GNP', 'UNEMP', 'ARMED', 'POP', 'YEAR'];
    const fit = fitted(
      fitLinear(
        numbersOf(rows, 'TOTEMP'),
        names.map((name) => ({ name, values: numbersOf(rows, name) })),
      ),
    );
    const certified = [
      [-3482258.63459582, 890420.383607373],
      [15.0618722713733, 84.9149257747669],
      [-0.035819179292591, 0.0334910077722432],
      [-2.02022980381683, 0.488399681651699],
      [-1.03322686717359, 0.214274163161675],
      [-0.0511041056535807, 0.22607320006937],
      [1829.15146461355, 455.478499142212],
    ];
    [fit.intercept, ...fit.estimates].forEach(({ coefficient, standardError }, place) => {
      expectSame(coefficient, certified[place]?.[0] ?? NaN);
      expectSame(standardError, certified[place]?.[1] ?? NaN);
    });
    expectSame(fit.residualStandardDeviation, 304.854073561965);
    expectSame(fit.rSquared, 0.995479004577296);
    expectSame(fit.fStatistic, 330.285339234588);
    expect(fit.degreesOfFreedom).toBe(9);
  });
});
