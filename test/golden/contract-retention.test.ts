import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { computeContractRetention } from '../../src/analyses/contract-retention/compute.ts';
import { contractRetention } from '../../src/analyses/contract-retention/definition.ts';
import { contractRetentionParams } from '../../src/analyses/contract-retention/params.ts';
import type { ContractRetention } from '../../src/analyses/contract-retention/result.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-01-01', currency: 'USD', seed: 1, returns: 'net' };

/** Grouped rows as the query gives them: of one cohort so many are left after each period. */
const cohortRows = (survivors: readonly number[]) =>
  survivors.flatMap((count, t) => [
    ...(t === 0
      ? []
      : [{ source: 'dates', periods: t, has_left: true, customers: (survivors[t - 1] ?? 0) - count }]),
    ...(t === survivors.length - 1
      ? [{ source: 'dates', periods: t, has_left: false, customers: count }]
      : []),
  ]);

const ask = (survivors: readonly number[], given: Record<string, unknown> = {}): ContractRetention =>
  computeContractRetention({
    rows: { attributes: cohortRows(survivors), stages: [], renewals: [] },
    params: v.parse(contractRetentionParams, given),
    context,
  }).value;

const estimate = (value: ContractRetention, model: string, name: string): number =>
  value.parameters.find((one) => one.model === model && one.name === name)?.value ?? NaN;

const highEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

// Fader & Hardie 2007, “High End” and “Regular”; methods.md F6.
describe('sBG as published, through the analysis', () => {
  it('S = .869, .743, …: α = .6681, β = 3.8061, next .460 .436 .414 .395 .378', () => {
    const value = ask(highEnd);
    expect(value.model).toBe('sbg');
    expect(estimate(value, 'sbg', 'alpha')).toBeCloseTo(0.6681, 3);
    expect(estimate(value, 'sbg', 'beta')).toBeCloseTo(3.8061, 3);
    const next = ask([...highEnd, 468, 445, 427, 409, 394], { holdout: 40, model: 'sbg' });
    expect(next.check?.fittedPeriods).toBe(7);
    const projected = next.periods.slice(7, 12).map(({ checkedSurvival }) => checkedSurvival ?? NaN);
    [0.46, 0.436, 0.414, 0.395, 0.378].forEach((share, index) => {
      expect(projected[index]).toBeCloseTo(share, 3);
    });
    expect(next.check?.meanError).toBeLessThan(0.04);
  });

  it('DERL(n = 8, d = .1) = 7.530, and retention by tenure', () => {
    const value = ask(highEnd);
    expect(value.discount).toBeCloseTo(0.1, 12);
    expect(value.tenures[7]).toMatchObject({ period: 8, customers: 491 });
    expect(value.tenures[7]?.residual).toBeCloseTo(7.5296, 3);
    expect(value.tenures[0]?.retention).toBeCloseTo(0.8507, 4);
  });

  it.skipIf(!hasSharedData)('both segments to twelve years, with both models (../shared is needed)', () => {
    interface Cohort {
      readonly survivors: readonly number[];
      readonly mle: {
        readonly alpha: number;
        readonly beta: number;
        readonly ll: number;
        readonly survivor_0_12: readonly number[];
        readonly mean_churn: number;
        readonly DEL_d10: number;
      };
    }
    interface Weibull {
      readonly c: number;
      readonly ll: number;
    }
    const expected = expectedValues<{
      high_end: Cohort;
      regular: Cohort;
      beta_discrete_weibull: { high: Weibull; regular: Weibull };
    }>('sbg_retention');
    for (const [cohort, weibull] of [
      [expected.high_end, expected.beta_discrete_weibull.high],
      [expected.regular, expected.beta_discrete_weibull.regular],
    ] as const) {
      const value = ask(cohort.survivors);
      expect(estimate(value, 'sbg', 'alpha')).toBeCloseTo(cohort.mle.alpha, 4);
      expect(estimate(value, 'sbg', 'beta')).toBeCloseTo(cohort.mle.beta, 4);
      expect(value.models[0]?.logLikelihood).toBeCloseTo(cohort.mle.ll, 4);
      expect(value.meanChurn).toBeCloseTo(cohort.mle.mean_churn, 5);
      expect(value.lifetime).toBeCloseTo(cohort.mle.DEL_d10, 4);
      value.periods.forEach(({ period, fittedSurvival }) => {
        expect(fittedSurvival).toBeCloseTo(cohort.mle.survivor_0_12[period] ?? NaN, 5);
      });
      expect(value.models[1]?.logLikelihood).toBeCloseTo(weibull.ll, 3);
      expect(estimate(value, 'bdw', 'c')).toBeCloseTo(weibull.c, 2);
    }
  });
});

describe.skipIf(!hasSharedData)('Telco (../shared is needed)', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    const file = new File([new Uint8Array(sharedData('telco/Telco-Customer-Churn.csv'))], 'telco.csv');
    await engine.session.registerFile('imp/telco.csv', file);
    await engine.exec(`create or replace table customer_attributes as
      select customerID as customer_id, tenure::INTEGER as attr_tenure, Contract as attr_contract, Churn = 'Yes' as attr_churn
      from read_csv('imp/telco.csv', header = true, all_varchar = true)`);
    await engine.exec('insert into customers (customer_id) select customer_id from customer_attributes');
    await deriveFacts(engine, context, ['attr_tenure', 'attr_contract', 'attr_churn']);
  });

  it('survival by tenure is that of R’s survfit', async () => {
    const { value } = await runAnalysis(engine, contractRetention, context);
    const { km_all_curve: curve } = expectedValues<{
      km_all_curve: Record<'time' | 'n_risk' | 'n_event' | 'surv', readonly number[]>;
    }>('telco_survival');
    expect(value).toMatchObject({ source: 'tenure', period: 'month', customers: 7043, left: 1869 });
    curve.time.forEach((time, index) => {
      if (time === 0) return;
      const row = value.periods[time - 1];
      expect(row?.left).toBe(curve.n_event[index]);
      expect(row?.atRisk).toBe(curve.n_risk[index]);
      expect(row?.survival).toBeCloseTo(curve.surv[index] ?? NaN, 9);
    });
    expect(value.model).not.toBeNull();
  });
});
