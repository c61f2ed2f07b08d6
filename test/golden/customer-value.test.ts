import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { customerValue } from '../../src/analyses/customer-value/definition.ts';
import type { CustomerValue } from '../../src/analyses/customer-value/result.ts';
import { expectNear, numbersOf } from '../support/cdnow.ts';
import { openTestEngine } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { expectedValues, hasSharedData, loadOnlineRetail, sharedData } from '../support/golden-data.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';

type Numbers = Readonly<Record<string, number>>;

/**
 * The log of CDNOW's sample of 2,357 customers in the canonical tables: a row is an order. Eight customers began with a free
 * one, which counts as a purchase in the publications; here a purchase costs something, so it is given the smallest price.
 */
const loadCdnow = async (engine: TestEngine): Promise<void> => {
  await engine.createCanonicalTables();
  const rows = sharedData('cdnow/CDNOW_sample.txt')
    .toString('utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/))
    .map(([, id = '', day = '', , amount = ''], row) => {
      const date = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`;
      const price = Math.max(0.0001, Number(amount));
      return `('${row}', '${id}', timestamp '${date} 12:00:00', ${price}, ${price})`;
    });
  await engine.exec(
    `insert into orders (order_id, customer_id, ordered_at, gross, net) values ${rows.join(',')}`,
  );
};

const parametersOf = (value: CustomerValue, model: string): Numbers =>
  Object.fromEntries(
    value.parameters
      .filter((one) => one.model === model)
      .map(({ name, value: estimate }) => [name, estimate]),
  );
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe.skipIf(!hasSharedData)('customer value of CDNOW (../shared is needed)', () => {
  let engine: TestEngine;
  const context = (asOf: RunContext['asOf']): RunContext => ({
    asOf,
    currency: 'USD',
    seed: 1,
    returns: 'net',
  });
  const run = async (
    asOf: RunContext['asOf'],
    params: Record<string, unknown> = {},
  ): Promise<CustomerValue> => {
    await deriveFacts(engine, context(asOf));
    return (await runAnalysis(engine, customerValue, context(asOf), params)).value;
  };

  beforeAll(async () => {
    engine = await openTestEngine();
    await loadCdnow(engine);
  });

  it('fits the published estimates at the end of the calibration', async () => {
    const value = await run('1997-09-30');
    expect(value).toMatchObject({ customers: 2357, repeaters: 946, model: 'mbg-nbd', from: '1997-01-01' });
    const mbg = expectedValues<{ mle_exact_weeks: Numbers }>('cdnow_mbgnbd').mle_exact_weeks;
    const bg = expectedValues<{ mle_on_exact_weeks: { loglik: number } }>('cdnow_bgnbd').mle_on_exact_weeks;
    const pareto = expectedValues<{ loglik: number }>('cdnow_paretonbd');
    const found = parametersOf(value, 'mbg-nbd');
    for (const [name, tolerance] of Object.entries({ r: 0.002, alpha: 0.01, a: 0.002, b: 0.002 }))
      expectNear(found[name], mbg[name], tolerance);
    const likelihood = (model: string): number | undefined =>
      value.models.find((one) => one.model === model)?.logLikelihood ?? undefined;
    expectNear(likelihood('mbg-nbd'), mbg['loglik'], 0.01);
    expectNear(likelihood('bg-nbd'), bg.loglik, 0.01);
    expectNear(likelihood('pareto-nbd'), pareto.loglik, 0.01);
    expect(value.models.map(({ status }) => status)).toEqual(['converged', 'converged', 'converged']);
    expectNear(sum(value.frequency.map(({ expected }) => expected)), 2357, 1e-6);
    expect(value.frequency[0]?.actual).toBe(2357 - 946);
  });

  it('fits spend and finds it independent of frequency', async () => {
    const value = await run('1997-09-30');
    const gamma = expectedValues<{ mle_exact_m_x: Numbers; n: number; corr_frequency_monetary: number }>(
      'cdnow_gammagamma',
    );
    const found = parametersOf(value, 'gamma-gamma');
    for (const name of ['p', 'q', 'v']) expectNear(found[name], gamma.mle_exact_m_x[name], 0.02);
    expectNear(value.spend.logLikelihood ?? NaN, gamma.mle_exact_m_x['loglik'], 0.01);
    expect(value.spend.customers).toBe(gamma.n);
    expectNear(value.spend.mean ?? NaN, 35.17, 0.02);
    expectNear(value.spend.correlation ?? NaN, gamma.corr_frequency_monetary, 1e-3);
  });

  it('forecasts the 39 weeks after it, and follows the repeat purchases week by week', async () => {
    const value = await run('1998-06-30', { holdout: 50 });
    const { check } = value;
    if (!check) throw new Error('expected a check');
    expect(check).toMatchObject({ until: '1997-09-30', holdoutWeeks: 39, customers: 2357 });
    const { holdout_total_39w: total } = expectedValues<{ holdout_total_39w: number }>('cdnow_mbgnbd');
    expectNear(check.expected, total, 0.5);
    const published = numbersOf('cdnow/BTYD_cdnow_weekly_cum_repeat.csv').map((row) => row[1] ?? NaN);
    expect(check.weeks).toHaveLength(published.length);
    expect(check.weeks.map(({ actualSoFar }) => actualSoFar)).toEqual(published);
    expect(check.actual).toBe((published[77] ?? NaN) - (published[38] ?? NaN));
    expectNear(sum(check.byRepeats.map((row) => row.customers * row.expected)), check.expected, 1e-6);
    expect(check.grade?.captured).toBeGreaterThan(0.5);
    expect(check.weeks.at(-1)?.expectedSoFar).toBeGreaterThan(3800);
    expect(check.weeks.at(-1)?.expectedSoFar).toBeLessThan(4339);
  });
});

describe.skipIf(!hasSharedData)('customer value of UCI Online Retail (../shared is needed)', () => {
  it('answers for 4,338 customers with sums that agree', async () => {
    const engine = await openTestEngine();
    const context: RunContext = { asOf: '2011-12-10', currency: 'GBP', seed: 1, returns: 'ignore' };
    await loadOnlineRetail(engine);
    await deriveFacts(engine, context);
    const { value } = await runAnalysis(engine, customerValue, context);
    expect(value.customers).toBe(4338);
    for (const parts of [value.cohorts, value.deciles]) {
      expectNear(sum(parts.map((part) => part.value)) / (value.equity ?? NaN), 1, 1e-9);
      expect(sum(parts.map(({ customers }) => customers))).toBe(4338);
    }
    expect(value.equityLow).toBeLessThan(value.equity ?? NaN);
    expect(value.equityHigh).toBeGreaterThan(value.equity ?? NaN);
  });
});
