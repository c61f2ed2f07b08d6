import type { Row } from '../../data/row.ts';
import { benjaminiHochberg } from '../../models/statistics/benjamini-hochberg.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import type { Unit } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { compareMeans, estimateOf, intervalOf } from './compare-means.ts';
import type { Difference } from './compare-means.ts';
import { compareShares } from './compare-shares.ts';
import type { SegmentProfile } from './result.ts';
import { verdictOf } from './verdict.ts';

interface MeasureDefinition {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly unit: Unit;
  /** A share of customers (yes or no each) instead of a mean or ratio. */
  readonly isShare?: true;
}

const definitions: readonly MeasureDefinition[] = [
  {
    key: 'revenue',
    label: 'Revenue per customer',
    meaning: 'Mean revenue of those who have bought',
    unit: 'money',
  },
  {
    key: 'margin',
    label: 'Margin per customer',
    meaning: 'Mean margin of buyers whose costs are known',
    unit: 'money',
  },
  {
    key: 'orders',
    label: 'Orders per customer',
    meaning: 'Mean number of orders of those who have bought',
    unit: 'ratio',
  },
  { key: 'average-order-value', label: 'Average order value', meaning: 'Revenue ÷ orders', unit: 'money' },
  {
    key: 'frequency',
    label: 'Purchase days in the last year',
    meaning:
      'Mean number of days with a purchase in the 365 days before as-of, of those who have ever bought',
    unit: 'ratio',
  },
  {
    key: 'recency',
    label: 'Days since the last purchase',
    meaning: 'Mean of those who have bought',
    unit: 'days',
  },
  {
    key: 'one-time-share',
    label: 'One-time customers',
    meaning: 'Share of those who have bought that have one order',
    unit: 'share',
    isShare: true,
  },
  {
    key: 'discount-share',
    label: 'Orders with a discount',
    meaning: 'Share of the orders; the interval allows for customers who differ',
    unit: 'share',
  },
  {
    key: 'buyer-share',
    label: 'Have bought',
    meaning: 'Share of the known customers that have an order',
    unit: 'share',
    isShare: true,
  },
];

type Measure = SegmentProfile['measures'][number];
type MeasureEstimate = Measure['focus'];

const estimate = (row: Row | undefined, isShare: boolean): MeasureEstimate => {
  const mean = estimateOf(row);
  const interval = isShare ? wilsonInterval(numberOf(row, 'sum_y'), mean.customers) : intervalOf(mean);
  return {
    value: mean.value,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    customers: mean.customers,
  };
};

const compare = (focus: Row | undefined, comparison: Row | undefined, isShare: boolean): Difference =>
  isShare
    ? compareShares(
        { of: numberOf(focus, 'sum_y'), all: numberOf(focus, 'n') },
        { of: numberOf(comparison, 'sum_y'), all: numberOf(comparison, 'n') },
      )
    : compareMeans(estimateOf(focus), estimateOf(comparison));

/** The measures that somebody in the focus has, with intervals, differences and verdicts adjusted for their number. */
export const measuresOf = (
  rows: readonly Row[],
  hasComparison: boolean,
  falseAlarms: number,
): SegmentProfile['measures'] => {
  const find = (side: string, key: string): Row | undefined =>
    rows.find((row) => row['side'] === side && row['measure'] === key);
  const found = definitions.flatMap((definition) => {
    const focus = find('focus', definition.key);
    if (!focus) return [];
    const comparison = find('comparison', definition.key);
    const isShare = definition.isShare === true;
    return [{ definition, isShare, focus, comparison, difference: compare(focus, comparison, isShare) }];
  });
  const adjusted = benjaminiHochberg(found.map(({ difference }) => difference.p));
  return found.map(({ definition, isShare, focus, comparison, difference }, index): Measure => {
    const qValue = adjusted[index] ?? null;
    const { key, label, meaning, unit } = definition;
    return {
      key,
      label,
      meaning,
      unit,
      focus: estimate(focus, isShare),
      comparison: hasComparison ? estimate(comparison, isShare) : null,
      difference: difference.difference,
      differenceLow: difference.low,
      differenceHigh: difference.high,
      qValue,
      verdict: verdictOf(difference.difference, qValue, falseAlarms),
    };
  });
};
