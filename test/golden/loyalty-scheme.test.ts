import { beforeAll, describe, expect, it } from 'vitest';
import type { LoyaltyScheme } from '../../src/analyses/loyalty-scheme/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion) => {
  const { value, warnings } = valueOf(await engine.run('loyalty-scheme', question));
  return { value: value as LoyaltyScheme, codes: warnings.map(({ code }) => code) };
};

describe('four customers, by hand', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net, promised_at, delivered_at) values
      ('1', 'a', timestamp '2025-05-01', 100, 100, timestamp '2025-05-03', timestamp '2025-05-04'),
      ('2', 'b', timestamp '2025-05-01', 95, 95, timestamp '2025-05-03', timestamp '2025-05-03'),
      ('3', 'c', timestamp '2025-05-01', 300, 300, null, null), ('4', 'd', timestamp '2025-05-01', 500, 500, null, null),
      ('5', 'd', timestamp '2023-05-01', 900, 900, null, null)`);
    await engine.exec(`insert into lines (order_id, line_no, net, cost) values
      ('1', 1, 100, 60), ('2', 1, 95, 57), ('3', 1, 300, 180), ('4', 1, 500, 300)`);
  });
  const params = {
    tiers: [100, 200, 510],
    takeUp: 0.5,
    setUp: 300,
    setUpYears: 3,
    running: 50,
    tierBonus: 0.5,
  };
  const context = { asOf: '2025-06-30' } as const;

  it('places spend of a year in tiers and finds who is just below one', async () => {
    const { value } = await ask(engine, { params, context });
    expect(
      value.tiers.map(({ customers, spend, members, near, nearMissing }) => [
        customers,
        spend,
        members,
        near,
        nearMissing,
      ]),
    ).toEqual([
      [1, 95, 0.5, 0, 0],
      [1, 100, 0.5, 1, 5],
      [2, 800, 1, 0, 0],
      [0, 0, 0, 1, 10],
    ]);
  });

  it('works the scheme out: points, cost, break-even and months', async () => {
    const { value, codes } = await ask(engine, { params, context });
    const points = 0.5 * (95 + 1.5 * 100 + 2 * 800);
    const liability = points * 0.8 * 0.01 * 0.6;
    expect(value.points).toBeCloseTo(points, 9);
    expect(value.liability).toBeCloseTo(liability, 9);
    expect(value.cost).toBeCloseTo(100 + 50 + liability, 9);
    expect([value.margin, value.marginSource]).toEqual([expect.closeTo(0.4, 12), 'data']);
    expect(value.breakEvenLift).toBeCloseTo((150 + liability) / (0.4 * 497.5), 9);
    // Median of 95, 100, 300, 500 is 200: 500 points take 30 months.
    expect(value.monthsMedian).toBeCloseTo(30, 9);
    // The best two of four spend 800 of 995.
    expect(value.bestShare).toBeCloseTo(800 / 995, 12);
    expect(value.exitRisk).toBeNull();
    expect(value.onTime).toMatchObject({ known: 2, value: 0.5, isBelow: true });
    expect(value.satisfied).toMatchObject({ known: 0, value: null, isBelow: false });
    expect(codes).toEqual(['service-below-floor', 'already-better', 'no-redemptions']);
  });

  it('tells how much spend lies around redemptions once there are any', async () => {
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind) values
      ('1', 'd', timestamp '2025-05-06', 'points redeemed')`);
    const { value } = await ask(engine, { params, context });
    expect(value.exitRisk).toBeCloseTo(500 / 1_400, 12);
  });
});

describe('a scheme for the retailer', () => {
  it('tiers hold everybody who spends, at rounded percentiles, and the service passes the gate', async () => {
    const engine = await openSampleEngine('retailer');
    const { value } = await ask(engine, { context: { asOf: '2026-01-01' } });
    const [row] = await engine.rows(
      'select count(*)::integer as customers, sum(monetary)::double as spend from customer_profiles where monetary > 0',
    );
    const sum = (column: 'customers' | 'spend' | 'members') =>
      value.tiers.reduce((total, tier) => total + tier[column], 0);
    expect(sum('customers')).toBe(row?.['customers']);
    expect(sum('spend')).toBeCloseTo(Number(row?.['spend']), 4);
    expect(sum('members')).toBeCloseTo(value.members, 6);
    expect(value.tiers.slice(1).every(({ startsAt }) => startsAt % 10 === 0)).toBe(true);
    expect(value.onTime.isBelow).toBe(false);
    expect(value.margin).toBeGreaterThan(0.3);
    expect(value.margin).toBeLessThan(0.45);
  });
});
