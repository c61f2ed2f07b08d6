import { endOfPeriod } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import { numberOf } from '../cells.ts';
import { bandOf, endOfBand, purchaseBands, recencyBands } from './bands.ts';
import type { CustomerGroups, Valuation } from './groups.ts';
import type { CustomerValue } from './result.ts';

type Tally = CustomerValue['cohorts'][number];

/** More quarters than this are shown as years. House rule. */
const mostQuarters = 12;

interface Sums {
  customers: number;
  alive: number;
  orders: number;
  value: number;
}

const sumBy = <Key>(
  rows: readonly Row[],
  groups: CustomerGroups,
  valuation: Valuation,
  keyOf: (row: Row, index: number) => Key,
): Map<Key, Sums> => {
  const sums = new Map<Key, Sums>();
  rows.forEach((row, index) => {
    const key = keyOf(row, index);
    const sum = sums.get(key) ?? { customers: 0, alive: 0, orders: 0, value: 0 };
    sum.customers += at(groups.counts, index);
    sum.alive += at(valuation.alive, index);
    sum.orders += at(valuation.orders, index);
    sum.value += at(valuation.value, index);
    sums.set(key, sum);
  });
  return sums;
};

const tallyOf = ([name, sums]: readonly [string, Sums]): Tally => ({
  name,
  ...sums,
  mean: sums.customers > 0 ? sums.value / sums.customers : 0,
});

const quarterOf = (cohort: string): string =>
  `${cohort.slice(0, 4)} Q${Math.ceil(Number(cohort.slice(5, 7)) / 3)}`;

/** Value by year of the first purchase, or by quarter where there are few. */
export const tallyCohorts = (
  rows: readonly Row[],
  groups: CustomerGroups,
  valuation: Valuation,
): Pick<CustomerValue, 'cohortsBy' | 'cohorts'> => {
  const isByYear = new Set(rows.map((row) => row['cohort'])).size > mostQuarters;
  const sums = sumBy(rows, groups, valuation, (row) => {
    const cohort = String(row['cohort']);
    return isByYear ? cohort.slice(0, 4) : quarterOf(cohort);
  });
  const cohorts = [...sums].sort(([one], [other]) => one.localeCompare(other)).map(tallyOf);
  return { cohortsBy: isByYear ? 'year' : 'quarter', cohorts };
};

/** Value by channel of acquisition, most valuable first; empty when no channel is known. */
export const tallyChannels = (
  rows: readonly Row[],
  groups: CustomerGroups,
  valuation: Valuation,
): CustomerValue['channels'] => {
  if (rows.every((row) => (row['channel'] ?? null) === null)) return [];
  const sums = sumBy(rows, groups, valuation, (row) => String(row['channel'] ?? 'Unknown'));
  return [...sums]
    .map(tallyOf)
    .sort((one, other) => other.value - one.value || one.name.localeCompare(other.name));
};

/** P(alive) and mean value by recency and number of purchase days. */
export const tallyGrid = (
  rows: readonly Row[],
  groups: CustomerGroups,
  valuation: Valuation,
): CustomerValue['grid'] => {
  const keyOf = (row: Row, index: number): number =>
    numberOf(row, 'recency_band') * 1_000 + bandOf(purchaseBands, at(groups.repeatCount, index) + 1);
  return [...sumBy(rows, groups, valuation, keyOf)]
    .sort(([one], [other]) => one - other)
    .map(([key, sums]) => {
      const [recencyFrom, purchasesFrom] = [Math.floor(key / 1_000), key % 1_000];
      return {
        recencyFrom,
        recencyTo: endOfBand(recencyBands, recencyFrom),
        purchasesFrom,
        purchasesTo: endOfBand(purchaseBands, purchasesFrom),
        customers: sums.customers,
        pAlive: sums.alive / sums.customers,
        meanValue: sums.value / sums.customers,
      };
    });
};

/** Last day of a cohort by its name, for the segment that a picked column stands for. */
export const cohortDays = (name: string): readonly [Day, Day] => {
  const [year = '', quarter] = name.split(' Q');
  if (quarter === undefined) return [`${year}-01-01` as Day, `${year}-12-31` as Day];
  const start = `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}-01` as Day;
  return [start, endOfPeriod(start, 'quarter')];
};
