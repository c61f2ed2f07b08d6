import { beforeAll, describe, expect, it } from 'vitest';
import type { GeoPotential } from '../../src/analyses/geo-potential/result.ts';
import { openTestEngine, valueOf } from '../support/engine.ts';
import type { TestEngine, TestQuestion } from '../support/engine.ts';
import { expectedValues, hasSharedData } from '../support/golden-data.ts';
import { fileFrom, inspectAll } from '../support/importing.ts';
import { openSampleEngine } from '../support/sample-engine.ts';
import type { SampleEngine } from '../support/sample-engine.ts';

const ask = async (engine: SampleEngine, question?: TestQuestion) => {
  const { value, warnings } = valueOf(await engine.run('geo-potential', question));
  return { value: value as GeoPotential, codes: warnings.map(({ code }) => code) };
};
const placeIn = (value: GeoPotential, name: string) => {
  const found = value.places.find((place) => place.name === name);
  if (!found) throw new Error(`No place ${name}`);
  return found;
};

describe('six customers in two countries, by hand', () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await openTestEngine();
    await engine.createCanonicalTables();
    await engine.exec(`insert into customers (customer_id, country) values
      ('a', 'Wales'), ('b', 'Wales'), ('c', 'Wales'), ('d', 'Eire'), ('e', 'Eire'), ('f', null)`);
    await engine.exec(`insert into orders (order_id, customer_id, ordered_at, gross, net) values
      ('0', 'd', timestamp '2023-06-01', 1, 1),
      ('1', 'a', timestamp '2024-02-01', 50, 50), ('2', 'b', timestamp '2024-02-01', 50, 50),
      ('3', 'a', timestamp '2025-02-01', 100, 100), ('4', 'b', timestamp '2025-02-01', 200, 200),
      ('5', 'c', timestamp '2025-02-01', 300, 300), ('6', 'd', timestamp '2024-02-01', 80, 80),
      ('7', 'e', timestamp '2024-02-01', 80, 80), ('8', 'e', timestamp '2025-02-01', 100, 100),
      ('9', 'f', timestamp '2025-02-01', 999, 999)`);
  });
  const question = { context: { asOf: '2025-12-31' }, params: { minimumCustomers: 5 } } as const;

  it('shares, index, growth and their intervals', async () => {
    const { value, codes } = await ask(engine, question);
    expect(value).toMatchObject({
      level: 'country',
      basis: 'revenue',
      customers: 4,
      unplaced: 1,
      value: 700,
    });
    expect(codes).toEqual(['unplaced', 'small-places', 'no-margin']);
    const wales = placeIn(value, 'Wales');
    expect(wales).toMatchObject({ customers: 3, before: 2, value: 600, customerShare: 0.75, growth: 0.5 });
    expect(wales.valueShare).toBeCloseTo(600 / 700, 12);
    expect(wales.index).toBeCloseTo(200 / 175, 12);
    // Student's t for 2 degrees of freedom, spread 100 of three customers.
    expect(wales.indexHigh).toBeCloseTo((200 + (4.302653 * 100) / Math.sqrt(3)) / 175, 5);
    expect(wales.growthHigh).toBeCloseTo(1.5 * Math.exp(1.959964 * Math.sqrt(1 / 6)) - 1, 5);
    expect(wales.valueGrowth).toBeCloseTo(5, 12);
    expect(placeIn(value, 'Eire')).toMatchObject({ customers: 1, growth: -0.5, isCandidate: false });
    expect(wales).toMatchObject({ isSmall: true, isCandidate: false, potential: null });
  });

  it('says that growth can’t be told when the data don’t reach back', async () => {
    const { value, codes } = await ask(engine, { ...question, params: { windowDays: 600 } });
    expect(value.isCovered).toBe(false);
    expect(placeIn(value, 'Wales').growth).toBeNull();
    expect(codes).toContain('no-growth');
  });
});

describe('the retailer', () => {
  it('compares regions, as all are in one country, and adds up to a plain count', async () => {
    const engine = await openSampleEngine('retailer');
    const { value } = await ask(engine);
    expect(value).toMatchObject({ level: 'region', basis: 'margin', isCovered: true });
    const [row] =
      await engine.rows(`select count(distinct o.customer_id)::integer as customers, sum(o.margin)::double as margin
      from order_facts o join customers c using (customer_id)
      where c.region is not null and order_date > (select max(order_date) + 1 - 365 from order_facts) and o.customer_id in
        (select customer_id from order_facts where is_purchase and order_date > (select max(order_date) + 1 - 365 from order_facts))`);
    expect(value.customers).toBe(row?.['customers']);
    expect(value.places.reduce((sum, { customerShare }) => sum + customerShare, 0)).toBeCloseTo(1, 12);
    expect(value.places.reduce((sum, { valueShare }) => sum + (valueShare ?? 0), 0)).toBeCloseTo(1, 12);
  });

  it('sees customers leave the Northern Isles, where a competitor opened', async () => {
    const engine = await openSampleEngine('retailer');
    const { value } = await ask(engine, { params: { windowDays: 180 } });
    const isles = placeIn(value, 'Northern Isles');
    expect(isles.growthHigh).toBeLessThan(-0.2);
    expect(isles.isCandidate).toBe(false);
  });
});

describe.skipIf(!hasSharedData)('Olist (skipped: ../shared is not here)', () => {
  it('ranks the states as published', async () => {
    const shared = new URL('../../../shared/data/olist/sample/', import.meta.url).pathname;
    const { states_top5: states } = expectedValues<{ states_top5: Record<string, number> }>('olist_sample');
    const files = ['customers', 'orders', 'order_items'].map((name) =>
      fileFrom(`${shared}olist_${name}_dataset.csv`),
    );
    const engine = await openTestEngine();
    valueOf(await engine.load(await inspectAll(...files), files));
    const { value } = await ask(engine, { params: { windowDays: 1_095 } });
    expect(value.level).toBe('region');
    expect(value.places.slice(0, 5).map(({ name }) => name)).toEqual(Object.keys(states));
    for (const { name, known } of value.places.slice(0, 5))
      expect(known / (states[name] ?? NaN), name).toBeCloseTo(1, 1);
  }, 120_000);
});
