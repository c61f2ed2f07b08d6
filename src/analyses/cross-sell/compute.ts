import type { Row } from '../../data/row.ts';
import type { Compute } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { readContexts } from './contexts.ts';
import { readItems } from './items.ts';
import { judgePairs } from './pairs.ts';
import type { CrossSellParams } from './params.ts';
import type { CrossSell, CrossSellPair } from './result.ts';
import { crossSellWarnings } from './warnings.ts';
import { weekdayPairs } from './weekdays.ts';

const mostItems = 50;

/** Each second item counted once, by the best offer of it: an offer of the same thing can’t be taken up twice. */
const totalOf = (pairs: readonly CrossSellPair[]): number => {
  const best = new Map<string, number>();
  for (const { second, value } of pairs) best.set(second, Math.max(best.get(second) ?? 0, value));
  return [...best.values()].reduce((sum, value) => sum + value, 0);
};

/** What sells together, to whom the other half could be offered, and on which day of the week it does. */
export const computeCrossSell: Compute<'counts', CrossSellParams, CrossSell> = ({ rows, params }) => {
  const ofGrain = (grain: string): readonly Row[] => rows.counts.filter((row) => row['grain'] === grain);
  const itemRows = ofGrain('item').toSorted((one, other) => numberOf(one, 'a') - numberOf(other, 'a'));
  const { items, basis } = readItems(itemRows);
  const people = readContexts(ofGrain('customer'));
  const baskets = readContexts(ofGrain('basket'));
  const days = Math.max(1, Math.min(numberOf(itemRows[0], 'days'), params.windowDays));
  const source = { items, people, baskets, days, params };
  const { tried, passing } = judgePairs(source);
  const value: CrossSell = {
    basis,
    days,
    customers: people.all([0, 0]).total,
    baskets: baskets.all([0, 0]).total,
    items: items.size,
    knownItems: numberOf(itemRows[0], 'known_items'),
    itemCounts: [...items.values()].slice(0, mostItems).map(({ name, customers, baskets: held }) => ({
      item: name,
      customers,
      baskets: held,
    })),
    tried,
    passed: passing.length,
    totalValue: totalOf(passing),
    pairs: passing.slice(0, params.listed),
    weekdays: [...weekdayPairs(source)],
  };
  return { value, warnings: crossSellWarnings(value, params) };
};
