import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { computeRetentionEconomics } from '../../../src/analyses/retention-economics/compute.ts';
import { retentionEconomics } from '../../../src/analyses/retention-economics/definition.ts';
import {
  paybackFinding,
  percentNote,
  tenureFinding,
  upliftFinding,
} from '../../../src/analyses/retention-economics/findings.ts';
import { ownFigures, simulatorFields } from '../../../src/analyses/retention-economics/own-figures.ts';
import { retentionEconomicsParams } from '../../../src/analyses/retention-economics/params.ts';
import type { RetentionEconomicsParams } from '../../../src/analyses/retention-economics/params.ts';
import { yearsTable } from '../../../src/analyses/retention-economics/tables.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-06-30', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');
const codes = (warnings: readonly { readonly code: string }[]): string[] => warnings.map(({ code }) => code);

const simulate = (given: Partial<RetentionEconomicsParams> = {}) =>
  computeRetentionEconomics({
    rows: { runs: [], values: [{ active: 10 }] },
    params: v.parse(retentionEconomicsParams, { startFrom: 'settings', ...given }),
    context,
  });

describe('the simulator of retention', () => {
  it('values more retention higher, whatever the pattern and convention', () => {
    for (const pattern of ['constant', 'tenure', 'projected'] as const)
      for (const firstProfit of ['now', 'after-a-year'] as const) {
        const values = [0.1, 0.4, 0.7, 0.9].map((retention) => {
          const { value } = simulate({ retention, pattern, firstProfit });
          expect(value.points.value ?? NaN).toBeGreaterThan(value.value ?? NaN);
          return value.value ?? NaN;
        });
        expect(values).toEqual(values.toSorted((one, other) => one - other));
      }
  });

  it('adds nothing for no points and no per cent', () => {
    const { value } = simulate({ points: 0, percent: 0 });
    expect(value.points).toMatchObject({ uplift: 0, change: 0, yearly: 0, total: 0 });
    expect(value.percent.uplift).toBe(0);
    expect(upliftFinding(value, formats)).toBe('0 points more retention change nothing');
    for (const year of value.years) expect(year.cumulativeAfter).toBeCloseTo(year.cumulative, 9);
  });

  it('approaches the value for ever as the horizon grows, in both conventions', () => {
    for (const firstProfit of ['now', 'after-a-year'] as const) {
      const { value } = simulate({
        retention: 0.6,
        horizon: 40,
        growth: 0.05,
        acquisitionCost: 30,
        firstProfit,
      });
      expect((value.years.at(-1)?.cumulative ?? NaN) + 30).toBeCloseTo(value.value ?? NaN, 4);
      expect(value.netValue).toBeCloseTo((value.value ?? NaN) - 30, 9);
    }
  });

  it('breaks even at the most that may be spent', () => {
    const { value } = simulate({ retention: 0.8, margin: 100 });
    const { change, yearly, value: after, total } = value.points;
    expect((after ?? NaN) - (change ?? NaN)).toBeCloseTo(value.value ?? NaN, 9);
    const { value: spending } = simulate({ retention: 0.85, margin: 100 - (yearly ?? NaN) });
    expect(spending.value).toBeCloseTo(value.value ?? NaN, 9);
    expect(total).toBeCloseTo(10 * (change ?? NaN), 9);
  });

  it('stacks layers to the profit of a year, and counts the horizon when a layer grows', () => {
    const { value } = simulate({
      extraPurchases: 0.1,
      costSaving: 0.05,
      referrals: 0.02,
      pricePremium: 0.03,
      growth: 0.02,
    });
    expect(value.basis).toBe('horizon');
    for (const { layers, profit } of value.years)
      expect(Object.values(layers).reduce((sum, layer) => sum + layer, 0)).toBeCloseTo(profit, 9);
    expect(yearsTable(value).columns.map(({ key }) => key)).toContain('referrals');
    const plain = simulate().value;
    expect(plain.basis).toBe('for-ever');
    expect(yearsTable(plain).columns.map(({ key }) => key)).not.toContain('referrals');
  });

  it('takes another retention for the first year', () => {
    const { value } = simulate({ pattern: 'tenure', firstYearRetention: 0.5, retention: 0.9 });
    expect(value.years.slice(0, 3).map(({ survival }) => survival)).toEqual([1, 0.5, 0.45]);
  });

  it('says when the cost of winning is earned back', () => {
    const { value } = simulate({ retention: 0.5, margin: 100, discount: 0, acquisitionCost: 160 });
    expect(value.paybackYear).toBe(3);
    expect(paybackFinding(value, formats)).toBe('Winning a customer for €160.00 is earned back in year 3');
    const never = simulate({ retention: 0.5, acquisitionCost: 10_000 }).value;
    expect(never.paybackYear).toBeNull();
    expect(paybackFinding(never, formats)).toContain('not earned back in 10 years');
  });

  it('has no value where the sum has no end, and says so', () => {
    const endless = simulate({ retention: 0.95, growth: 0.3 });
    expect(endless.value).toMatchObject({ value: null, netValue: null });
    expect(codes(endless.warnings)).toEqual(['no-end']);
    expect(upliftFinding(endless.value, formats)).toContain('no end');
    const after = simulate({ retention: 0.9, growth: 0.16 });
    expect(after.value.points).toMatchObject({ value: null, uplift: null, total: null });
    expect(codes(after.warnings)).toEqual(['better-endless']);
    expect(codes(simulate({ pattern: 'projected' }).warnings)).toEqual(['not-projected']);
  });

  it('keeps everybody at most', () => {
    const { value, warnings } = simulate({ retention: 0.98 });
    expect(value.points.retention).toBe(1);
    expect(upliftFinding(value, formats)).toContain('2 points more retention add 20%');
    expect(codes(warnings)).toEqual(['better-capped']);
  });

  it('tells points from per cent in words', () => {
    const { value } = simulate({ retention: 0.8 });
    expect(percentNote(value, { points: 5, percent: 5 }, formats)).toBe(
      '5 points lead from 80% to 85%; 5 per cent only to 84%, which adds 15.4%.',
    );
  });

  it('takes measured figures over as settings, and asks only for what matters', () => {
    const { value } = simulate({ retention: 0.7, growth: 0.3 });
    const params = v.parse(retentionEconomicsParams, ownFigures(value));
    expect(params).toMatchObject({ startFrom: 'settings', retention: 0.7, growth: 0.3 });
    expect(simulatorFields({ ...params, startFrom: 'data' })).not.toContain('retention');
    expect(simulatorFields({ ...params, pattern: 'tenure' })).toContain('firstYearRetention');
  });
});

describe('retention measured', () => {
  let engine: TestEngine;
  const ask = async (params: Record<string, unknown> = {}) => {
    await deriveFacts(engine, context);
    return runAnalysis(engine, retentionEconomics, context, params);
  };
  const orderOf = (customer: string, day: string, gross = 100, cost = 60): HandOrder => ({
    id: `${customer}-${day}`,
    customer,
    day,
    gross,
    cost,
  });

  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('counts unbroken years that have ended', async () => {
    await loadOrders(engine, [
      // Four full years: bought in the second and the third, not in the fourth.
      ...['2020-01-01', '2021-03-01', '2022-03-01'].map((day) => orderOf('a', day)),
      // Skipped the second year: lost, though back in the third.
      ...['2020-01-01', '2022-03-01'].map((day) => orderOf('b', day)),
      // One full year only, and one in the first year.
      orderOf('c', '2023-05-01'),
      orderOf('d', '2024-05-01'),
    ]);
    const { value, warnings } = await ask();
    expect(value.tenure.map(({ atRisk, stayed }) => [atRisk, stayed])).toEqual([
      [2, 1],
      [1, 1],
      [1, 0],
    ]);
    expect(value.measured).toMatchObject({ retention: 0.5, atRisk: 4, margin: 40, growth: 0, knownCosts: 1 });
    expect(value.active).toBe(1);
    expect(codes(warnings)).toEqual(['few-years', 'acquisition-unknown']);
    expect(tenureFinding(value, formats)).toContain('Too few');
  });

  it('knows profit, growth and the cost of winning', async () => {
    await loadOrders(engine, [
      orderOf('a', '2022-01-01', 100, 60),
      orderOf('a', '2023-02-01', 150, 90),
      orderOf('b', '2022-01-01', 200, 100),
    ]);
    await engine.exec(
      "insert into customers (customer_id, acq_campaign) values ('a', 'k1'), ('b', 'k1'), ('z', 'k1')",
    );
    await engine.exec("insert into campaigns (campaign_id, cost) values ('k1', 50), ('k2', 1000)");
    const { value } = await ask();
    expect(value.measured).toMatchObject({
      retention: 0.5,
      margin: 200 / 3,
      growth: 0.5,
      acquisitionCost: 25,
    });
    expect(value.used).toMatchObject({ retention: 0.5, growth: 0.5, acquisitionCost: 25 });
  });

  it('assumes a margin, and takes settings where nothing is known', async () => {
    await loadOrders(engine, [{ id: '1', customer: 'a', day: '2022-01-01', gross: 100 }]);
    const { value, warnings } = await ask({ assumedMarginShare: 0.4 });
    expect(value.measured).toMatchObject({ margin: 40, knownCosts: 0 });
    expect(codes(warnings)).toContain('costs-unknown');
    await loadOrders(engine, []);
    const empty = await ask();
    expect(empty.value).toMatchObject({ active: 0, tenure: [], used: { retention: 0.8, margin: 100 } });
    expect(codes(empty.warnings)).toEqual(['retention-unknown', 'profit-unknown', 'acquisition-unknown']);
  });

  it('projects retention that rises with tenure', async () => {
    const orders = Array.from({ length: 60 }, (_, at) =>
      [
        '2020-01-01',
        ...(at < 36 ? ['2021-02-01'] : []),
        ...(at < 27 ? ['2022-02-01'] : []),
        ...(at < 22 ? ['2023-02-01'] : []),
      ].map((day) => orderOf(`c${at}`, day)),
    ).flat();
    await loadOrders(engine, orders);
    const { value, warnings } = await ask({ pattern: 'projected' });
    const projected = value.tenure.map((year) => year.projected ?? NaN);
    expect(projected).toHaveLength(3);
    expect(projected).toEqual(projected.toSorted((one, other) => one - other));
    expect(value.years[4]?.retention).toBeGreaterThan(projected[2] ?? NaN);
    expect(codes(warnings)).not.toContain('not-projected');
  });
});
