import { beforeAll, describe, expect, it } from 'vitest';
import type { CrossSell } from '../../src/analyses/cross-sell/result.ts';
import { pairMeasures } from '../../src/models/association/pair-measures.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion): Promise<CrossSell> =>
  valueOf(await engine.run('cross-sell', question)).value as CrossSell;

interface Rule {
  readonly lhs: string | readonly string[];
  readonly rhs: string;
  readonly support: number;
  readonly confidence: number;
  readonly lift: number;
  readonly count: number;
}

interface Measures {
  readonly rule: string;
  readonly leverage: number;
  readonly conviction: number;
  readonly chiSquared: number;
  readonly phi: number;
  readonly jaccard: number;
}

interface RuleSet {
  readonly by_size: Readonly<Record<string, number>>;
  readonly top_by_lift: readonly Rule[];
  readonly top_by_confidence: readonly Rule[];
  readonly top_by_support: readonly Rule[];
  readonly measures_top3_lift: readonly Measures[];
}

type Expected = Readonly<Record<`supp${string}`, RuleSet>> &
  Readonly<
    Record<`frequent_itemsets_supp${string}`, { readonly by_size: Readonly<Record<string, number>> }>
  > & {
    readonly transactions: number;
    readonly items: number;
    readonly density: number;
    readonly item_frequency_top20: Readonly<Record<string, number>>;
    readonly top_pairs_by_count: readonly { readonly a: string; readonly b: string; readonly n: number }[];
  };

/** The published rules with one item on the left. */
const publishedPairs = (set: RuleSet): readonly (Rule & { readonly lhs: string })[] =>
  [...set.top_by_lift, ...set.top_by_confidence, ...set.top_by_support].filter(
    (rule): rule is Rule & { lhs: string } => typeof rule.lhs === 'string',
  );

/** Each transaction is an order of nobody; items are products named by themselves. */
const loadGroceries = async (engine: TestEngine): Promise<void> => {
  await engine.createCanonicalTables();
  const bytes = sharedData('groceries/groceries_long.csv');
  valueOf(await engine.session.registerFile('imp/groceries.csv', new File([new Uint8Array(bytes)], 'g.csv')));
  await engine.exec(`create or replace temp table groceries as select * from read_csv('imp/groceries.csv',
    header = true, columns = {'transaction_id': 'VARCHAR', 'item': 'VARCHAR'})`);
  await engine.exec(`insert into orders (order_id, ordered_at, gross, net)
    select distinct transaction_id, timestamp '2025-06-02', 1, 1 from groceries`);
  await engine.exec(`insert into lines (order_id, product_id, quantity, net)
    select transaction_id, item, 1, 1 from groceries`);
};

describe.skipIf(!hasSharedData)('groceries, as R arules counts them (skipped: ../shared is not here)', () => {
  let engine: TestEngine;
  const expected = hasSharedData ? expectedValues<Expected>('groceries_apriori') : undefined;
  const rules = (support: number, confidence: number): Promise<CrossSell> =>
    ask(engine, {
      params: {
        level: 'basket',
        items: 200,
        minimumTogether: 1,
        minimumShare: support,
        minimumConfidence: confidence,
        minimumLift: 0,
        listed: 500,
      },
    });
  beforeAll(async () => {
    engine = await openTestEngine();
    await loadGroceries(engine);
  });

  it('counts transactions, items and the twenty most frequent', async () => {
    const value = await rules(0.01, 0.2);
    expect(value.baskets).toBe(expected?.transactions);
    expect(value.items).toBe(expected?.items);
    const [row] = await engine.rows('select count(*)::double as n from lines');
    expect(Number(row?.['n']) / (value.baskets * value.items)).toBeCloseTo(expected?.density ?? NaN, 8);
    const top = value.itemCounts.slice(0, 20).map(({ item, baskets }) => [item, baskets]);
    expect(Object.fromEntries(top)).toEqual(expected?.item_frequency_top20);
  });

  it.each([
    [0.001, 0.5, 11],
    [0.01, 0.5, 0],
    [0.01, 0.2, 151],
    [0.006, 0.25, 150],
    [0.02, 0.3, 32],
  ])('finds the rules of two items at support %d and confidence %d', async (support, confidence, count) => {
    const value = await rules(support, confidence);
    const set = expected?.[`supp${support}_conf${confidence}_minlen${confidence >= 0.5 ? 1 : 2}`];
    if (!set) throw new Error('Not published');
    expect([value.passed, set.by_size['2'] ?? 0]).toEqual([count, count]);
    for (const { lhs, rhs, ...rule } of publishedPairs(set)) {
      const found = value.pairs.find(({ first, second }) => first === lhs && second === rhs);
      expect(found?.together, `${lhs} → ${rhs}`).toBe(rule.count);
      for (const key of ['support', 'confidence', 'lift'] as const)
        expect(found?.[key], `${lhs} → ${rhs}`).toBeCloseTo(rule[key], 9);
    }
  });

  it('finds the pairs that are together most often', async () => {
    const value = await rules(0.02, 0);
    for (const { a, b, n } of expected?.top_pairs_by_count ?? []) {
      const found = value.pairs.filter(
        ({ first, second }) => (first === a && second === b) || (first === b && second === a),
      );
      expect(
        found.map(({ together }) => together),
        `${a}, ${b}`,
      ).toEqual([n, n]);
    }
  });

  it.each(['0.1', '0.05', '0.02', '0.01', '0.005', '0.001'])(
    'finds as many frequent items and pairs at support %s',
    async (support) => {
      const value = await rules(Number(support), 0);
      const sizes = expected?.[`frequent_itemsets_supp${support}`]?.by_size;
      expect(value.tried).toBe(sizes?.['2'] ?? 0);
      const [row] = await engine.rows(`select count(*)::integer as n from
        (select product_id from lines group by 1 having count(distinct order_id) >= ${support} * 9835)`);
      expect(row?.['n']).toBe(sizes?.['1']);
    },
  );

  it('measures published rules as R does, of any left side, from their counts', () => {
    const frequency = {
      ...expected?.item_frequency_top20,
      'hamburger meat': 327,
      'salty snack': 372,
      sugar: 333,
    };
    const sets = Object.entries(expected ?? {}).flatMap(([name, set]) =>
      name.startsWith('supp') ? [set as RuleSet] : [],
    );
    let checked = 0;
    for (const set of sets)
      for (const measured of set.measures_top3_lift) {
        const rule = set.top_by_lift.find(
          ({ lhs, rhs }) => measured.rule === `{${[lhs].flat().join(',')}} => {${rhs}}`,
        );
        const withB = rule && (frequency as Record<string, number>)[rule.rhs];
        if (!rule || !withB) continue;
        const found = pairMeasures({
          total: 9835,
          withA: Math.round(rule.count / rule.confidence),
          withB,
          together: rule.count,
        });
        for (const key of ['leverage', 'conviction', 'chiSquared', 'phi', 'jaccard'] as const)
          expect(found[key], `${measured.rule} ${key}`).toBeCloseTo(measured[key], 6);
        checked += 1;
      }
    expect(checked).toBe(18);
  });
});

describe('six customers, by hand', () => {
  it('counts who has what, who lacks what, and what that is worth', async () => {
    const engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
      ('1', 'a', timestamp '2025-01-03', 30, 30), ('2', 'b', timestamp '2025-01-03', 30, 30),
      ('3', 'c', timestamp '2025-01-03', 30, 30), ('4', 'd', timestamp '2025-01-03', 10, 10),
      ('5', 'e', timestamp '2025-01-06', 20, 20), ('6', 'f', timestamp '2025-01-06', 5, 5),
      ('7', null, timestamp '2025-01-06', 30, 30), ('8', 'd', timestamp '2025-01-07', -20, -20)`);
    await engine.exec(
      `insert into products (product_id, name) values ('p', 'Pan'), ('l', 'Lid'), ('s', 'Salt')`,
    );
    await engine.exec(`insert into lines (order_id, line_no, product_id, quantity, net, cost) values
      ('1', 1, 'p', 1, 10, 6), ('1', 2, 'l', 1, 20, 10), ('2', 1, 'p', 1, 10, 6), ('2', 2, 'l', 1, 20, 10),
      ('3', 1, 'p', 1, 10, 6), ('3', 2, 'l', 1, 20, 10), ('4', 1, 'p', 1, 10, 6), ('5', 1, 'l', 1, 20, 10),
      ('6', 1, 's', 1, 5, 4), ('7', 1, 'p', 1, 10, 6), ('7', 2, 'l', 1, 20, 10), ('8', 1, 'l', -1, -20, -10)`);
    const value = await ask(engine, {
      context: { asOf: '2025-01-12' },
      params: { minimumTogether: 1, minimumShare: 0, minimumLift: 0, minimumConfidence: 0 },
    });
    expect(value).toMatchObject({ basis: 'margin', days: 10, customers: 6, baskets: 7, tried: 1, passed: 2 });
    const lid = value.pairs.find(({ second }) => second === 'Lid');
    // Pan: a b c d; lid: a b c e (d gave one back that d never bought); both: a b c.
    expect(lid).toMatchObject({ withFirst: 4, withSecond: 4, together: 3, lacking: 1, confidence: 0.75 });
    expect(lid?.lift).toBeCloseTo(0.75 / (4 / 6), 12);
    expect(lid?.leverage).toBeCloseTo(3 / 6 - (4 / 6) ** 2, 12);
    expect(lid?.conviction).toBeCloseTo((1 - 4 / 6) / 0.25, 12);
    // Cells 3, 1, 1, 1.
    expect(lid?.yuleQ).toBeCloseTo(0.5, 12);
    expect(lid?.p).toBeCloseTo(9 / 15, 12);
    // Five lids sold (one to nobody) and one taken back: margin 40 by four customers in 10 days.
    expect(lid?.worth).toBeCloseTo((40 / 4) * 36.5, 9);
    expect(lid?.value).toBeCloseTo((lid?.confidenceLow ?? NaN) * 365, 9);
    expect(lid?.clusters.reduce((sum, { customers }) => sum + customers, 0)).toBe(1);
  });
});

describe('what sells together at the retailer', () => {
  let engine: SampleEngine;
  let value: CrossSell;
  beforeAll(async () => {
    engine = await openSampleEngine('retailer');
    value = await ask(engine);
  });

  it('finds and names the pair that was planted for Fridays', () => {
    expect(value.weekdays[0]).toMatchObject({ weekday: 5 });
    expect([value.weekdays[0]?.first, value.weekdays[0]?.second].toSorted()).toEqual([
      'Chianti, 75 cl',
      'Pizza dough, two',
    ]);
    expect(value.weekdays[0]?.lift).toBeGreaterThan(6);
    expect(value.weekdays[0]?.low).toBeGreaterThan(3);
    expect(value.weekdays).toHaveLength(1);
  });

  it('counts a pair as a plain count of the tables does', async () => {
    const [best] = value.pairs;
    if (!best) throw new Error('No pair');
    const quoted = (name: string) => `'${name.replaceAll("'", "''")}'`;
    const [row] = await engine.rows(`with bought as (
        select distinct f.customer_id, p.name from order_facts f join lines l using (order_id) join products p using (product_id)
        where f.is_purchase and l.quantity > 0 and f.customer_id is not null
          and f.order_date >= (select max(order_date) + 1 - 365 from order_facts))
      select count(*) filter (a)::integer as with_first, count(*) filter (b)::integer as with_second, count(*) filter (a and b)::integer as together
      from (select bool_or(name = ${quoted(best.first)}) as a, bool_or(name = ${quoted(best.second)}) as b from bought group by customer_id)`);
    expect(row).toEqual({
      with_first: best.withFirst,
      with_second: best.withSecond,
      together: best.together,
    });
    expect(best.lacking).toBe(best.withFirst - best.together);
    expect(best.clusters.reduce((sum, { customers }) => sum + customers, 0)).toBe(best.lacking);
  });
});
