import { beforeAll, describe, expect, it } from 'vitest';
import type { CustomerEquityResult } from '../../../src/analyses/customer-equity/result.ts';
import type { CustomerProfit } from '../../../src/analyses/customer-profit/result.ts';
import type { CustomerValue } from '../../../src/analyses/customer-value/result.ts';
import type { Predicate } from '../../../src/core/predicate.ts';
import { rankedListNames } from '../../../src/data/lists/ranked-lists.ts';
import type { RankedListName } from '../../../src/data/lists/ranked-lists.ts';
import type { RunRequest } from '../../../src/engine/contract.ts';
import { essentialQuestion } from '../../../src/engine/service/run-analysis.ts';
import { CustomerProfiles } from '../../../src/engine/service/profiles.ts';
import type { ProfileContext } from '../../../src/engine/service/profiles.ts';
import { countSegment, listSegment, rankCustomers } from '../../../src/engine/service/segment-customers.ts';
import { uninterrupted } from '../../../src/engine/service/job.ts';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';

const context: ProfileContext = { asOf: '2025-12-31', returns: 'net' };
const atLeast = (field: string, value: number): Predicate => ({
  kind: 'compare',
  field,
  operator: 'at-least',
  value,
});

describe('what each customer is worth', () => {
  let engine: TestEngine;
  let profiles: CustomerProfiles;
  const count = async (segment: Predicate) =>
    valueOf(await countSegment({ session: engine.session, profiles }, context, segment, uninterrupted));

  beforeAll(async () => {
    engine = await openTestEngine();
    valueOf(await engine.sample('retailer'));
    profiles = new CustomerProfiles(engine.session, { generation: 1 });
    valueOf(await profiles.derive(['customer_values'], context, uninterrupted));
  });

  it('has one row for each known customer, unknown for those who never bought', async () => {
    const [found] =
      await engine.rows(`select count(*)::double as rows, count(distinct customer_id)::double as customers,
      count(clv) filter (orders = 0)::double as impossible, min(p_alive) as low, max(p_alive) as high,
      (select count(*)::double from customer_profiles) as profiles
      from customer_values join customer_profiles using (customer_id)`);
    expect(found).toMatchObject({ rows: found?.['profiles'], customers: found?.['profiles'], impossible: 0 });
    expect(Number(found?.['low'])).toBeGreaterThanOrEqual(0);
    expect(Number(found?.['high'])).toBeLessThanOrEqual(1);
  });

  it('can be asked about in a segment, whose complement has everyone else', async () => {
    const rich = await count(atLeast('clv', 200));
    const others = await count({ kind: 'not', of: atLeast('clv', 200) });
    const unknown = await count({ kind: 'compare', field: 'clv', operator: 'is-missing' });
    expect(rich.inside).toBeGreaterThan(0);
    expect(rich.inside + others.inside).toBe(rich.all);
    expect(unknown.inside).toBeGreaterThan(0);
    expect(others.inside).toBeGreaterThanOrEqual(unknown.inside);
    const losses: Predicate = { kind: 'compare', field: 'profit', operator: 'less-than', value: 0 };
    const [{ n = 0 } = {}] = await engine.rows(
      'select count(*)::double as n from customer_values where profit < 0',
    );
    expect((await count(losses)).inside).toBe(n);
  });

  it('comes with the list of a segment’s customers', async () => {
    const rule = atLeast('profit', 5_000);
    const list = valueOf(
      await listSegment({ session: engine.session, profiles }, context, rule, uninterrupted),
    );
    expect(list.columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['customer_id', 'revenue', 'clv', 'p_alive', 'cost_to_serve', 'profit']),
    );
    expect(list.rows).toHaveLength((await count(rule)).inside);
    expect(list.rows.every(({ profit }) => Number(profit) >= 5_000)).toBe(true);
  });

  it('ranks whom to make an offer, whom to answer and where sales should go', async () => {
    const rank = async (list: RankedListName, segment?: Predicate) =>
      valueOf(
        await rankCustomers(
          { session: engine.session, profiles },
          context,
          { list, segment, limit: 1_000 },
          uninterrupted,
        ),
      ).rows;
    for (const list of rankedListNames) {
      const rows = await rank(list);
      const scores = rows.map(({ score }) => Number(score));
      expect(rows.length, list).toBeGreaterThan(10);
      expect(scores, list).toEqual(scores.toSorted((one, other) => other - one));
      const rich = await rank(list, atLeast('clv', 200));
      expect(rich.every(({ clv, score }) => Number(clv ?? score) >= 200)).toBe(true);
    }
    expect((await rank('offer')).every((row) => Number(row['p_alive']) >= 0.5)).toBe(true);
    expect((await rank('queue')).every((row) => Number(row['open_tickets']) > 0)).toBe(true);
    expect((await rank('waiting')).every((row) => String(row['reasons']) !== '')).toBe(true);
    expect((await rank('sales')).every((row) => Number(row['p_alive']) <= 0.8)).toBe(true);
  });

  it('is worked out anew for another day', async () => {
    const before = await engine.rows('select sum(clv) as clv from customer_values');
    valueOf(
      await profiles.derive(['customer_values'], { asOf: '2025-01-01', returns: 'net' }, uninterrupted),
    );
    const earlier = await engine.rows('select sum(clv) as clv from customer_values');
    expect(Number(earlier[0]?.['clv'])).not.toBeCloseTo(Number(before[0]?.['clv']), 0);
  });

  it('adds up to what the pages Customer value and Profit say', async () => {
    valueOf(await profiles.derive(['customer_values'], context, uninterrupted));
    const [sums] =
      await engine.rows(`select sum(clv) as clv, sum(p_alive) as alive, sum(expected_orders) as orders,
      sum(profit) as profit, sum(cost_to_serve) as serve, count(profit)::double as customers from customer_values`);
    const value = valueOf(await engine.run('customer-value', { context })).value as CustomerValue;
    expect(Number(sums?.['clv']) / Number(value.equity)).toBeCloseTo(1, 6);
    expect(Number(sums?.['alive']) / Number(value.alive)).toBeCloseTo(1, 6);
    expect(Number(sums?.['orders']) / Number(value.expectedOrders)).toBeCloseTo(1, 6);
    const profit = valueOf(await engine.run('customer-profit', { context })).value as CustomerProfit;
    expect(Number(sums?.['profit'])).toBeCloseTo(profit.profit, 2);
    expect(Number(sums?.['serve'])).toBeCloseTo(profit.serve, 2);
    expect(sums?.['customers']).toBe(profit.customers);
  });

  it('follows the settings of the pages Customer value and Profit', async () => {
    const value = { horizon: 12, discount: 20, margin: 'given', givenMargin: 40, model: 'bg-nbd' } as const;
    const costs = { costAMinute: 2, minutesOrder: 9, assumedMarginShare: 0.5, freight: 3, useCosts: false };
    for (const settings of [value, costs, { ...value, ...costs }]) {
      const asked = { ...context, settings };
      const [page, profits] = [
        valueOf(await engine.run('customer-value', { context, params: { ...settings } }))
          .value as CustomerValue,
        valueOf(await engine.run('customer-profit', { context, params: { ...settings } }))
          .value as CustomerProfit,
      ];
      valueOf(await profiles.derive(['customer_values'], asked, uninterrupted));
      const [sums] = await engine.rows(
        `select sum(clv) as clv, sum(p_alive) as alive, sum(profit) as profit, sum(cost_to_serve) as serve,
          count(*) filter (clv >= 50)::double as rich from customer_values`,
      );
      expect(Number(sums?.['clv']) / Number(page.equity)).toBeCloseTo(1, 6);
      expect(Number(sums?.['alive']) / Number(page.alive)).toBeCloseTo(1, 6);
      expect(Number(sums?.['profit'])).toBeCloseTo(profits.profit, 2);
      expect(Number(sums?.['serve'])).toBeCloseTo(profits.serve, 2);
      const equity = valueOf(await engine.run('customer-equity', { context: asked })).value;
      expect(Number((equity as CustomerEquityResult).equity) / Number(page.equity)).toBeCloseTo(1, 6);
      const segment = await countSegment(
        { session: engine.session, profiles },
        asked,
        atLeast('clv', 50),
        uninterrupted,
      );
      expect(valueOf(segment).inside).toBe(sums?.['rich']);
    }
  });

  it('is left alone while nothing that it follows has changed', async () => {
    const stamp = async (): Promise<unknown> =>
      (await engine.rows('select max(clv) as clv, count(*)::double as n from customer_values'))[0];
    const settings = { horizon: 6 };
    valueOf(await profiles.derive(['customer_values'], { ...context, settings }, uninterrupted));
    await engine.session.exec('update customer_values set clv = 123456');
    valueOf(await profiles.derive(['customer_histories'], context, uninterrupted));
    valueOf(await profiles.derive(['customer_values'], { ...context, settings }, uninterrupted));
    expect(await stamp()).toMatchObject({ clv: 123456 });
    valueOf(await profiles.derive(['customer_values'], context, uninterrupted));
    expect(await stamp()).not.toMatchObject({ clv: 123456 });
  });

  it('matters to the answers of those who read it only', () => {
    const settings = { horizon: 6 };
    const question = (id: string, segment?: Predicate) => ({
      id,
      params: {},
      context: { ...context, currency: 'EUR', seed: 1, settings },
      segment,
    });
    const follows = (request: RunRequest): boolean => 'settings' in essentialQuestion(request).context;
    expect(follows(question('rfm'))).toBe(false);
    expect(follows(question('rfm', atLeast('clv', 50)))).toBe(true);
    expect(follows(question('portfolio'))).toBe(true);
    expect(follows({ ...question('rfm'), comparison: atLeast('profit', 1) })).toBe(true);
  });

  it('is unknown, not nil, where nobody has come back', async () => {
    await engine.createCanonicalTables();
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
      ('1', 'a', timestamp '2025-01-05', 100, 100), ('2', 'b', timestamp '2025-02-05', 80, 80)`);
    await engine.buildFacts(context);
    const fresh = new CustomerProfiles(engine.session, { generation: 2 });
    valueOf(await fresh.derive(['customer_values'], context, uninterrupted));
    const rows = await engine.rows('select clv, p_alive, profit > 0 as earns from customer_values');
    expect(rows).toEqual([
      { clv: null, p_alive: null, earns: true },
      { clv: null, p_alive: null, earns: true },
    ]);
  });
});
