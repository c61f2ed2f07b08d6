import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { claimCourt } from '../../../src/analyses/claim-court/definition.ts';
import { claimFinding, docketFinding } from '../../../src/analyses/claim-court/findings.ts';
import type { ClaimCourt, ClaimId, TriedClaim } from '../../../src/analyses/claim-court/result.ts';
import { decidingWords, testedWords, thresholdWords } from '../../../src/analyses/claim-court/trials.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import * as v from 'valibot';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2025-01-01', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');
const defaults = v.parse(claimCourt.params, {});

const claimOf = (court: ClaimCourt, id: ClaimId): TriedClaim => {
  const found = court.claims.find((claim) => claim.id === id);
  if (!found) throw new Error(`No claim ${id}`);
  return found;
};

describe('the claim court on tables made by hand', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
  });
  beforeEach(() => engine.createCanonicalTables());

  const court = async (params: Record<string, unknown> = {}): Promise<ClaimCourt> => {
    await deriveFacts(engine, context);
    return (await runAnalysis(engine, claimCourt, context, { priceRise: 0, ...params })).value;
  };
  /** `count` customers c0 …, each with an order on the day of the amount (SQL over `n`). */
  const order = (count: number, day: string, amount: string, who = 'n'): Promise<void> =>
    engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net)
      select gen_random_uuid(), 'c' || (${who}), timestamp '${day} 12:00', ${amount}, ${amount} from range(${count}) as t (n)`);

  it('nothing loaded: everything is undecidable, and each claim says what is missing', async () => {
    const value = await court();
    expect(value).toMatchObject({ supported: 0, refuted: 0, undecidable: 7 });
    for (const claim of value.claims) {
      expect(claim.missing, claim.id).toMatch(/\.$/);
      expect(decidingWords(claim)).toBe(claim.missing);
    }
    expect(docketFinding(value)).toBe('Your data support none of 7 published claims, can’t decide 7');
  });

  it('loyal customers: each against their own first year, by Student’s paired interval', async () => {
    // 40 customers spend 100 in year one; in year two half spend 110 and half 130: mean change 20, s = 10.127.
    await order(40, '2023-01-01', '100');
    await order(40, '2024-03-01', 'case when n % 2 = 0 then 110 else 130 end');
    await order(60, '2023-01-01', '500', 'n + 100');
    const value = await court();
    const claim = claimOf(value, 'loyal-spend');
    expect(claim).toMatchObject({ verdict: 'supported', customers: 40, first: 100, second: 120, value: 20 });
    const half = (2.022691 * Math.sqrt(4_000 / 39)) / Math.sqrt(40);
    expect(claim.low).toBeCloseTo(20 - half, 5);
    expect(claim.high).toBeCloseTo(20 + half, 5);
    expect(claimFinding(claim, formats)).toBe(
      'The same customers spend €20.00 more a purchase later on: €120.00 after €100.00 in their first year',
    );
    const dearer = claimOf(await court({ priceRise: 0.4 }), 'loyal-spend');
    expect(dearer.verdict).toBe('refuted');
    expect(claimOf(await court({ minimumCustomers: 50 }), 'loyal-spend')).toMatchObject({
      verdict: 'undecidable',
      missing: '40 customers bought in their first full year and in a later one; it takes 50 at least.',
    });
  });

  it('a purchase or a year: two purchases a year count once as a year', async () => {
    await order(40, '2023-01-01', '100 + n % 2');
    await order(40, '2024-03-01', '60');
    await order(40, '2024-04-01', '60');
    expect(claimOf(await court(), 'loyal-spend').verdict).toBe('refuted');
    expect(claimOf(await court({ loyalSpend: 'year' }), 'loyal-spend')).toMatchObject({
      verdict: 'supported',
      second: 120,
    });
  });

  it('satisfaction: only purchases after the answer count', async () => {
    await order(80, '2024-01-01', '50');
    // Satisfied (n < 40): all bought before answering, 30 afterwards. Others: 10 afterwards.
    await order(40, '2024-01-20', '50');
    await engine.exec(`insert into surveys (customer_id, answered_at, instrument, score)
      select 'c' || n, timestamp '2024-02-01', 'csat', case when n < 40 then 5 else 2 end from range(80) as t (n)`);
    await order(30, '2024-03-01', '50');
    await order(10, '2024-03-01', '50', 'n + 40');
    await order(10, '2024-12-20', '50', 'n + 60');
    const claim = claimOf(await court(), 'satisfaction');
    expect(claim).toMatchObject({
      verdict: 'supported',
      customers: 80,
      first: 0.25,
      second: 0.75,
      value: 50,
    });
    // Newcombe's method 10 for 30/40 − 10/40.
    expect(claim.low).toBeCloseTo(28.51, 2);
    expect(claim.high).toBeCloseTo(65.29, 2);
    expect(claimFinding(claim, formats)).toBe(
      '75% of the satisfied bought again, 25% of the others: 50 points more',
    );
    expect(claimOf(await court({ followUpDays: 700 }), 'satisfaction').missing).toContain(
      'No survey answers',
    );
  });

  it('keeping and winning: cost a customer won against cost a customer and year', async () => {
    await order(100, '2024-06-01', '50');
    await engine.exec(`insert into customers (customer_id, acq_campaign)
      select 'c' || n, 'w' || (n % 3 + 1) from range(30) as t (n)`);
    await engine.exec(`insert into campaigns (campaign_id, name, starts_on, cost) values
      ('w1', 'Fair', date '2024-02-01', 300), ('w2', 'Search', date '2024-03-01', 300), ('w3', 'Post', date '2024-04-01', 300),
      ('k1', 'Newsletter May', date '2024-05-01', 100), ('k2', 'Newsletter June', date '2024-06-01', 100),
      ('k3', 'Loyalty scheme', date '2024-07-01', 100), ('x', 'Brand', date '2024-07-01', 9000)`);
    const claim = claimOf(await court(), 'keeping');
    // 900 ÷ 30 won = 30; 300 ÷ (100 active × 1 year) = 3.
    expect(claim).toMatchObject({ verdict: 'supported', first: 30, second: 3, value: 10, low: 10, high: 10 });
    expect(thresholdWords(claim, formats).above).toBe('claimed: more than 1 to 1');
  });

  it('profit: the best fifth and those at a loss, only where costs are known', async () => {
    await order(50, '2024-06-01', '100');
    expect(claimOf(await court(), 'few-bring').missing).toContain('No cost of goods');
    await engine.exec(`insert into lines (order_id, line_no, quantity, net, cost)
      select order_id, 1, 1, 100, case when customer_id in ('c1', 'c2', 'c3', 'c4', 'c5') then 120
        when right(customer_id, 1) in ('8', '9') then 0 else 90 end from orders`);
    const value = await court();
    // 10 bring 100, 35 bring 10, 5 lose 20: 1,000 ÷ 1,250.
    expect(claimOf(value, 'few-bring')).toMatchObject({ verdict: 'supported', value: 0.8, customers: 50 });
    expect(claimOf(value, 'some-destroy')).toMatchObject({
      verdict: 'supported',
      value: 0.1,
      first: 5,
      second: 50,
    });
    expect(claimOf(await court({ someShare: 0.1 }), 'some-destroy').verdict).toBe('undecidable');
    expect(claimOf(await court({ mostShare: 0.99 }), 'few-bring').verdict).toBe('refuted');
  });

  it('retention: refuted below the promised range, supported in it', async () => {
    await order(400, '2022-12-01', '50');
    await order(200, '2024-03-01', '50');
    const half = claimOf(await court(), 'retention-value');
    expect(half).toMatchObject({ verdict: 'refuted', first: 0.5, second: 0 });
    expect(half.value).toBeCloseTo(0.05 / (1.1 - 0.55), 9);
    await order(160, '2024-03-01', '50', 'n + 200');
    const most = claimOf(await court(), 'retention-value');
    expect(most).toMatchObject({ verdict: 'supported', first: 0.9 });
    expect(most.value).toBeCloseTo(0.05 / (1.1 - 0.95), 9);
  });

  it('repurchase: the year after, not the days that part the groups', async () => {
    await order(80, '2023-06-01', '1000');
    await order(40, '2023-07-01', '1000');
    await order(80, '2024-02-01', 'case when n < 40 then 200 + n else 100 + n end');
    const claim = claimOf(await court(), 'repurchase');
    expect(claim).toMatchObject({
      verdict: 'supported',
      customers: 80,
      basis: 'revenue',
      first: 159.5,
      second: 219.5,
    });
    expect(testedWords(claim, defaults, formats)).toContain('revenue of the 365 days after');
  });
});

describe('words of the docket', () => {
  const open: TriedClaim = {
    id: 'satisfaction',
    verdict: 'undecidable',
    value: 2,
    low: -2,
    high: 6,
    unit: 'points',
    threshold: 0,
    upTo: null,
    customers: 100,
    first: 0.5,
    second: 0.52,
    basis: 'answers',
    missing: null,
  };

  it('say how much more data would decide an open claim', () => {
    expect(decidingWords(open)).toContain('About 4 times as many customers');
    expect(decidingWords({ ...open, value: 0.01 })).toContain('hardly decide');
    expect(decidingWords({ ...open, verdict: 'supported' })).toBeNull();
  });
});
