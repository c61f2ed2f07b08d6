import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerValue } from '../../../src/analyses/customer-value/result.ts';
import type { Progress, RunRequest } from '../../../src/engine/contract.ts';
import { uninterrupted } from '../../../src/engine/service/job.ts';
import { CustomerProfiles } from '../../../src/engine/service/profiles.ts';
import { resampleValue } from '../../../src/engine/service/resample-value.ts';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';

const request: RunRequest = {
  id: 'customer-value',
  params: {},
  context: { asOf: '2025-01-01', currency: 'EUR', seed: 7, returns: 'net' },
};

describe('resampling customer value', () => {
  let engine: TestEngine;
  let profiles: CustomerProfiles;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    // 240 customers who buy every few weeks, faster and slower ones, of whom every third stops half-way.
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, net, gross)
      select c || '-' || k, 'c' || c, timestamp '2023-01-02' + to_days(((c * 37) % 300 + k * (14 + (c * 29) % 90))::INTEGER),
        20 + (c * 13 + k * 7) % 60, 20 + (c * 13 + k * 7) % 60
      from range(240) as customers (c), range(30) as orders (k)
      where (c * 37) % 300 + k * (14 + (c * 29) % 90) < case when c % 3 = 0 then 350 else 728 end`);
    await engine.buildFacts(request.context);
    profiles = new CustomerProfiles(engine.session, { generation: 1 });
  });
  const resample = (job = uninterrupted, asked = request) =>
    resampleValue({ session: engine.session, profiles }, asked, job);

  it('spreads around the equity of the page, tells how far it is, and is the same again', async () => {
    const told: Progress[] = [];
    const job = { isCancelled: () => false, onProgress: (progress: Progress) => told.push(progress) };
    const found = valueOf(await resample(job));
    expect(found).toMatchObject({ rounds: 200, customers: 240, drawnFrom: 240 });
    expect(found.fitted).toBeGreaterThan(190);
    expect(told.at(-1)).toMatchObject({ fraction: 1 });
    expect(valueOf(await resample())).toEqual(found);
    const page = valueOf(await engine.run('customer-value', { context: request.context }))
      .value as CustomerValue;
    expect(found.equity.low).toBeLessThan(Number(page.equity));
    expect(found.equity.high).toBeGreaterThan(Number(page.equity));
    expect(found.equity.high / found.equity.low).toBeLessThan(1.5);
    profiles = new CustomerProfiles(engine.session, { generation: 2 });
  });

  it('stops between two refits', async () => {
    let rounds = 0;
    const job = { isCancelled: () => rounds >= 3, onProgress: () => (rounds += 1) };
    expect(await resample(job)).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(rounds).toBe(3);
  });

  it('says what is missing where nobody has come back, and what is wrong with a parameter', async () => {
    const once = {
      ...request,
      segment: { kind: 'compare', field: 'purchase_days', operator: 'is', value: 1 } as const,
    };
    expect(await resample(uninterrupted, once)).toMatchObject({ ok: false, error: { kind: 'needs-data' } });
    const wrong = { ...request, params: { horizon: -1 } };
    expect(await resample(uninterrupted, wrong)).toMatchObject({
      ok: false,
      error: { kind: 'parameter-invalid' },
    });
  });
});
