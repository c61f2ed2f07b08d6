import type { Row } from '../../data/row.ts';
import { numberOf, ratioOf } from '../cells.ts';
import { claimsOf, combinedScore, orderedMap, putlerMap } from './legacy-maps.ts';
import type { RfmParams } from './params.ts';
import type { Rfm } from './result.ts';

type OtherMap = NonNullable<Rfm['otherMap']>;

interface Sums {
  readonly customers: number;
  readonly revenue: number;
}

const sumBy = (rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, Sums> => {
  const sums = new Map<string, Sums>();
  for (const row of rows) {
    const known = sums.get(keyOf(row));
    sums.set(keyOf(row), {
      customers: (known?.customers ?? 0) + numberOf(row, 'customers'),
      revenue: (known?.revenue ?? 0) + numberOf(row, 'revenue'),
    });
  }
  return sums;
};

const groupOf = (
  name: string,
  won: Sums,
  all: Sums,
  claimed = won.customers,
  contested = 0,
): OtherMap['groups'][number] => ({
  name,
  claimed,
  contested,
  customers: won.customers,
  share: ratioOf(won.customers, all.customers),
  revenue: won.revenue,
  revenueShare: ratioOf(won.revenue, all.revenue),
});

const nobody: Sums = { customers: 0, revenue: 0 };
const total = (list: readonly Sums[]): Sums => ({
  customers: list.reduce((sum, { customers }) => sum + customers, 0),
  revenue: list.reduce((sum, { revenue }) => sum + revenue, 0),
});

const spendingMap = (rows: readonly Row[]): OtherMap => {
  const sums = sumBy(rows, (row) => String(row['spending']));
  const all = total([...sums.values()]);
  return {
    map: 'spending',
    cells: [],
    groups: ['Heavy', 'Medium', 'Light'].map((name) => groupOf(name, sums.get(name) ?? nobody, all)),
    contested: 0,
    unclaimed: 0,
  };
};

const overlappingMap = (rows: readonly Row[], order: RfmParams['mapOrder']): OtherMap => {
  const map = orderedMap(putlerMap, order);
  const sums = sumBy(
    rows,
    (row) => `${numberOf(row, 'r')}-${combinedScore(numberOf(row, 'f'), numberOf(row, 'm'))}`,
  );
  const all = total([...sums.values()]);
  const cells = [5, 4, 3, 2, 1].flatMap((r) =>
    [1, 2, 3, 4, 5].map((fm) => {
      const { customers, revenue } = sums.get(`${r}-${fm}`) ?? nobody;
      return { r, fm, customers, revenue, segments: [...claimsOf(map, r, fm)] };
    }),
  );
  const countOf = (list: readonly Sums[]): number => total(list).customers;
  return {
    map: 'putler',
    cells,
    groups: map.map(({ name }) => {
      const claimed = cells.filter(({ segments }) => segments.includes(name));
      return groupOf(
        name,
        total(claimed.filter(({ segments }) => segments[0] === name)),
        all,
        countOf(claimed),
        countOf(claimed.filter(({ segments }) => segments.length > 1)),
      );
    }),
    contested: countOf(cells.filter(({ segments }) => segments.length > 1)),
    unclaimed: countOf(cells.filter(({ segments }) => segments.length === 0)),
  };
};

/** The customers by the other map that was asked for, with its overlaps; null for our own, which has none. */
export const otherMapOf = (rows: readonly Row[], { map, mapOrder }: RfmParams): Rfm['otherMap'] => {
  if (map === 'ours') return null;
  return map === 'spending' ? spendingMap(rows) : overlappingMap(rows, mapOrder);
};
