import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivityResults } from '../../src/analyses/activity-results/result.ts';
import { poissonInterval } from '../../src/models/statistics/poisson-interval.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion): Promise<ActivityResults> =>
  valueOf(await engine.run('activity-results', question)).value as ActivityResults;
const activityOf = (value: ActivityResults, activity: string) =>
  value.activities.find((one) => one.activity === activity);

describe('the interval of a count', () => {
  it.each([
    // Exact 95 % limits (Garwood 1936), as tables of the Poisson distribution print them.
    [1, 0.0253, 5.5716],
    [5, 1.6235, 11.6683],
    [10, 4.7954, 18.3904],
    [100, 81.364, 121.6275],
  ])('of %i is that of the tables within Byar’s error', (count, low, high) => {
    const interval = poissonInterval(count);
    expect(Math.abs((interval?.high ?? NaN) / high - 1)).toBeLessThan(0.01);
    expect(Math.abs((interval?.low ?? NaN) - low)).toBeLessThan(0.02);
  });
  it('of none ends at the exact 3.689, and no count has none', () => {
    expect(poissonInterval(0)).toEqual({ low: 0, high: 3.688879454113936 });
    expect(poissonInterval(NaN)).toBeNull();
  });
});

describe('three campaigns and a visit, by hand', () => {
  let engine: TestEngine;
  const context = { asOf: '2025-12-31' } as const;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(
      `insert into customers (customer_id, acq_campaign) values ('a', null), ('b', 'news'), ('c', null), ('d', null)`,
    );
    await engine.exec(`insert into campaigns (campaign_id, name, activity, cost, starts_on) values
      ('news', 'Summer letter', 'Newsletter', 100, date '2025-06-01'), ('fair', 'Spring tastings', 'event', 60, date '2025-03-01'),
      ('tv', 'Spot', 'Advertising', 500, date '2025-04-01'), ('old', 'Long ago', 'Newsletter', 9, date '2020-01-01')`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind, direction, campaign_id) values
      ('1', 'a', timestamp '2025-06-02', 'e-mail', 'out', 'news'), ('2', 'c', timestamp '2025-06-02', 'e-mail', 'out', 'news'),
      ('3', 'c', timestamp '2025-03-02', 'talk', 'out', 'fair'), ('4', 'a', timestamp '2025-08-01', 'visit', 'out', null),
      ('5', 'a', timestamp '2025-08-03', 'visit', 'in', null)`);
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
      ('1', 'a', timestamp '2025-01-10', 10, 10), ('2', 'a', timestamp '2025-06-20', 10, 10), ('3', 'b', timestamp '2025-06-05', 10, 10),
      ('4', 'c', timestamp '2025-03-05', 10, 10), ('5', 'c', timestamp '2025-06-06', 10, 10), ('6', 'b', timestamp '2025-07-30', 10, 10)`);
    await engine.exec(`insert into costs (pool, driver, period, amount) values
      ('Field sales', 'visits', date '2025-08-01', 80), ('Office', 'orders', date '2025-08-01', 5)`);
    await engine.exec(`insert into referrals (from_customer_id, to_customer_id, referred_at) values
      ('a', 'd', timestamp '2025-06-15'), ('a', 'x', timestamp '2025-10-15')`);
  });

  it('counts whom each reached and what followed', async () => {
    const value = await ask(engine, { context, params: { windowDays: 365, keptDays: 90 } });
    // a and c had the letter, b came by it: all three bought within 30 days, b for the first time, and again.
    expect(activityOf(value, 'newsletter')).toMatchObject({
      tier: 'less',
      campaigns: 1,
      cost: 100,
      reached: 3,
      orders: 3,
      firsts: 1,
      judged: 1,
      kept: 1,
      referrals: 1,
      outcomes: 3,
    });
    expect(activityOf(value, 'newsletter')?.costPer).toBeCloseTo(100 / 3, 12);
    // “event” says nothing, its campaign’s name does: tastings are small seminars. c came to one and then bought first.
    expect(activityOf(value, 'event')).toMatchObject({
      tier: 'most',
      reached: 1,
      orders: 1,
      firsts: 1,
      kept: 0,
      referrals: 0,
    });
    // 80 for visits, half of which were ours.
    expect(activityOf(value, 'visit')).toMatchObject({
      tier: 'most',
      cost: 40,
      pools: 'Field sales',
      reached: 1,
      orders: 0,
    });
    expect(activityOf(value, 'advertising')).toMatchObject({
      tier: 'least',
      silent: 1,
      silentCost: 500,
      reached: null,
      costPer: null,
    });
    expect(value.cost).toBe(700);
    expect(value.tiers.map(({ cost }) => cost)).toEqual([100, 100, 500, 0]);
  });

  it('follows the user’s placing and outcome', async () => {
    const value = await ask(engine, {
      context,
      params: { windowDays: 365, outcome: 'firsts', ownTiers: 'Event = least; newsletter = none' },
    });
    expect(activityOf(value, 'event')).toMatchObject({ tier: 'least', isOwn: true, costPer: 60 });
    expect(activityOf(value, 'newsletter')).toMatchObject({ tier: null, isOwn: true, costPer: 100 });
  });
});

describe('what the retailer’s activities bring', () => {
  let value: ActivityResults;
  beforeAll(async () => {
    value = await ask(await openSampleEngine('retailer'));
  });

  it('lets the half-price campaign stand out: bought, not won', () => {
    const fleeting = value.campaigns.filter(({ isFleeting }) => isFleeting);
    expect(fleeting.map(({ name }) => name)).toEqual(['Half-price October']);
    expect(fleeting[0]).toMatchObject({ cost: 38_000 });
    // 1,500 were planted; 1 % of orders were cancelled.
    expect(fleeting[0]?.firsts).toBeGreaterThan(1_450);
    expect(fleeting[0]?.keptShare).toBeLessThan(0.12);
    expect(value.usualKept).toBeGreaterThan(0.4);
    expect(fleeting[0]?.costPerKept).toBeGreaterThan(8 * (fleeting[0]?.costPerFirst ?? NaN));
  });

  it('holds catalogues, newsletters and the brand campaign against the published order', () => {
    expect(Object.fromEntries(value.activities.map(({ activity, tier }) => [activity, tier]))).toMatchObject({
      catalogue: 'least',
      newsletter: 'less',
      event: 'most',
      brand: 'least',
      discount: null,
    });
    for (const { costPer, costLow, costHigh } of value.activities)
      if (costPer !== null) expect((costLow ?? NaN) < costPer && costPer < (costHigh ?? NaN)).toBe(true);
  });

  it('gives no costs for a part of the customers', async () => {
    const part = await ask(await openSampleEngine('retailer'), {
      segment: { kind: 'compare', field: 'orders', operator: 'at-least', value: 3 },
    });
    expect(part.isSegment).toBe(true);
    expect(part.activities.every(({ cost }) => cost === null)).toBe(true);
  });
});
