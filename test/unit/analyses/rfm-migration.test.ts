import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { rfmMigration } from '../../../src/analyses/rfm-migration/definition.ts';
import { gridFinding, movesFinding } from '../../../src/analyses/rfm-migration/findings.ts';
import { stateMark } from '../../../src/analyses/rfm-migration/marks.ts';
import { notYet, states, toneOf } from '../../../src/analyses/rfm-migration/states.ts';
import { rfmSegments } from '../../../src/analyses/rfm/segments.ts';
import { createFormats } from '../../../src/core/format/formats.ts';
import { compilePredicate } from '../../../src/data/segments/compile-predicate.ts';
import { openTestEngine, valueOf } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
const formats = createFormats('en-GB', 'EUR');

/** By the earlier day: a buys weekly, b once long ago, c once lately; then a stops, b comes back and d is new. */
const shop: readonly HandOrder[] = [
  ...[1, 2, 3, 4, 5, 6].map((week) => ({
    id: `a${week}`,
    customer: 'a',
    day: `2023-11-${String(week * 4).padStart(2, '0')}`,
    gross: 10,
  })),
  { id: 'b1', customer: 'b', day: '2022-02-01', gross: 40 },
  { id: 'b2', customer: 'b', day: '2024-06-20', gross: 50 },
  { id: 'b3', customer: 'b', day: '2024-06-25', gross: 50 },
  { id: 'c1', customer: 'c', day: '2023-12-20', gross: 30 },
  { id: 'd1', customer: 'd', day: '2024-06-28', gross: 5 },
];

describe('moves between segments', () => {
  let engine: TestEngine;
  const load = async (orders: readonly HandOrder[]): Promise<void> => {
    await loadOrders(engine, orders);
    await deriveFacts(engine, context);
  };
  beforeAll(async () => {
    engine = await openTestEngine();
  });

  it('place everyone who has bought once on each day', async () => {
    await load(shop);
    const { value } = await runAnalysis(engine, rfmMigration, context);
    expect(value.customers).toBe(4);
    expect(value.newCustomers).toBe(1);
    const moves = new Map(value.moves.map(({ from, to, customers }) => [`${from} → ${to}`, customers]));
    expect([...moves.values()].reduce((sum, customers) => sum + customers, 0)).toBe(4);
    expect(value.moves.find(({ from }) => from === 'Lapsed')).toMatchObject({
      customers: 1,
      revenueBefore: 0,
      revenueNow: 100,
    });
    expect(value.wonBack.customers).toBe(1);
    for (const from of new Set(value.moves.map((move) => move.from))) {
      const shares = value.moves.filter((move) => move.from === from).map(({ share }) => share);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    }
    const sides = value.states.map(({ before, now }) => [before, now]);
    expect(sides.reduce((sum, [before = 0]) => sum + before, 0)).toBe(4);
    expect(sides.reduce((sum, [, now = 0]) => sum + now, 0)).toBe(4);
    expect(movesFinding(value, formats)).toMatch(/slipped away.*1 was won back/);
    expect(gridFinding(value, formats)).toMatch(/still are$/);
  });

  it('say nothing of nobody, and that nobody was there before', async () => {
    await load([]);
    const none = await runAnalysis(engine, rfmMigration, context);
    expect(none.value).toMatchObject({ customers: 0, moves: [], championsKept: null });
    expect(none.warnings.map(({ code }) => code)).toEqual(['no-customers']);
    await load([{ id: '1', customer: 'a', day: '2024-06-30', gross: 1 }]);
    const fresh = await runAnalysis(engine, rfmMigration, context);
    expect(fresh.value.newCustomers).toBe(1);
    expect(fresh.warnings.map(({ code }) => code)).toEqual(['nobody-before']);
    expect(movesFinding(fresh.value, formats)).toBe('Nobody had bought by the earlier day');
  });

  it('are between the segments of the map, and each is good, bad or neither', () => {
    expect(states).toEqual([...rfmSegments.map(({ name }) => name), 'Lapsed']);
    expect(toneOf('Champions', 'Lapsed')).toBe('worse');
    expect(toneOf('Lost', 'New')).toBe('better');
    expect(toneOf('Champions', 'Loyal')).toBe('same');
    expect(toneOf(notYet, 'Champions')).toBe('same');
    for (const from of states)
      for (const to of states)
        if (toneOf(from, to) === 'worse') expect(toneOf(to, from), `${from} ${to}`).toBe('better');
  });

  it('make segments of those who are in a state now', async () => {
    await load(shop);
    const columns = [
      { name: 'orders', type: 'INTEGER' },
      { name: 'frequency', type: 'INTEGER' },
      { name: 'rfm_segment', type: 'VARCHAR' },
    ];
    const { value } = await runAnalysis(engine, rfmMigration, context, { cutsFrom: 'each' });
    for (const state of value.states.filter(({ now }) => now > 0)) {
      const rule = valueOf(
        compilePredicate(stateMark(state.name).predicate, { columns, asOf: context.asOf }),
      );
      const rows = await engine.rows(`select count(*)::integer as n from customer_profiles where ${rule}`);
      expect(rows[0]?.['n'], state.name).toBe(state.now);
    }
  });
});
