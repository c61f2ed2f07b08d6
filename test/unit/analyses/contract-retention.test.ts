import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { computeContractRetention } from '../../../src/analyses/contract-retention/compute.ts';
import { contractRetention } from '../../../src/analyses/contract-retention/definition.ts';
import {
  projectionFinding,
  residualFinding,
  retentionFinding,
  survivalFinding,
} from '../../../src/analyses/contract-retention/findings.ts';
import { contractRetentionParams } from '../../../src/analyses/contract-retention/params.ts';
import { sourceWords } from '../../../src/analyses/contract-retention/words.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { residualLifetimes } from '../../../src/models/shifted-beta-geometric/residual-lifetimes.ts';
import {
  sbgDiscountedResidualLifetime,
  sbgSurvival,
} from '../../../src/models/shifted-beta-geometric/shifted-beta-geometric.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');

interface Course {
  readonly periods: number | null;
  readonly left: boolean;
  readonly customers: number;
}

const ask = (courses: readonly Course[], given: Record<string, unknown> = {}) =>
  computeContractRetention({
    rows: {
      attributes: courses.map(({ periods, left, customers }) => ({
        source: 'dates',
        start_field: 'attr_contract_start',
        end_field: 'attr_contract_end',
        periods,
        has_left: left,
        customers,
      })),
      stages: [],
      renewals: [],
    },
    params: v.parse(contractRetentionParams, given),
    context,
  });
const codes = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);

describe('contract retention', () => {
  it('counts only contracts seen for the whole period', () => {
    const { value } = ask([
      { periods: 1, left: true, customers: 20 },
      { periods: 1, left: false, customers: 30 },
      { periods: 2, left: true, customers: 10 },
      { periods: 2, left: false, customers: 40 },
      { periods: 0, left: false, customers: 7 },
    ]);
    expect(value.periods.slice(0, 2)).toMatchObject([
      { period: 1, atRisk: 100, left: 20, retention: 0.8, survival: 0.8 },
      { period: 2, atRisk: 50, left: 10, retention: 0.8 },
    ]);
    expect(value.periods[1]?.survival).toBeCloseTo(0.64, 12);
    expect(value).toMatchObject({ customers: 107, left: 30, observed: 2 });
    expect(value.tenures.map(({ customers }) => customers)).toEqual([7, 30, 40]);
  });

  it('never lets survival rise, nor sBG retention fall, and values profit in proportion', () => {
    const course = fc.record({
      periods: fc.integer({ min: 0, max: 8 }),
      left: fc.boolean(),
      customers: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(course, { minLength: 2, maxLength: 12 }), (courses) => {
        const known = courses.filter(({ left, periods }) => !left || periods > 0);
        const { value } = ask(known, { model: 'sbg', profit: 10 });
        const survival = value.periods.flatMap(({ fittedSurvival }) => fittedSurvival ?? []);
        expect(survival).toEqual(survival.toSorted((one, other) => other - one));
        const rates = value.tenures.map(({ retention }) => retention);
        rates.forEach((rate, index) => {
          expect(rate).toBeGreaterThanOrEqual((rates[index - 1] ?? 0) - 1e-9);
        });
        for (const { residual, value: worth } of value.tenures) expect(worth).toBeCloseTo(10 * residual, 6);
        expect(JSON.parse(JSON.stringify(value))).toEqual(value);
      }),
      { numRuns: 10 },
    );
  });

  it('says what makes the result less than trustworthy', () => {
    expect(codes(ask([]).warnings)).toEqual([]);
    expect(ask([]).value.source).toBeNull();
    expect(codes(ask([{ periods: 0, left: false, customers: 9 }]).warnings)).toEqual(['no-full-period']);
    expect(codes(ask([{ periods: 3, left: false, customers: 900 }]).warnings)).toContain('nobody-left');
    expect(codes(ask([{ periods: 3, left: true, customers: 900 }]).warnings)).toContain('everyone-left');
    const unknown = ask([
      { periods: null, left: false, customers: 5 },
      { periods: 1, left: true, customers: 3 },
      { periods: 2, left: false, customers: 9 },
    ]);
    expect(codes(unknown.warnings)).toEqual(
      expect.arrayContaining(['unknown-left-out', 'few-contracts', 'few-periods', 'no-check']),
    );
    expect(unknown.value).toMatchObject({ customers: 12, unknown: 5 });
    const falling = [100, 150, 300, 400].map((customers, index) => ({
      periods: index + 1,
      left: true,
      customers,
    }));
    expect(
      codes(ask([...falling, { periods: 4, left: false, customers: 50 }], { model: 'sbg' }).warnings),
    ).toEqual(expect.arrayContaining(['retention-falls', 'fits-badly']));
  });

  it('takes the beta-discrete-Weibull model where it fits clearly better, or as asked', () => {
    const falling = [100, 150, 300, 400].map((customers, index) => ({
      periods: index + 1,
      left: true,
      customers,
    }));
    const courses = [...falling, { periods: 4, left: false, customers: 50 }];
    expect(ask(courses).value.model).toBe('bdw');
    expect(ask(courses, { model: 'sbg' }).value).toMatchObject({
      model: 'sbg',
      reason: 'sBG, as you chose.',
    });
  });

  it('speaks plainly', () => {
    const survivors = [1000, 869, 743, 653, 593, 551, 517, 491];
    const { value } = ask([
      ...survivors.slice(1).map((count, index) => ({
        periods: index + 1,
        left: true,
        customers: (survivors[index] ?? 0) - count,
      })),
      { periods: 7, left: false, customers: 491 },
    ]);
    expect(survivalFinding(value, formats)).toBe('49.1% of customers are still there after 7 years');
    expect(retentionFinding(value, formats)).toMatch(/^Retention rises from 85.1% to 93.6%: those likely/);
    expect(residualFinding(value, formats)).toMatch(/^A customer in year 1 has .* in year 8 /);
    expect(projectionFinding(value, formats)).toMatch(/^Fitted to the first 5 years only/);
    expect(sourceWords(value)).toBe('contracts by “contract start” and “contract end”');
  });
});

describe('residual lifetimes', () => {
  it('are those of sBG’s closed form', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (alpha, beta) => {
          const found = residualLifetimes(sbgSurvival({ alpha, beta }, 400), 0.1);
          for (const n of [1, 2, 8])
            expect(found[n - 1]).toBeCloseTo(sbgDiscountedResidualLifetime({ alpha, beta }, n, 0.1), 8);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('are nothing for nobody', () => {
    expect([...residualLifetimes([1], 0.1)]).toEqual([]);
    expect([...residualLifetimes([1, 0, 0], 0.1)]).toEqual([0, 0]);
  });
});

describe('where contracts are found', () => {
  let engine: TestEngine;
  const withAttributes = async (columns: string, rows: string, names: readonly string[]): Promise<void> => {
    await loadOrders(engine, []);
    await engine.exec(`create or replace table customer_attributes (customer_id VARCHAR, ${columns})`);
    await engine.exec(`insert into customer_attributes values ${rows}`);
    await engine.exec('insert into customers (customer_id) select customer_id from customer_attributes');
    await deriveFacts(engine, context, names);
  };
  const run = async (given: Record<string, unknown> = {}) =>
    (await runAnalysis(engine, contractRetention, context, given)).value;
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('a column of tenure with one of who has left, whatever its words', async () => {
    await withAttributes(
      'attr_tenure_months DOUBLE, attr_churn_label VARCHAR, attr_churn_score INTEGER, attr_contract VARCHAR',
      `('a', 1, 'Yes', 90, 'Month-to-month'), ('b', 3, 'No', 4, 'One year'), ('c', 2, 'Yes', 80, 'One year'),
       ('d', 2.5, 'No', 3, 'Two year'), ('e', null, 'No', 3, 'Two year'), ('f', 4, null, 3, null)`,
      ['attr_tenure_months', 'attr_churn_label', 'attr_churn_score', 'attr_contract'],
    );
    const value = await run();
    expect(value).toMatchObject({
      source: 'tenure',
      fields: ['attr_tenure_months', 'attr_churn_label'],
      period: 'month',
      customers: 4,
      unknown: 2,
      left: 2,
    });
    expect(value.periods.slice(0, 3).map(({ atRisk, left }) => [atRisk, left])).toEqual([
      [4, 1],
      [3, 1],
      [1, 0],
    ]);
  });

  it('dates of start and end, whole periods only', async () => {
    await withAttributes(
      'attr_subscription_start DATE, attr_cancelled_at TIMESTAMP, attr_plan VARCHAR',
      `('full', '2022-01-01', '2022-12-31', 'x'), ('next day', '2022-01-01', '2023-01-02', 'x'),
       ('stays', '2022-01-01', null, 'x'), ('young', '2024-03-01', null, 'y'),
       ('not over', '2024-01-01', '2024-02-01', 'y'), ('later', '2022-01-01', '2025-01-01', 'y')`,
      ['attr_subscription_start', 'attr_cancelled_at', 'attr_plan'],
    );
    const value = await run();
    expect(value).toMatchObject({ source: 'dates', period: 'year', customers: 6, left: 2, observed: 2 });
    expect(value.periods.slice(0, 2).map(({ atRisk, left }) => [atRisk, left])).toEqual([
      [4, 1],
      [3, 1],
    ]);
    expect((await run({ period: 'month' })).periods[0]).toMatchObject({ atRisk: 6, left: 1 });
    expect((await run({ source: 'stages' })).source).toBeNull();
  });

  it('stages that make a customer and end it; stages of sales alone are no contracts', async () => {
    await loadOrders(engine, []);
    await engine.exec(`insert into stage_events (customer_id, occurred_at, from_stage, to_stage) values
      ('a', '2022-01-01', null, 'Customer'), ('a', '2022-06-01', 'Customer', 'Cancelled'),
      ('b', '2021-01-01', 'Lead', 'Customer'), ('b', '2022-06-01', 'Customer', 'Churned'),
      ('c', '2022-01-01', 'Trial', 'Active'), ('d', '2022-01-01', null, 'Lead'), ('d', '2023-01-01', 'Lead', 'Lost')`);
    await engine.exec("insert into customers (customer_id) values ('a'), ('b'), ('c'), ('d')");
    await deriveFacts(engine, context);
    const value = await run();
    expect(value).toMatchObject({ source: 'stages', customers: 3, left: 2 });
    expect(value.periods.slice(0, 2).map(({ atRisk, left }) => [atRisk, left])).toEqual([
      [3, 1],
      [2, 1],
    ]);
    await engine.exec("delete from stage_events where to_stage in ('Cancelled', 'Churned')");
    expect((await run()).source).toBeNull();
  });

  it('purchases in a row, only when asked', async () => {
    await loadOrders(engine, [
      { id: '1', customer: 'a', day: '2020-01-01', gross: 10 },
      { id: '2', customer: 'a', day: '2021-06-01', gross: 10 },
      { id: '3', customer: 'a', day: '2023-06-01', gross: 10 },
      { id: '4', customer: 'b', day: '2021-01-01', gross: 10 },
      { id: '5', customer: 'b', day: '2022-06-01', gross: 10 },
      { id: '6', customer: 'b', day: '2023-06-01', gross: 10 },
      { id: '7', customer: 'c', day: '2024-06-01', gross: 10 },
    ]);
    await deriveFacts(engine, context);
    expect((await run()).source).toBeNull();
    const value = await run({ source: 'renewals' });
    expect(value).toMatchObject({ source: 'renewals', customers: 2, left: 1, observed: 2 });
    expect(value.periods.slice(0, 2).map(({ atRisk, left }) => [atRisk, left])).toEqual([
      [2, 0],
      [2, 1],
    ]);
  });
});
