import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import {
  expectedNextOpportunityPurchases,
  expectedOpportunityRepeats,
  opportunityPAlive,
  opportunityProbabilities,
} from '../../models/bg-bb/bg-bb.ts';
import type { BgBbParameters, OpportunityHistory } from '../../models/bg-bb/bg-bb.ts';
import { numberOf } from '../cells.ts';
import { bandOf, endOfBand } from './bands.ts';
import type { PurchaseOccasions } from './result.ts';

/** Customers alike in their history. */
export interface Group extends OpportunityHistory {
  readonly customers: number;
  /** Purchases in the holdout; 0 where it doesn't apply. */
  readonly later: number;
}

/** So many repeats or more share a column. */
export const mostRepeats = 8;

/** Rows of the query as groups. */
export const groupsOf = (rows: readonly Row[]): Group[] =>
  rows.map((row) => ({
    repeatCount: numberOf(row, 'repeats'),
    lastOccasion: numberOf(row, 'last_occasion'),
    occasions: numberOf(row, 'occasions'),
    customers: numberOf(row, 'customers'),
    later: numberOf(row, 'later'),
  }));

/** Groups as columns, as the model takes them. */
export const columnsOf = (groups: readonly Group[]) => ({
  repeatCount: groups.map(({ repeatCount }) => repeatCount),
  lastOccasion: groups.map(({ lastOccasion }) => lastOccasion),
  occasions: groups.map(({ occasions }) => occasions),
  counts: groups.map(({ customers }) => customers),
});

/** Customers by number of occasions (index = n). */
export const customersByOccasions = (groups: readonly Group[]): Float64Array => {
  const most = groups.reduce((longest, { occasions }) => Math.max(longest, occasions), 0);
  const sums = new Float64Array(most + 1);
  for (const { occasions, customers } of groups) sums[occasions] = at(sums, occasions) + customers;
  return sums;
};

/** Customers by repeats, beside those that the model expects given how many occasions each had. */
export const frequencyOf = (
  groups: readonly Group[],
  parameters: BgBbParameters,
): PurchaseOccasions['frequency'] => {
  const byOccasions = customersByOccasions(groups);
  const most = Math.min(mostRepeats, byOccasions.length - 1);
  const actual = new Float64Array(most + 1);
  const expected = new Float64Array(most + 1);
  for (const { repeatCount, customers } of groups) {
    const place = Math.min(most, repeatCount);
    actual[place] = at(actual, place) + customers;
  }
  byOccasions.forEach((customers, n) => {
    if (customers === 0) return;
    opportunityProbabilities(parameters, n).forEach((share, x) => {
      const place = Math.min(most, x);
      expected[place] = at(expected, place) + customers * share;
    });
  });
  return Array.from(actual, (customers, repeats) => ({
    repeats,
    isOpen: repeats === most && byOccasions.length - 1 > most,
    actual: customers,
    expected: at(expected, repeats),
  }));
};

/** What is to be expected of everyone, and by repeats and occasions since the last purchase. */
export const outlookOf = (
  groups: readonly Group[],
  parameters: BgBbParameters,
  ahead: number,
): Pick<PurchaseOccasions, 'alive' | 'expected' | 'grid'> => {
  const cells = new Map<string, PurchaseOccasions['grid'][number]>();
  let [alive, expected] = [0, 0];
  for (const group of groups) {
    const pAlive = opportunityPAlive(parameters, group, 1);
    const purchases = expectedNextOpportunityPurchases(parameters, group, ahead);
    alive += group.customers * pAlive;
    expected += group.customers * purchases;
    const [repeatsFrom, sinceFrom] = [
      bandOf(group.repeatCount),
      bandOf(group.occasions - group.lastOccasion),
    ];
    const key = `${sinceFrom}/${repeatsFrom}`;
    const known = cells.get(key);
    const before = known?.customers ?? 0;
    const customers = before + group.customers;
    const mean = (sum: number | undefined, more: number): number =>
      ((sum ?? 0) * before + more * group.customers) / customers;
    cells.set(key, {
      repeatsFrom,
      repeatsTo: endOfBand(repeatsFrom),
      sinceFrom,
      sinceTo: endOfBand(sinceFrom),
      customers,
      pAlive: mean(known?.pAlive, pAlive),
      expected: mean(known?.expected, purchases),
    });
  }
  const grid = [...cells.values()].sort(
    (one, other) => one.sinceFrom - other.sinceFrom || one.repeatsFrom - other.repeatsFrom,
  );
  return { alive, expected, grid };
};

/** Chance to buy at the k-th occasion for k = 1 … most (index = k; 0 at 0). */
export const buyingChances = (parameters: BgBbParameters, most: number): Float64Array => {
  const chances = new Float64Array(most + 1);
  let before = 0;
  for (let k = 1; k <= most; k += 1) {
    const soFar = expectedOpportunityRepeats(parameters, k);
    chances[k] = soFar - before;
    before = soFar;
  }
  return chances;
};
