import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { compareMeans, estimateOf, intervalOf } from '../../../src/analyses/segment-profile/compare-means.ts';
import { compareShares } from '../../../src/analyses/segment-profile/compare-shares.ts';
import { segmentProfile } from '../../../src/analyses/segment-profile/definition.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

describe('comparing means and ratios', () => {
  // Student's sleep data (1908): Welch t = −1.8608, df = 17.776, p = 0.07939, interval −3.3655 to 0.2055.
  const first = estimateOf({ n: 10, mean_y: 0.75, mean_x: 1, var_y: 3.200555556, var_x: 0, cov: 0 });
  const second = estimateOf({ n: 10, mean_y: 2.33, mean_x: 1, var_y: 4.009, var_x: 0, cov: 0 });

  it('agrees with the published Welch test of the sleep data', () => {
    const { difference, low, high, p } = compareMeans(first, second);
    expect(difference).toBeCloseTo(-1.58, 10);
    expect(low).toBeCloseTo(-3.3655, 3);
    expect(high).toBeCloseTo(0.2055, 3);
    expect(p).toBeCloseTo(0.07939, 4);
  });

  it('takes the error of a ratio from both its parts: a constant ratio has none', () => {
    const constant = estimateOf({ n: 5, mean_y: 20, mean_x: 2, var_y: 100, var_x: 1, cov: 10 });
    expect(constant).toEqual({ value: 10, error: 0, customers: 5 });
  });

  it('knows nothing of nobody, and no spread of one', () => {
    expect(estimateOf(undefined)).toEqual({ value: null, error: null, customers: 0 });
    const one = estimateOf({ n: 1, mean_y: 3, mean_x: 1, var_y: null, var_x: null, cov: null });
    expect(one).toEqual({ value: 3, error: null, customers: 1 });
    expect(intervalOf(one)).toBeNull();
    expect(compareMeans(one, first)).toEqual({ difference: 2.25, low: null, high: null, p: null });
    const fixed = { value: 1, error: 0, customers: 9 };
    expect(compareMeans(fixed, fixed).p).toBeNull();
  });
});

describe('comparing shares', () => {
  it('agrees with Newcombe (1998), table II: 56/70 against 48/80, method 10', () => {
    const { difference, low, high } = compareShares({ of: 56, all: 70 }, { of: 48, all: 80 });
    expect(difference).toBeCloseTo(0.2, 10);
    expect(low).toBeCloseTo(0.0524, 4);
    expect(high).toBeCloseTo(0.3339, 4);
  });

  it('can’t test what nobody or everybody has', () => {
    expect(compareShares({ of: 5, all: 5 }, { of: 7, all: 7 }).p).toBeNull();
    expect(compareShares({ of: 0, all: 0 }, { of: 7, all: 7 }).difference).toBeNull();
  });
});

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
const small = { minimumGroup: 5 };
let engine: TestEngine;

/** Six German customers with two orders of 100 each and plan A, six others with one of about 10 and plan B or none. */
const load = async (): Promise<void> => {
  const ids = Array.from({ length: 6 }, (_, at) => at);
  await loadOrders(engine, [
    ...ids.map((at) => ({ id: `g${at}`, customer: `g${at}`, day: '2024-06-20', gross: 100 + at, cost: 50 })),
    ...ids.map((at) => ({ id: `h${at}`, customer: `g${at}`, day: '2024-05-20', gross: 100 - at, cost: 50 })),
    ...ids.map((at) => ({ id: `f${at}`, customer: `f${at}`, day: '2024-03-01', gross: 10 + at })),
  ]);
  const values = ids.map(
    (at) => `('g${at}', 'Germany', true), ('f${at}', 'France', ${at === 0 ? 'null' : 'false'})`,
  );
  await engine.exec(
    `insert into customers (customer_id, country, consent) values ${values.join(', ')}, ('n', null, null)`,
  );
  await engine.exec('alter table customer_attributes add column attr_plan varchar');
  await engine.exec('alter table customer_attributes add column attr_seats integer');
  await engine.exec('alter table customer_attributes add column attr_size double');
  await engine.exec(`insert into customer_attributes
    select 'g' || n, 'A', 1, 20.5 + n from range(6) as t (n) union all select 'f' || n, if(n < 3, 'B', null), 2, 3.5 - n from range(6) as t (n)`);
  await deriveFacts(engine, context, ['attr_plan', 'attr_seats', 'attr_size']);
};

const run = (given: Record<string, unknown> = {}, segment?: string, comparison?: string) =>
  runAnalysis(engine, segmentProfile, context, given, segment, comparison);

describe('segment profile of hand-written customers', () => {
  beforeAll(async () => {
    engine = await openTestEngine();
    await load();
  });

  it('compares a segment with the rest: size, value, behaviour', async () => {
    const { value, warnings } = await run(small, "coalesce(country = 'Germany', false)");
    expect(value.focus).toMatchObject({
      customers: 6,
      share: 6 / 13,
      buyers: 6,
      orders: 12,
      revenue: 1_200,
      margin: 600,
    });
    expect(value.comparison).toMatchObject({ customers: 7, buyers: 6, orders: 6, revenue: 75, margin: null });
    const measure = (key: string) => value.measures.find((one) => one.key === key);
    expect(measure('revenue')).toMatchObject({
      focus: { value: 200, low: 200, high: 200, customers: 6 },
      comparison: { value: 12.5, customers: 6 },
      difference: 187.5,
      verdict: 'higher',
    });
    expect(measure('average-order-value')).toMatchObject({
      focus: { value: 100 },
      comparison: { value: 12.5 },
    });
    expect(measure('one-time-share')).toMatchObject({
      focus: { value: 0 },
      comparison: { value: 1 },
      verdict: 'lower',
    });
    expect(measure('buyer-share')).toMatchObject({
      focus: { value: 1 },
      comparison: { value: 6 / 7 },
      verdict: 'no-clear-difference',
    });
    expect(measure('recency')).toMatchObject({ focus: { value: 11 }, difference: -111 });
    expect(measure('margin')).toMatchObject({
      comparison: { value: null, customers: 0 },
      verdict: 'unknown',
    });
    expect(warnings).toEqual([]);
  });

  it('finds the attributes that tell them apart, in the type of their column', async () => {
    const { value } = await run(small, "coalesce(country = 'Germany', false)");
    const attribute = (field: string) => value.attributes.find((one) => one.field === field);
    expect(attribute('country')).toMatchObject({ label: 'country', strength: 1, hiddenValues: 0 });
    expect(attribute('country')?.values[0]).toMatchObject({ focusShare: 1, comparisonShare: 0, lift: null });
    expect(attribute('attr_seats')?.values.map(({ value: seats }) => seats)).toEqual(
      expect.arrayContaining([1, 2]),
    );
    expect(attribute('consent')?.values.map(({ value: consent }) => consent)).toEqual(
      expect.arrayContaining([true, false]),
    );
    expect(attribute('attr_plan')).toMatchObject({ hiddenValues: 1, strength: 1 });
    expect(attribute('attr_plan')?.values).toHaveLength(1);
    expect(value.numbers[0]).toMatchObject({
      field: 'attr_size',
      label: 'size',
      focusMean: 23,
      comparisonMean: 1,
      verdict: 'higher',
    });
    expect(value.numbers[0]?.standardisedDifference).toBeCloseTo(22 / Math.sqrt(3.5), 9);
  });

  it('describes everyone when there is no segment', async () => {
    const { value, warnings } = await run(small);
    expect(value.comparison).toBeNull();
    expect(value.focus.share).toBe(1);
    expect(
      value.measures.every(({ comparison, verdict }) => comparison === null && verdict === 'unknown'),
    ).toBe(true);
    expect(value.attributes.find(({ field }) => field === 'country')?.values[0]).toMatchObject({
      focusShare: 0.5,
      comparisonShare: null,
      lift: null,
      residual: null,
      verdict: 'unknown',
    });
    expect(warnings.map(({ code }) => code)).toEqual(['no-comparison']);
  });

  it('does not describe groups so small that they would be individuals', async () => {
    const { value, warnings } = await run({}, "coalesce(country = 'Germany', false)");
    expect(value.attributes).toEqual([]);
    expect(value.numbers).toEqual([]);
    expect(value.measures.find(({ key }) => key === 'revenue')?.focus.value).toBe(200);
    expect(warnings.map(({ code }) => code)).toEqual(['small-group']);
  });

  it('compares with another segment, says when they overlap', async () => {
    const { value, warnings } = await run(small, "country = 'Germany'", 'orders > 0');
    expect(value.comparison?.customers).toBe(12);
    expect(value.overlap).toBe(6);
    expect(warnings.map(({ code }) => code)).toEqual(['overlap']);
  });

  it('takes one customer without inventing an interval, and nobody without failing', async () => {
    const one = await run(small, "customer_id = 'g0'");
    expect(one.value.measures.find(({ key }) => key === 'revenue')?.focus).toEqual({
      value: 200,
      low: null,
      high: null,
      customers: 1,
    });
    const nobody = await run(small, 'false');
    expect(nobody.value.focus).toMatchObject({ customers: 0, revenue: 0, share: 0 });
    expect(nobody.value.measures).toEqual([]);
    expect(nobody.warnings.map(({ code }) => code)).toContain('empty-segment');
  });

  it('is empty without any data', async () => {
    await engine.createCanonicalTables();
    await deriveFacts(engine, context);
    const { value, warnings } = await run();
    expect(value.focus).toMatchObject({ customers: 0, share: null, revenueShare: null });
    expect(value.attributes).toEqual([]);
    expect(warnings.map(({ code }) => code)).toEqual(['empty-segment']);
  });
});
