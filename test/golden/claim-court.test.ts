import { beforeAll, describe, expect, it } from 'vitest';
import type { ClaimCourt, TriedClaim } from '../../src/analyses/claim-court/result.ts';
import type { RetentionEconomics } from '../../src/analyses/retention-economics/result.ts';
import { valueOf } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

describe('the published claims on the retailer', () => {
  let engine: SampleEngine;
  let court: ClaimCourt;
  const claim = (id: string): TriedClaim => {
    const found = court.claims.find((one) => one.id === id);
    if (!found) throw new Error(`No claim ${id}`);
    return found;
  };
  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
    court = valueOf(await engine.run('claim-court')).value as ClaimCourt;
  });

  it('the planted tail destroys profit: 11 % of customers, with Wilson’s interval', () => {
    const found = claim('some-destroy');
    expect(found.verdict).toBe('supported');
    expect(found.value).toBeCloseTo(0.1115, 4);
    expect([found.low, found.high].map((end) => Math.round(1e4 * (end ?? NaN)))).toEqual([1071, 1161]);
  });

  it('the best fifth brings what the profiles say, within a narrow interval', async () => {
    const [row] = await engine.rows(`with ranked as (
        select margin, ntile(5) over (order by margin desc) as fifth from customer_profiles where orders > 0
      )
      select (sum(margin) filter (fifth = 1) / sum(margin))::DOUBLE as share from ranked`);
    const found = claim('few-bring');
    expect(found.value).toBeCloseTo(Number(row?.['share']), 3);
    expect(found.verdict).toBe('supported');
    expect((found.high ?? NaN) - (found.low ?? NaN)).toBeLessThan(0.04);
  });

  it('five points of retention are worth what the simulator says, far below the published 20 %', async () => {
    const economics = valueOf(await engine.run('retention-economics')).value as RetentionEconomics;
    const found = claim('retention-value');
    expect(found.first).toBe(economics.measured.retention);
    expect(found.second).toBeCloseTo(economics.measured.growth ?? NaN, 9);
    expect(found.value).toBeCloseTo(economics.points.uplift ?? NaN, 9);
    expect(found.verdict).toBe('refuted');
  });

  it('the same customers spend more at the prices of the day, not when the planted price rises are taken out', async () => {
    const asPaid = valueOf(await engine.run('claim-court', { params: { priceRise: 0 } })).value as ClaimCourt;
    expect(asPaid.claims.find(({ id }) => id === 'loyal-spend')?.verdict).toBe('supported');
    const real = valueOf(await engine.run('claim-court', { params: { priceRise: 0.035 } }))
      .value as ClaimCourt;
    expect(real.claims.find(({ id }) => id === 'loyal-spend')?.verdict).toBe('undecidable');
  });

  it('winning can’t be set against keeping: one campaign alone names the customers that it won', () => {
    const found = claim('keeping');
    expect(found.first).toBeCloseTo(38_000 / 1_480, 2);
    expect([found.verdict, found.low]).toEqual(['undecidable', null]);
    expect(found.missing).toContain('Only 1 campaign');
  });
});
