import fc from 'fast-check';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RunContext } from '../../../src/analyses/analysis.ts';
import { valueLadder } from '../../../src/analyses/value-ladder/definition.ts';
import { isProfileRules, rungMark } from '../../../src/analyses/value-ladder/marks.ts';
import { valueLadderParams } from '../../../src/analyses/value-ladder/params.ts';
import { addDays } from '../../../src/core/day.ts';
import { openTestEngine } from '../../support/engine.ts';
import type { TestEngine } from '../../support/engine.ts';
import { loadOrders } from '../../support/order-table.ts';
import type { HandOrder } from '../../support/order-table.ts';
import { deriveFacts, runAnalysis } from '../../support/run-analysis.ts';

const context: RunContext = { asOf: '2024-07-01', currency: 'EUR', seed: 1, returns: 'net' };
let engine: TestEngine;

beforeAll(async () => {
  engine = await openTestEngine();
});

const order = (customer: string, day: string, cost?: number): HandOrder => ({
  id: `${customer} ${day}`,
  customer,
  day,
  gross: 10,
  ...(cost === undefined ? {} : { cost }),
});

/** o: one day (two orders); r: two days, long ago; l: monthly until now. */
const buyers: readonly HandOrder[] = [
  order('o', '2024-06-01', 4),
  { ...order('o', '2024-06-01', 4), id: 'again' },
  order('r', '2023-01-01', 5),
  order('r', '2023-02-01'),
  ...['02', '03', '04', '05', '06'].map((month) => order('l', `2024-${month}-15`, 6)),
];

const run = (given: Record<string, unknown> = {}, segment?: string) =>
  runAnalysis(engine, valueLadder, context, given, segment);

const rungsOf = async (given: Record<string, unknown> = {}): Promise<number[]> =>
  (await run(given)).value.rungs.map(({ customers }) => customers);

describe('the value ladder on hand-written customers', () => {
  it('places buyers by days of purchase, rhythm and tenure, and says what the other rungs need', async () => {
    await loadOrders(engine, buyers);
    await deriveFacts(engine, context);
    const { value, warnings } = await run();
    expect(value.rungs.map(({ customers }) => customers)).toEqual([0, 0, 1, 1, 0, 1, 0]);
    expect(value.rungs.map(({ available }) => available)).toEqual([
      false,
      false,
      true,
      true,
      true,
      true,
      false,
    ]);
    expect(value.rungs[0]?.needs).toMatch(/neither bought nor been in contact/);
    expect(value.rungs[1]?.needs).toMatch(/Contacts/);
    expect(value.rungs[6]?.needs).toBe('Referrals or reviews');
    expect(value.rungs[5]).toMatchObject({
      behavioural: 1,
      revenue: 50,
      meanRevenue: 50,
      margin: 20,
      lapsed: 0,
    });
    expect(value.rungs[3]).toMatchObject({ lapsed: 1, lapsedShare: 1, margin: null });
    expect(value.rungs[2]).toMatchObject({ revenue: 20, margin: 12, stepRate: null, reached: 3 });
    expect(value.rungs[3]).toMatchObject({ stepRate: 2 / 3, reached: 2 });
    expect(value.rungs[6]).toMatchObject({ available: false, stepRate: null });
    expect(value).toMatchObject({
      customers: 3,
      buyers: 3,
      lapsed: 1,
      repeatShare: 2 / 3,
      attitudeKnown: false,
    });
    expect(value.thresholds).toMatchObject({ frequencyMinimum: 4, usualGapDays: 30.75, breadthBasis: null });
    expect(warnings.map(({ code }) => code)).toEqual(['few-buyers', 'behaviourally-loyal', 'no-breadth']);
  });

  it('needs contact for a prospect, a purchase and a recommendation for an advocate, an attitude for the loyal', async () => {
    await loadOrders(engine, buyers);
    await engine.exec("insert into customers (customer_id) values ('s'), ('p'), ('l'), ('x')");
    await engine.exec(
      "insert into interactions (interaction_id, customer_id, occurred_at) values ('1', 'p', timestamp '2024-05-05 00:00:00'), ('2', 's', timestamp '2024-09-01 00:00:00')",
    );
    await engine.exec(
      "insert into referrals (from_customer_id, to_customer_id) values ('o', 'l'), ('x', 'l')",
    );
    await engine.exec(`insert into surveys (customer_id, answered_at, instrument, score) values
      ('l', timestamp '2024-06-20 00:00:00', 'nps', 6), ('r', timestamp '2024-06-20 00:00:00', 'review', 5)`);
    await deriveFacts(engine, context);
    // x never bought and is a prospect by nothing but a referral, which is no contact: a suspect, like s.
    expect(await rungsOf()).toEqual([2, 1, 0, 0, 1, 0, 2]);
    expect(await rungsOf({ reviews: 'never' })).toEqual([2, 1, 0, 1, 1, 0, 1]);
    expect(await rungsOf({ attitudeMinimum: 3.4 })).toEqual([2, 1, 0, 0, 0, 1, 2]);
    const { value } = await run();
    expect(value.advocatesByReview).toBe(1);
    expect(value.rungs[5]?.behavioural).toBe(0);
    expect(value.attitudeKnown).toBe(true);
  });

  it('counts reviews of one-time customers only when asked', async () => {
    await loadOrders(engine, buyers);
    await engine.exec("insert into surveys (customer_id, instrument, score) values ('o', 'review', 4)");
    await deriveFacts(engine, context);
    expect((await rungsOf())[6]).toBe(0);
    expect((await rungsOf({ reviews: 'any-customer' }))[6]).toBe(1);
  });

  it('asks for breadth when products are known', async () => {
    await loadOrders(engine, [...buyers, order('m', '2024-06-01'), order('m', '2024-06-20')]);
    await engine.exec('delete from lines');
    await engine.exec(`insert into lines (order_id, product_id, quantity, net) values
      ('o 2024-06-01', 'a', 1, 5), ('o 2024-06-01', 'b', 1, 5), ('m 2024-06-01', 'a', 1, 5), ('m 2024-06-20', 'b', 1, 5),
      ('l 2024-02-15', 'a', 1, 5)`);
    await deriveFacts(engine, context);
    const { value } = await run();
    expect(value.thresholds).toMatchObject({ breadthBasis: 'products', breadthMinimum: 1.5 });
    expect(value.rungs.map(({ customers }) => customers)).toEqual([0, 0, 1, 3, 0, 0, 0]);
    expect((await rungsOf({ breadthPercentile: 0 }))[5]).toBe(1);
  });

  it('is empty, with a warning, without customers', async () => {
    await loadOrders(engine, []);
    await deriveFacts(engine, context);
    const { value, warnings } = await run();
    expect(value).toMatchObject({ customers: 0, buyers: 0, repeatShare: null, lapsedShare: null });
    expect(value.rungs.every(({ share, meanRevenue }) => share === null && meanRevenue === null)).toBe(true);
    expect(warnings.map(({ code }) => code)).toEqual(['no-customers']);
  });

  it('calls nobody lapsed where nobody came back', async () => {
    await loadOrders(engine, [order('a', '2020-01-01')]);
    await deriveFacts(engine, context);
    const { value } = await run();
    expect(value.lapsed).toBe(0);
    expect(value.rungs[4]).toMatchObject({
      available: false,
      needs: expect.stringContaining('Repeat purchases'),
    });
  });

  it('judges a segment by thresholds of all customers', async () => {
    await loadOrders(engine, buyers);
    await deriveFacts(engine, context);
    const everyone = await run();
    const part = await run({}, "customer_id = 'r'");
    expect(part.value.thresholds).toEqual(everyone.value.thresholds);
    expect(part.value).toMatchObject({ customers: 1, buyers: 1 });
  });
});

describe('laws', () => {
  it('each customer stands on one rung, as in the profile', async () => {
    const orders = fc.array(
      fc.record({
        customer: fc.constantFrom('a', 'b', 'c', 'd'),
        daysAgo: fc.integer({ min: 0, max: 400 }),
      }),
      { maxLength: 20 },
    );
    await fc.assert(
      fc.asyncProperty(orders, async (drawn) => {
        await loadOrders(
          engine,
          drawn.map(({ customer, daysAgo }, at) => ({
            ...order(customer, addDays(context.asOf, -daysAgo)),
            id: String(at),
          })),
        );
        await engine.exec("insert into customers (customer_id) values ('a'), ('z')");
        await deriveFacts(engine, context);
        const { value } = await run();
        const rows = await engine.rows(
          'select ladder_rung as rung, count(*)::INTEGER as customers from customer_profiles group by ladder_rung',
        );
        const ofProfile = new Map(rows.map((row) => [row['rung'], row['customers']]));
        for (const { rung, customers, reached, lapsed } of value.rungs) {
          expect(customers).toBe(ofProfile.get(rung) ?? 0);
          expect(reached).toBeGreaterThanOrEqual(customers);
          expect(lapsed).toBeLessThanOrEqual(customers);
        }
        expect(value.rungs.reduce((sum, { customers }) => sum + customers, 0)).toBe(value.customers);
      }),
      { numRuns: 6, seed: 3 },
    );
  });

  it('makes segments of rungs only while the rules are the profile’s', () => {
    expect(isProfileRules(v.parse(valueLadderParams, {}))).toBe(true);
    for (const change of [
      { frequencyPercentile: 0.8 },
      { breadthPercentile: 0.4 },
      { activeGaps: 4 },
      { tenureGaps: 1 },
      { attitudeMinimum: 3 },
      { reviewMinimum: 5 },
      { reviews: 'never' },
    ])
      expect(isProfileRules(v.parse(valueLadderParams, change))).toBe(false);
    expect(rungMark({ rung: 4, stage: 'Repeat customer' })).toEqual({
      label: 'Repeat customers',
      predicate: { kind: 'compare', field: 'ladder_rung', operator: 'is', value: 4 },
    });
  });
});
