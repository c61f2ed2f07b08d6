import { at } from '../../core/numeric/at.ts';
import type { Row } from '../../data/row.ts';
import { expectedNextOpportunityPurchases } from '../../models/bg-bb/bg-bb.ts';
import type { BgBbParameters } from '../../models/bg-bb/bg-bb.ts';
import { fitBgBb } from '../../models/bg-bb/fit-bg-bb.ts';
import { groupOpportunities } from '../../models/bg-bb/opportunity-histories.ts';
import { numberOf } from '../cells.ts';
import { buyingChances, columnsOf, customersByOccasions, groupsOf, mostRepeats } from './histories.ts';
import type { Group } from './histories.ts';
import { startOfPeriod } from './periods.ts';
import type { PurchaseOccasions } from './result.ts';

type Check = NonNullable<PurchaseOccasions['check']>;

/** The model needs so many occasions before the holdout. House rule. */
const fewestOccasions = 2;

/** The first period of all, the last one before the holdout and the last one that is over, as running numbers. */
export interface Span {
  readonly first: number;
  readonly split: number;
  readonly last: number;
}

const trackingOf = (
  groups: readonly Group[],
  rows: readonly Row[],
  parameters: BgBbParameters,
  { first, split, last }: Span,
  period: PurchaseOccasions['period'],
): Check['tracking'] => {
  const chances = buyingChances(parameters, last - first);
  const byOccasions = customersByOccasions(groups);
  const bought = new Map(rows.map((row) => [numberOf(row, 'period'), numberOf(row, 'purchases')]));
  let [actualSoFar, expectedSoFar] = [0, 0];
  return Array.from({ length: last - first }, (_, index) => {
    const number = first + 1 + index;
    const actual = bought.get(number) ?? 0;
    let expected = 0;
    byOccasions.forEach((customers, n) => {
      const occasion = number - (split - n);
      if (occasion > 0) expected += customers * at(chances, occasion);
    });
    actualSoFar += actual;
    expectedSoFar += expected;
    return { start: startOfPeriod(number, period), actual, expected, actualSoFar, expectedSoFar };
  });
};

const byRepeatsOf = (groups: readonly Group[], expected: readonly number[]): Check['byRepeats'] => {
  const sums = Array.from({ length: mostRepeats + 1 }, () => ({ customers: 0, actual: 0, expected: 0 }));
  groups.forEach(({ repeatCount, customers, later }, index) => {
    const sum = sums[Math.min(mostRepeats, repeatCount)];
    if (!sum) return;
    sum.customers += customers;
    sum.actual += later;
    sum.expected += customers * (expected[index] ?? 0);
  });
  return sums.flatMap((sum, repeats) =>
    sum.customers === 0
      ? []
      : [
          {
            repeats,
            isOpen: repeats === mostRepeats,
            customers: sum.customers,
            actual: sum.actual / sum.customers,
            expected: sum.expected / sum.customers,
          },
        ],
  );
};

/** Fits the occasions before the holdout, beginning at the estimates of all (`near`), and forecasts those in it; null when there are too few, or nobody came back before. */
export const checkOccasions = (
  early: readonly Row[],
  tracking: readonly Row[],
  span: Span,
  period: PurchaseOccasions['period'],
  near?: readonly number[],
): PurchaseOccasions['check'] => {
  const periods = span.last - span.split;
  if (periods < 1 || span.split - span.first < fewestOccasions) return null;
  const groups = groupsOf(early);
  const histories = groupOpportunities(columnsOf(groups));
  if (!histories.ok) return null;
  const fit = fitBgBb(histories.value, near);
  if (!fit.ok) return null;
  const { parameters } = fit.value;
  const expected = groups.map((group) => expectedNextOpportunityPurchases(parameters, group, periods));
  return {
    from: startOfPeriod(span.split + 1, period),
    periods,
    customers: histories.value.customers,
    actual: groups.reduce((sum, { later }) => sum + later, 0),
    expected: groups.reduce((sum, { customers }, index) => sum + customers * (expected[index] ?? 0), 0),
    tracking: trackingOf(groups, tracking, parameters, span, period),
    byRepeats: byRepeatsOf(groups, expected),
  };
};
