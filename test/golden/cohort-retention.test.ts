import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { cohortRetention } from '../../src/analyses/cohort-retention/definition.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { hasSharedData, loadOnlineRetail, sharedData } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

interface Sale {
  readonly customer: string;
  readonly month: string;
  readonly amount: number;
}

/** Positive lines with a customer, read from the file without SQL. Quoted descriptions may hold commas, other columns not. */
const readSales = (): Sale[] => {
  const [, ...lines] = sharedData('online_retail/online_retail.csv.gz').toString('utf8').split(/\r?\n/);
  return lines.flatMap((line) => {
    const match = /,(-?\d+),(\d{4}-\d{2})-\d{2} [\d:]+,(-?[\d.]+),([\d.]+),/.exec(line);
    if (!match) return [];
    const [, quantity, month = '', price, customer = ''] = match;
    const amount = Number(quantity) * Number(price);
    return amount > 0 && Number(quantity) > 0 ? [{ customer, month, amount }] : [];
  });
};

const monthsBetween = (from: string, to: string): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5)) - Number(from.slice(5));

describe.skipIf(!hasSharedData)('cohort retention of UCI Online Retail (../shared is needed)', () => {
  let engine: TestEngine;
  const active = new Map<string, Set<string>>();
  const revenue = new Map<string, number>();
  const sizes = new Map<string, number>();
  const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };

  beforeAll(async () => {
    const sales = readSales();
    const first = new Map<string, string>();
    for (const { customer, month } of sales) {
      const known = first.get(customer);
      if (known === undefined || month < known) first.set(customer, month);
    }
    for (const month of first.values()) sizes.set(month, (sizes.get(month) ?? 0) + 1);
    for (const { customer, month, amount } of sales) {
      const cohort = first.get(customer) ?? '';
      const key = `${cohort}+${monthsBetween(cohort, month)}`;
      active.set(key, (active.get(key) ?? new Set()).add(customer));
      revenue.set(key, (revenue.get(key) ?? 0) + amount);
    }
    engine = await openTestEngine();
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
  });

  it('agrees with an independent count on positive lines with a customer (returns ignored)', async () => {
    const { value } = await runAnalysis(engine, cohortRetention, context);
    expect(value.customers).toBe(4338);
    expect(value.cohorts.map(({ start, customers }) => [start.slice(0, 7), customers])).toEqual(
      [...sizes].sort(([one], [other]) => one.localeCompare(other)),
    );
    expect(value.cohorts[0]?.customers).toBe(885);
    for (const cohort of value.cohorts) {
      for (const cell of cohort.cells) {
        if (cell.active === null) continue;
        const key = `${cohort.start.slice(0, 7)}+${cell.age}`;
        expect(cell.active).toBe(active.get(key)?.size ?? 0);
        expect(cell.revenue).toBeCloseTo(revenue.get(key) ?? 0, 2);
      }
    }
  });

  it('leaves the unfinished December 2011 open and weighs the mean by size', async () => {
    const { value } = await runAnalysis(engine, cohortRetention, context);
    expect(value.cohorts.every((cohort) => cohort.cells.at(-1)?.active === null)).toBe(true);
    expect(value.cohorts.at(-1)).toMatchObject({ start: '2011-12-01', isComplete: false });
    const old = [...sizes].filter(([cohort]) => cohort <= '2011-08');
    const stayed = old.map(([cohort]) => active.get(`${cohort}+3`)?.size ?? 0);
    const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
    expect(value.mean[3]?.cohorts).toBe(old.length);
    expect(value.mean[3]?.retention).toBeCloseTo(total(stayed) / total(old.map(([, size]) => size)), 12);
    expect(value.mean.map((point) => point.age)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it('has a cohort for every customer by quarter too, returns netted', async () => {
    const net: RunContext = { ...context, returns: 'net' };
    const { value } = await runAnalysis(engine, cohortRetention, net, { period: 'quarter' });
    expect(value.customers).toBe(4338);
    expect(value.cohorts.map((cohort) => cohort.start)).toEqual([
      '2010-10-01',
      '2011-01-01',
      '2011-04-01',
      '2011-07-01',
      '2011-10-01',
    ]);
  });
});
