import { beforeAll, describe, expect, it } from 'vitest';
import { fitPurchases, purchaseLikelihood } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import type { PurchaseFit } from '../../src/models/buy-till-you-die/fit-purchases.ts';
import { paretoNbd } from '../../src/models/buy-till-you-die/pareto-nbd/pareto-nbd.ts';
import type { ParetoNbdParameters } from '../../src/models/buy-till-you-die/pareto-nbd/pareto-nbd.ts';
import { cdnowExact, expectAllNear, expectNear, nextPurchases, numbersOf } from '../support/cdnow.ts';
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

/** x, t_x and T of the customers of the file with two decimals. */
const cdnowRows = (): readonly (readonly number[])[] =>
  numbersOf('cdnow/cdnow_customers_summary.csv').map((row) => row.slice(1));
const nearby = (values: readonly number[], found: (index: number) => number, tolerance: number): void =>
  values.forEach((published, index) => {
    expectNear(found(index), published, tolerance);
  });

interface ParetoExpected {
  readonly published_params: Numbers & ParetoNbdParameters;
  readonly loglik: number;
  readonly mle_exact_weeks: Numbers & ParetoNbdParameters & { readonly se: Numbers };
  readonly published_se: Numbers;
  readonly btyd_package_estimate: Numbers & ParetoNbdParameters;
  readonly expectation_0_to_9w: readonly number[];
  readonly expectation_52w: number;
  readonly customer_1516: Customer1516;
  readonly frequency_paradox_T39_tx20_52w: Numbers;
  readonly p_alive_x0_T39: number;
  readonly first20_expected_39w: readonly number[];
}

describe.skipIf(!hasSharedData)('Pareto/NBD on CDNOW (../shared is needed)', () => {
  let expected: ParetoExpected;
  let exact: PurchaseFit<'week'>;
  beforeAll(() => {
    expected = expectedValues<ParetoExpected>('cdnow_paretonbd');
    exact = valueOf(fitPurchases('pareto-nbd', cdnowExact()));
  });

  it('estimates: .553, 10.578, .606, 11.669 (Fader, Hardie & Lee 2005; CLVTools)', () => {
    expect(exact.status).toEqual({ kind: 'converged' });
    expectAllNear(exact.parameters, expected.mle_exact_weeks, { r: 1e-6, alpha: 1e-5, s: 1e-5, beta: 1e-4 });
    expectNear(exact.logLikelihood, expected.mle_exact_weeks['loglik'], 1e-6);
    expectNear(exact.logLikelihood, expected.loglik, 6e-4);
    expectAllNear(exact.parameters, expected.published_params, { r: 6e-4, alpha: 6e-4, s: 6e-4, beta: 6e-4 });
  });

  it('standard errors (CLVTools)', () => {
    expectAllNear(exact.standardErrors, expected.mle_exact_weeks.se, {
      r: 1e-6,
      alpha: 1e-5,
      s: 1e-5,
      beta: 2e-3,
    });
    expectAllNear(exact.standardErrors, expected.published_se, { r: 1e-5, alpha: 1e-4, s: 1e-4, beta: 1e-2 });
  });

  it('the likelihood of the estimates of the BTYD package, as published there: −9594.976', () => {
    const problem = purchaseLikelihood('pareto-nbd', cdnowExact());
    const { r, alpha, s, beta } = expected.btyd_package_estimate;
    expectNear(
      problem.evaluate(Float64Array.of(r, alpha, s, beta), new Float64Array(4)),
      expected.loglik,
      6e-4,
    );
  });

  it('expectations and customer 1516 (BTYD walkthrough, p. 6–10)', () => {
    const parameters = expected.btyd_package_estimate;
    nearby(expected.expectation_0_to_9w, (t) => paretoNbd.expectedRepeats(parameters, t), 2.5e-3);
    expectNear(paretoNbd.expectedRepeats(parameters, 52), expected.expectation_52w, 5e-4);
    const { x, t_x: tx, T: age, expected_52w: next, p_alive: alive } = expected.customer_1516;
    expectNear(nextPurchases(paretoNbd, parameters, [x, tx, age], 52), next, 5e-3);
    expectNear(paretoNbd.pAlive(parameters, x, tx, age), alive, 5e-4);
    for (const [repeats, value] of Object.entries(expected.frequency_paradox_T39_tx20_52w))
      expectNear(nextPurchases(paretoNbd, parameters, [Number(repeats), 20, 39], 52), value, 5e-4);
    expectNear(paretoNbd.pAlive(parameters, 0, 0, 39), expected.p_alive_x0_T39, 5e-4);
  });

  it('39 weeks ahead for the first twenty customers', () => {
    const rows = cdnowRows();
    const exactRows = numbersOf('cdnow/BTYD_cdnowSummary_cbs.csv');
    const worst = [rows, exactRows].map((file) =>
      Math.max(
        ...expected.first20_expected_39w.map((value, index) =>
          Math.abs(nextPurchases(paretoNbd, expected.mle_exact_weeks, file[index] ?? [], 39) - value),
        ),
      ),
    );
    expect(Math.min(...worst)).toBeLessThan(1e-3);
  });
});
