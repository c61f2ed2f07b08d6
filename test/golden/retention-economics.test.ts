import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../src/analyses/analysis.ts';
import { retentionEconomics } from '../../src/analyses/retention-economics/definition.ts';
import type { RetentionEconomics } from '../../src/analyses/retention-economics/result.ts';
import { constantRetentionValue } from '../../src/models/retention-economics/constant-retention.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import { loadOrders } from '../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../support/run-analysis.ts';
import { upliftOfPercent, upliftOfPoints } from '../../src/models/retention-economics/retention-uplift.ts';

const percentOf = (fraction: number | null | undefined): number => Math.round(100 * (fraction ?? NaN));

// Reichheld & Sasser 1990: five points more retention add 20 to 125 % to net present value.
describe('the published claim about five points of retention', () => {
  it('20 %: from 80 to 85 % at a discount of 10 %', () => {
    expect(percentOf(upliftOfPoints({ margin: 1, retention: 0.8, discount: 0.1 }, 5)?.uplift)).toBe(20);
  });

  it('33 %: from 90 to 95 % at a discount of 10 %', () => {
    expect(percentOf(upliftOfPoints({ margin: 1, retention: 0.9, discount: 0.1 }, 5)?.uplift)).toBe(33);
  });

  it('73 %: from 90 to 95 % at a discount of 10 %, margins growing 8 % a year', () => {
    expect(
      percentOf(upliftOfPoints({ margin: 1, retention: 0.9, discount: 0.1, growth: 0.08 }, 5)?.uplift),
    ).toBe(73);
  });

  it('125 %: from 90 to 95 % at a discount of 10 %, margins growing by a ninth a year', () => {
    expect(
      upliftOfPoints({ margin: 1, retention: 0.9, discount: 0.1, growth: 1 / 9 }, 5)?.uplift,
    ).toBeCloseTo(1.25, 12);
  });

  it('125 % as well: from 95 to 100 % at a discount of 4 %', () => {
    expect(upliftOfPoints({ margin: 1, retention: 0.95, discount: 0.04 }, 5)?.uplift).toBeCloseTo(1.25, 12);
  });

  it('is about points: five per cent of 80 % is four points, and 15 %', () => {
    const setting = { margin: 1, retention: 0.8, discount: 0.1 };
    expect(upliftOfPercent(setting, 5)?.retention).toBeCloseTo(0.84, 12);
    expect(percentOf(upliftOfPercent(setting, 5)?.uplift)).toBe(15);
  });
});

describe('value at constant retention (Gupta & Lehmann 2003)', () => {
  it('the multiple of the margin: 4.09 at 90 % and 12 %, first margin after a year', () => {
    const multiple = constantRetentionValue({ margin: 1, retention: 0.9, discount: 0.12 }, 'after-a-year');
    expect(multiple).toBeCloseTo(4.09, 2);
  });

  it('the multiple of the margin: 1.07 at 60 % and 16 %', () => {
    const multiple = constantRetentionValue({ margin: 1, retention: 0.6, discount: 0.16 }, 'after-a-year');
    expect(multiple).toBeCloseTo(1.07, 2);
  });
});

describe('the simulator', () => {
  let engine: TestEngine;
  const context: RunContext = { asOf: '2024-06-30', currency: 'EUR', seed: 1, returns: 'net' };
  beforeAll(async () => {
    engine = await openTestEngine();
    await loadOrders(engine, [{ id: '1', customer: 'a', day: '2024-01-01', gross: 10 }]);
    await deriveFacts(engine, context);
  });
  const simulate = async (given: Record<string, unknown>): Promise<RetentionEconomics> =>
    (await runAnalysis(engine, retentionEconomics, context, { startFrom: 'settings', ...given })).value;

  it.each([
    [20, { retention: 0.8 }],
    [33, { retention: 0.9 }],
    [73, { retention: 0.9, growth: 0.08 }],
    [125, { retention: 0.9, growth: 1 / 9 }],
    [125, { retention: 0.95, discount: 0.04 }],
  ])('five points add %i %%', async (expected, given) => {
    const { points } = await simulate(given);
    expect(percentOf(points.uplift)).toBe(expected);
  });

  it('tells points from per cent, and values as published with the first profit after a year', async () => {
    const { points, percent } = await simulate({ retention: 0.8 });
    expect([points.retention, percent.retention].map(percentOf)).toEqual([85, 84]);
    expect(percentOf(percent.uplift)).toBe(15);
    const { value } = await simulate({
      retention: 0.9,
      discount: 0.12,
      margin: 1,
      firstProfit: 'after-a-year',
    });
    expect(value).toBeCloseTo(4.09, 2);
  });

  it('starts from the retailer’s own figures', async () => {
    const sample = await openSampleEngine('retailer');
    const { measured, used, points, tenure } = valueOf(await sample.run('retention-economics'))
      .value as RetentionEconomics;
    const [row] = await sample.rows(`with buyers as (
        select customer_id, min(order_date) as start from order_facts
        where is_purchase and customer_id is not null and order_date <= date '2026-01-01' group by customer_id
      )
      select count(*)::INTEGER as at_risk, count(*) filter (exists (
        from order_facts as o where o.customer_id = buyers.customer_id and is_purchase
          and order_date >= start + 365 and order_date < start + 730
      ))::INTEGER as stayed
      from buyers where start + 730 <= date '2026-01-01'`);
    expect(tenure[0]).toMatchObject({ atRisk: row?.['at_risk'], stayed: row?.['stayed'] });
    expect(used.retention).toBe(measured.retention);
    expect(measured.acquisitionCost).toBeGreaterThan(0);
    expect(points.uplift).toBeGreaterThan(0);
  });
});
