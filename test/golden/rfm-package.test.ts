import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/models/cuts/quantile.ts';
import { packageCuts, reverseScoreByCuts, scoreByCuts } from '../../src/models/cuts/quantile-scores.ts';
import { segmentByRanges } from '../../src/models/cuts/score-ranges.ts';
import type { ScoreRange } from '../../src/models/cuts/score-ranges.ts';
import { expectedValues, hasSharedData, sharedData } from '../support/golden-data.ts';
import { textTable } from '../support/text-table.ts';

type Scores = Readonly<Record<'R' | 'F' | 'M', Readonly<Record<string, number>>>>;

interface Segment {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly median_recency?: number;
  readonly median_frequency?: number;
  readonly median_monetary?: number;
}

interface Table {
  readonly customers: number;
  readonly orders: number;
  readonly revenue: number;
  readonly bins: Readonly<Record<'R' | 'F' | 'M', readonly number[]>>;
  readonly score_counts: Scores;
}

interface RfmPackage {
  readonly orders: Table & { readonly rfm_cells: number };
  readonly customer_level: Table & { readonly segments_readme: Readonly<Record<string, Segment>> };
  readonly first_rows: Readonly<Record<string, readonly number[]>>;
  readonly segments_with_readme_rules: Readonly<Record<string, Segment>>;
  readonly segments_with_testsuite_rules: Readonly<Record<string, Segment>>;
}

interface Customer {
  readonly name: string;
  readonly recency: number;
  readonly orders: number;
  readonly revenue: number;
}

/** Rows of name, then lowest and highest score of recency, frequency and monetary value. */
const rangesOf = (rows: readonly (readonly [string, ...number[]])[]): ScoreRange[] =>
  rows.map(([name, r1 = 0, r2 = 0, f1 = 0, f2 = 0, m1 = 0, m2 = 0]) => ({
    name,
    r: [r1, r2],
    f: [f1, f2],
    m: [m1, m2],
  }));

/** The rules of the package's README. */
const readmeRules = rangesOf([
  ['Champions', 5, 5, 5, 5, 5, 5],
  ['Potential Loyalist', 3, 5, 3, 5, 2, 5],
  ['Loyal Customers', 2, 4, 2, 4, 2, 4],
  ['Promising', 3, 4, 1, 3, 3, 5],
  ['New Customers', 4, 5, 1, 3, 1, 5],
  ["Can't Lose Them", 1, 2, 3, 4, 4, 5],
  ['At Risk', 1, 2, 2, 5, 4, 5],
  ['Need Attention', 1, 3, 3, 5, 3, 5],
  ['About To Sleep', 2, 3, 1, 3, 1, 4],
  ['Lost', 1, 1, 1, 5, 1, 5],
]);

/** The rules of the package's own tests. */
const testRules = rangesOf([
  ['Champions', 4, 5, 4, 5, 4, 5],
  ['Loyal Customers', 2, 5, 3, 5, 3, 5],
  ['Potential Loyalist', 3, 5, 1, 3, 1, 3],
  ['New Customers', 4, 5, 1, 1, 1, 1],
  ['Promising', 3, 4, 1, 1, 1, 1],
  ['Need Attention', 2, 3, 2, 3, 2, 3],
  ['About To Sleep', 2, 3, 1, 2, 1, 2],
  ['At Risk', 1, 2, 2, 5, 2, 5],
  ["Can't Lose Them", 1, 1, 4, 5, 4, 5],
  ['Lost', 1, 2, 1, 2, 1, 2],
]);

const customersOfOrders = (): Customer[] => {
  const byName = new Map<string, { last: string; orders: number; revenue: number }>();
  for (const row of textTable(sharedData('rfm_pkg/rfm_data_orders.csv').toString('utf8'))) {
    const name = row['customer_id'] ?? '';
    const day = row['order_date'] ?? '';
    const { last, orders, revenue } = byName.get(name) ?? { last: '', orders: 0, revenue: 0 };
    byName.set(name, {
      last: day > last ? day : last,
      orders: orders + 1,
      revenue: revenue + Number(row['revenue']),
    });
  }
  const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
  return [...byName].map(([name, { last, orders, revenue }]) => ({
    name,
    orders,
    revenue,
    recency: dayNumber('2006-12-31') - dayNumber(last),
  }));
};

const customersOfTable = (): Customer[] =>
  textTable(sharedData('rfm_pkg/rfm_data_customer.csv').toString('utf8')).map((row) => ({
    name: row['customer_id'] ?? '',
    recency: Number(row['recency_days']),
    orders: Number(row['number_of_orders']),
    revenue: Number(row['revenue']),
  }));

const scoredBy = (customers: readonly Customer[]) => {
  const cuts = {
    R: packageCuts(customers.map(({ recency }) => recency)),
    F: packageCuts(customers.map(({ orders }) => orders)),
    M: packageCuts(customers.map(({ revenue }) => revenue)),
  };
  const scored = customers.map((customer) => ({
    ...customer,
    r: reverseScoreByCuts(customer.recency, cuts.R),
    f: scoreByCuts(customer.orders, cuts.F),
    m: scoreByCuts(customer.revenue, cuts.M),
  }));
  return { cuts, scored };
};

const medianOf = (values: readonly number[]): number | null =>
  quantile(
    values.toSorted((one, other) => one - other),
    0.5,
  );

const expectSegments = (
  { scored }: ReturnType<typeof scoredBy>,
  rules: readonly ScoreRange[],
  published: Readonly<Record<string, Segment>>,
): void => {
  const named = scored.map((customer) => ({ ...customer, segment: segmentByRanges(customer, rules) }));
  expect([...new Set(named.map(({ segment }) => segment))].sort()).toEqual(Object.keys(published).sort());
  for (const [name, values] of Object.entries(published)) {
    const part = named.filter(({ segment }) => segment === name);
    expect([name, part.length]).toEqual([name, values.customers]);
    expect(part.reduce((sum, { orders }) => sum + orders, 0)).toBe(values.orders);
    expect(part.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(values.revenue);
    if (values.median_recency === undefined) continue;
    expect(medianOf(part.map(({ recency }) => recency))).toBe(values.median_recency);
    expect(medianOf(part.map(({ orders }) => orders))).toBe(values.median_frequency);
    expect(medianOf(part.map(({ revenue }) => revenue))).toBe(values.median_monetary);
  }
};

const expectTable = ({ cuts, scored }: ReturnType<typeof scoredBy>, published: Table): void => {
  expect(scored).toHaveLength(published.customers);
  expect(scored.reduce((sum, { orders }) => sum + orders, 0)).toBe(published.orders);
  expect(scored.reduce((sum, { revenue }) => sum + revenue, 0)).toBe(published.revenue);
  for (const [key, score] of [
    ['R', 'r'],
    ['F', 'f'],
    ['M', 'm'],
  ] as const) {
    cuts[key].forEach((cut, at) => expect(cut).toBeCloseTo(published.bins[key][at] ?? NaN, 9));
    for (const [value, count] of Object.entries(published.score_counts[key]))
      expect(scored.filter((customer) => customer[score] === Number(value))).toHaveLength(count);
  }
};

// rsquaredacademy/rfm: README, introduction article and tests (../shared/expected/rfm_r_package.json).
describe.skipIf(!hasSharedData)('the binning of R’s rfm package (../shared is needed)', () => {
  const expected = hasSharedData ? expectedValues<RfmPackage>('rfm_r_package') : ({} as RfmPackage);
  const orders = scoredBy(hasSharedData ? customersOfOrders() : []);
  const customers = scoredBy(hasSharedData ? customersOfTable() : []);

  it('995 customers of 4,906 orders: cut points, score counts, 92 cells', () => {
    expectTable(orders, expected.orders);
    expect(new Set(orders.scored.map(({ r, f, m }) => 100 * r + 10 * f + m)).size).toBe(
      expected.orders.rfm_cells,
    );
  });

  it('the first ten customers: recency, orders, revenue and score', () => {
    for (const [name, row] of Object.entries(expected.first_rows)) {
      const found = orders.scored.find((customer) => customer.name === name);
      const score = 100 * (found?.r ?? NaN) + 10 * (found?.f ?? NaN) + (found?.m ?? NaN);
      expect([found?.recency, found?.orders, found?.revenue, score]).toEqual(row);
    }
  });

  it('segments by the rules of the README, with their medians', () => {
    expectSegments(orders, readmeRules, expected.segments_with_readme_rules);
  });

  it('segments by the rules of the package’s tests: Champions 158 customers, 1,234 orders, 120,178', () => {
    expectSegments(orders, testRules, expected.segments_with_testsuite_rules);
  });

  it('39,999 customers of the customer table: cut points and score counts', () => {
    expectTable(customers, expected.customer_level);
  });

  it('segments of the customer table by the rules of the README', () => {
    expectSegments(customers, readmeRules, expected.customer_level.segments_readme);
  });
});
