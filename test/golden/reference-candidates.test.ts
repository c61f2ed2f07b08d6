import { beforeAll, describe, expect, it } from 'vitest';
import { referenceMark } from '../../src/analyses/reference-candidates/marks.ts';
import type { ReferenceCandidatesParams } from '../../src/analyses/reference-candidates/params.ts';
import type { ReferenceCandidates } from '../../src/analyses/reference-candidates/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion): Promise<ReferenceCandidates> =>
  valueOf(await engine.run('reference-candidates', question)).value as ReferenceCandidates;
const defaults: ReferenceCandidatesParams = {
  patronage: 'spend',
  topShare: 0.1,
  npsFrom: 9,
  breadthShare: 0.9,
  aliveBelow: 0.6,
  dueToReferral: 0.5,
};

describe('ten customers, by hand', () => {
  let engine: TestEngine;
  const context = { asOf: '2025-12-31' } as const;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    // c1 spends 100, c2 200 … c10 1,000; c9 and c10 are the top two in ten by percent rank 8/9 and 1.
    for (let at = 1; at <= 10; at += 1)
      await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
        ('${at}', 'c${at}', timestamp '2025-06-01', ${at * 100}, ${at * 100})`);
    await engine.exec(`insert into surveys (customer_id, answered_at, instrument, score) values
      ('c10', timestamp '2025-01-01', 'nps', 9), ('c10', timestamp '2025-09-01', 'NPS', 6), ('c9', timestamp '2025-09-01', 'nps', 9),
      ('c1', timestamp '2025-09-01', 'nps', 10)`);
    await engine.exec(`insert into referrals (from_customer_id, to_customer_id, referred_at) values
      ('c9', 'c1', timestamp '2025-05-01'), ('c2', 'c3', timestamp '2024-05-01'), ('c9', 'nobody', timestamp '2025-05-01')`);
    await engine.exec(`insert into tickets (ticket_id, customer_id, opened_at, is_complaint) values
      ('1', 'c9', timestamp '2025-12-01', true)`);
    await engine.exec(`insert into interactions (interaction_id, customer_id, occurred_at, kind, direction) values
      ('1', 'c9', timestamp '2025-04-01', 'referral invitation', 'out'), ('2', 'c8', timestamp '2025-04-01', 'call', 'out'),
      ('3', 'c8', timestamp '2025-04-01', 'invitation', 'out')`);
  });

  it('finds who is at the top and attached, by the latest answer', async () => {
    const value = await ask(engine, { context, params: { topShare: 0.2 } });
    expect(value).toMatchObject({
      active: 10,
      top: 2,
      topFrom: 900,
      asked: 2,
      candidates: 1,
      several: 1,
      alreadyRefer: 1,
    });
    expect(value.signals).toEqual([
      { key: 'recommends', isKnown: true, customers: 1 },
      { key: 'refers', isKnown: true, customers: 1 },
      { key: 'broad', isKnown: false, customers: 0 },
    ]);
    expect(value).toMatchObject({ complaining: 1, alarmed: 1 });
  });

  it('counts what referrals brought, and the two factors of K', async () => {
    const value = await ask(engine, { context, params: { topShare: 0.2 } });
    // c1 and c3 bought, for 100 and 300; c1 came in the last 365 days: 1 of 10 = 2 invitations of 10 × 1 of 2.
    expect(value).toMatchObject({
      referred: 3,
      came: 2,
      referredRevenue: 400,
      candidatesCame: 1,
      brought: 1,
      k: 0.1,
      invites: 0.2,
      conversion: 0.5,
    });
  });

  it('gives nothing where nobody is at the top', async () => {
    const value = await ask(engine, {
      context,
      segment: { kind: 'compare', field: 'monetary', operator: 'less-than', value: 500 },
    });
    expect(value).toMatchObject({ active: 4, top: 0, candidates: 0, candidateShare: null, topFrom: null });
  });
});

describe('who would vouch for the retailer', () => {
  it('is as many customers as the segment that is made of them', async () => {
    const engine = await openSampleEngine('retailer');
    const value = await ask(engine);
    expect(value.candidates).toBeGreaterThan(100);
    expect(value.alreadyRefer).toBeGreaterThan(10);
    const { predicate } = referenceMark(value, defaults);
    const part = await ask(engine, { segment: predicate });
    expect([part.active, part.candidates, part.alarmed]).toEqual([
      value.candidates,
      value.candidates,
      value.alarmed,
    ]);
    expect(value.came).toBeGreaterThan(1_000);
    expect(value.invites).toBeNull();
  }, 120_000);
});
