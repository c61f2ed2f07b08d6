import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { concentration } from '../../src/analyses/concentration/definition.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import {
  expectedValues,
  hasSharedData,
  loadOnlineRetail,
  loadSuperstore,
  sharedData,
} from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

/** Half the mean absolute difference of all pairs ÷ the mean: the definition, not the rank formula of the product. */
const giniByPairs = (values: readonly number[]): number => {
  let differences = 0;
  for (const one of values) for (const other of values) differences += Math.abs(one - other);
  const total = values.reduce((sum, value) => sum + value, 0);
  return differences / (2 * values.length * total);
};
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.skipIf(!hasSharedData)('concentration of UCI Online Retail (../shared is needed)', () => {
  let engine: TestEngine;
  /** Spend of each of the 4,338 customers, largest first, from the table made for R's rfm package. */
  let spend: readonly number[];
  const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };

  beforeAll(async () => {
    const lines = sharedData('online_retail/rfm_input_4338.csv').toString('utf8').trim().split(/\r?\n/);
    const column = (lines[0] ?? '').split(',').indexOf('monetary');
    spend = lines
      .slice(1)
      .map((line) => Number(line.split(',')[column]))
      .sort((one, other) => other - one);
    engine = await openTestEngine();
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
  });

  it('agrees with an independent computation on positive lines with a customer (returns ignored)', async () => {
    const { value } = await runAnalysis(engine, concentration, context);
    const total = sum(spend);
    expect(value.measure).toBe('revenue');
    expect(value.customers).toBe(4338);
    expect(value.total).toBeCloseTo(8_911_407.9, 2);
    expect(value.gini).toBeCloseTo(giniByPairs(spend), 9);
    expect(value.top10Share).toBeCloseTo(sum(spend.slice(0, 434)) / total, 9);
    expect(value.top20Share).toBeCloseTo(sum(spend.slice(0, 868)) / total, 9);
    let cumulative = 0;
    const for80 = 1 + spend.findIndex((amount) => (cumulative += amount) >= 0.8 * total);
    expect(value.customersFor80).toBe(for80);
    expect(value.whale.erosion).toBeCloseTo(0, 12);
    expect(value.deciles).toHaveLength(10);
    let at = 0;
    for (const decile of value.deciles) {
      const part = spend.slice(at, (at += decile.customers));
      expect(decile.total).toBeCloseTo(sum(part), 2);
      expect(decile.highest).toBeCloseTo(part[0] ?? NaN, 2);
      expect(decile.lowest).toBeCloseTo(part.at(-1) ?? NaN, 2);
    }
  });

  it('thins the curves and keeps their ends', async () => {
    const { value } = await runAnalysis(engine, concentration, context);
    expect(value.lorenz.length).toBeLessThanOrEqual(201);
    expect(value.whale.points.length).toBeLessThanOrEqual(202);
    expect(value.lorenz.at(-1)).toEqual({ x: 1, y: 1 });
    expect(value.whale.points.at(-1)?.share).toBeCloseTo(1, 12);
  });
});

describe.skipIf(!hasSharedData)('concentration of profit in Superstore (../shared is needed)', () => {
  let engine: TestEngine;
  let profits: readonly number[];
  const context: RunContext = { asOf: '2018-01-01', currency: 'USD', seed: 1, returns: 'net' };

  beforeAll(async () => {
    engine = await openTestEngine();
    await loadSuperstore(engine);
    await deriveFacts(engine, context);
    const rows = await engine.rows(
      'select customer, sum(profit)::DOUBLE as profit from superstore group by customer',
    );
    profits = rows.map((row) => Number(row['profit'])).sort((one, other) => other - one);
  });

  it('finds the peak of the whale curve and what the unprofitable customers take away', async () => {
    const { value, warnings } = await runAnalysis(engine, concentration, context);
    const expected = expectedValues<{ profit: number; customers: number }>('superstore_totals');
    const gains = profits.filter((profit) => profit > 0);
    expect(value.measure).toBe('profit');
    expect(value.customers).toBe(expected.customers);
    expect(value.total).toBeCloseTo(expected.profit, 3);
    expect(value.whale.peak).toBeCloseTo(sum(gains), 3);
    expect(value.whale.peakCustomers).toBe(gains.length);
    expect(value.whale.unprofitable).toBe(profits.filter((profit) => profit < 0).length);
    expect(value.whale.erosion).toBeCloseTo(sum(gains) / expected.profit - 1, 9);
    expect(value.top20Share).toBeCloseTo(sum(profits.slice(0, 159)) / expected.profit, 9);
    expect(sum(value.deciles.map((decile) => decile.share ?? NaN))).toBeCloseTo(1, 9);
    expect(warnings).toEqual([]);
  });
});
