import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Mark, RunContext } from '../../../src/analyses/analysis.ts';
import { rfm } from '../../../src/analyses/rfm/definition.ts';
import { cellMark, isProfileScoring, segmentMark } from '../../../src/analyses/rfm/marks.ts';
import { rfmParams } from '../../../src/analyses/rfm/params.ts';
import { rfmSegments } from '../../../src/analyses/rfm/segments.ts';
import { addDays } from '../../../src/core/day.ts';
import { rfmMapSql } from '../../../src/data/facts/rfm-map.ts';
import { compilePredicate } from '../../../src/data/segments/compile-predicate.ts';
import * as v from 'valibot';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
let engine: TestEngine;

beforeAll(async () => {
  engine = await openTestEngine();
});

const load = async (orders: readonly HandOrder[], asked: RunContext = context): Promise<void> => {
  await loadOrders(engine, orders);
  await deriveFacts(engine, asked);
};

const shop: readonly HandOrder[] = [
  { id: '1', customer: 'a', day: '2024-06-30', gross: 100 },
  { id: '2', customer: 'a', day: '2024-06-01', gross: 100 },
  { id: '3', customer: 'a', day: '2024-06-01', gross: 50, refund: 20 },
  { id: '4', customer: 'b', day: '2024-06-30', gross: 30 },
  { id: '5', customer: 'c', day: '2024-01-01', gross: 10 },
  { id: '6', customer: 'd', day: '2023-06-30', gross: 500 },
  { id: '7', customer: 'e', day: '2024-05-01', gross: 0, refund: 5 },
  { id: '8', customer: null, day: '2024-05-01', gross: 70 },
  { id: '9', customer: 'f', day: '2024-07-02', gross: 70 },
];

describe('the map of scores to segments', () => {
  it('is total and disjoint: each of the 25 pairs once, and the segments are those with a meaning', async () => {
    const rows = await engine.rows(`select r, f, rfm_segment from (${rfmMapSql})`);
    const pairs = new Set(rows.map((row) => `${row['r']}${row['f']}`));
    expect(rows).toHaveLength(25);
    expect(pairs.size).toBe(25);
    for (const pair of pairs) expect(pair).toMatch(/^[1-5][1-5]$/);
    expect(new Set(rows.map((row) => row['rfm_segment']))).toEqual(
      new Set(rfmSegments.map(({ name }) => name)),
    );
  });
});

describe('RFM on hand-written orders', () => {
  it('counts days to as-of, merges orders of one day, nets refunds, and leaves out what is outside the window', async () => {
    await load(shop);
    const { value } = await runAnalysis(engine, rfm, context, {}, "customer_id = 'a'");
    const filled = value.segments.filter(({ customers }) => customers > 0);
    expect(filled).toEqual([
      expect.objectContaining({
        customers: 1,
        revenue: 230,
        medianRecencyDays: 1,
        medianFrequency: 2,
        medianMonetary: 230,
        share: 1,
        revenueShare: 1,
      }),
    ]);
    expect(value.scoredBase).toBe(3);
  });

  it('says who has no purchase in the window, and who never bought', async () => {
    await load(shop);
    const { value } = await runAnalysis(engine, rfm, context);
    expect(value).toMatchObject({
      customers: 5,
      scored: 3,
      withoutOrder: 2,
      neverBought: 1,
      windowDays: 365,
    });
    const whole = await runAnalysis(engine, rfm, context, { wholeHistory: true });
    expect(whole.value).toMatchObject({ scored: 4, withoutOrder: 1, windowDays: null });
  });

  it('takes sales when returns are ignored', async () => {
    await load(shop, { ...context, returns: 'ignore' });
    const { value } = await runAnalysis(engine, rfm, { ...context, returns: 'ignore' });
    expect(value.revenue).toBe(290);
  });

  it('counts the window’s first day in', async () => {
    await load([
      { id: '1', customer: 'a', day: '2024-06-01', gross: 1 },
      { id: '2', customer: 'b', day: '2024-05-31', gross: 1 },
    ]);
    const { value } = await runAnalysis(engine, rfm, context, { windowDays: 30 });
    expect(value).toMatchObject({ scored: 1, withoutOrder: 1 });
  });

  it('has no customers, no cuts and a warning without orders', async () => {
    await load([]);
    const { value, warnings } = await runAnalysis(engine, rfm, context);
    expect(value).toMatchObject({
      customers: 0,
      scored: 0,
      cuts: { recency: [], frequency: [], monetary: [] },
    });
    expect(value.cells).toHaveLength(25);
    expect(value.segments.every(({ share, customers }) => share === null && customers === 0)).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['nobody-scored']);
  });

  it('scores one customer 1 throughout, as the formula has it, and warns', async () => {
    await load([{ id: '1', customer: 'a', day: '2024-06-30', gross: 1 }]);
    const { value, warnings } = await runAnalysis(engine, rfm, context);
    expect(value.segments.find(({ customers }) => customers === 1)?.name).toBe('Lost');
    expect(warnings.map(({ code }) => code)).toContain('too-few-to-score');
  });

  it('scores by own cuts: on the cut is the upper group; without cuts, fifths', async () => {
    await load(shop);
    const { value, warnings } = await runAnalysis(engine, rfm, context, {
      scoring: 'cuts',
      recencyCuts: [1, 2, 182, 183],
      frequencyCuts: [2, 3, 4, 5],
    });
    const filled = value.cells.filter(({ customers }) => customers > 0);
    expect(filled.map(({ r, f, customers }) => [r, f, customers])).toEqual([
      [4, 1, 1],
      [4, 2, 1],
      [2, 1, 1],
    ]);
    expect(value.cuts.recency).toEqual([1, 2, 182, 183]);
    expect(warnings.map(({ code }) => code)).toContain('cuts-incomplete');
  });

  it('rejects cut points that fall, and three of them', () => {
    expect(v.safeParse(rfmParams, { recencyCuts: [4, 3, 2, 1] }).success).toBe(false);
    expect(v.safeParse(rfmParams, { recencyCuts: [1, 2, 3] }).success).toBe(false);
    expect(v.safeParse(rfmParams, { windowDays: 29 }).success).toBe(false);
  });
});

const someOrders = fc.array(
  fc.record({
    customer: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    daysAgo: fc.integer({ min: 0, max: 500 }),
    gross: fc.integer({ min: 1, max: 9 }),
  }),
  { minLength: 1, maxLength: 20 },
);

const scoringOf = fc.record({
  scoring: fc.constantFrom('percent-rank', 'quantile-breaks', 'cuts'),
  windowDays: fc.constantFrom(365, 90),
  wholeHistory: fc.boolean(),
  countOrders: fc.constantFrom('days', 'orders'),
});

describe('laws', () => {
  it('each scored customer has one cell; equal customers have equal scores; a mark’s segment is the mark', async () => {
    await fc.assert(
      fc.asyncProperty(someOrders, scoringOf, async (drawn, scoring) => {
        await load(
          drawn.map(({ customer, daysAgo, gross }, at) => ({
            id: String(at),
            customer,
            day: addDays(context.asOf, -daysAgo),
            gross,
          })),
        );
        const given = {
          ...scoring,
          ...(scoring.scoring === 'cuts'
            ? { recencyCuts: [10, 50, 100, 200], frequencyCuts: [1, 2, 2, 3.5] }
            : {}),
        };
        const params = v.parse(rfmParams, given);
        const { value } = await runAnalysis(engine, rfm, context, given);
        const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
        expect(sum(value.cells.map(({ customers }) => customers))).toBe(value.scored);
        expect(sum(value.segments.map(({ customers }) => customers))).toBe(value.scored);
        expect(value.scored + value.withoutOrder).toBe(value.customers);
        for (const dimension of ['recency', 'frequency', 'monetary'] as const)
          expect(sum(value.scores.map((row) => row[dimension]))).toBe(value.scored);

        const columns = (await engine.rows('describe customer_profiles')).map((row) => ({
          name: String(row['column_name']),
          type: String(row['column_type']),
        }));
        const sizeOf = async ({ predicate }: Mark): Promise<unknown> => {
          const condition = valueOf(compilePredicate(predicate, { columns, asOf: context.asOf }));
          const [row] = await engine.rows(
            `select count(*)::INTEGER as size from customer_profiles where ${condition}`,
          );
          return row?.['size'];
        };
        for (const cell of value.cells)
          expect(await sizeOf(cellMark(cell, value, params))).toBe(cell.customers);
        for (const { name, customers } of value.segments)
          expect(await sizeOf(segmentMark(name, value, params))).toBe(customers);
      }),
      { numRuns: 15, seed: 11 },
    );
  });

  it('says in a mark’s name when its cuts are fixed', async () => {
    await load(shop);
    const params = v.parse(rfmParams, { windowDays: 100 });
    const { value } = await runAnalysis(engine, rfm, context, { windowDays: 100 });
    expect(isProfileScoring(params)).toBe(false);
    expect(segmentMark('Champions', value, params).label).toBe('Champions (fixed cuts)');
    expect(segmentMark('Champions', value, v.parse(rfmParams, {}))).toEqual({
      label: 'Champions',
      predicate: { kind: 'compare', field: 'rfm_segment', operator: 'is', value: 'Champions' },
    });
  });

  it('scores a segment among all customers, or within itself when asked', async () => {
    await load(shop);
    const only = "customer_id in ('b', 'c')";
    const among = await runAnalysis(engine, rfm, context, {}, only);
    const within = await runAnalysis(engine, rfm, context, { scoreWithin: 'segment' }, only);
    expect(among.value).toMatchObject({ customers: 2, scored: 2, scoredBase: 3 });
    expect(within.value).toMatchObject({ customers: 2, scored: 2, scoredBase: 2 });
    expect(within.value.scores.at(-1)?.recency).toBe(1);
    expect(among.value.scores.at(-1)?.recency).toBe(0);
  });
});
