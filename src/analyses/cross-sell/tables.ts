import type { Formats } from '../../core/format/formats.ts';
import { grouped } from '../counted.ts';
import { dayName, segmentName } from './findings.ts';
import type { CrossSell, CrossSellPair } from './result.ts';

/** Every measure of the pairs, for the table behind the chart. */
export const pairTable = ({ pairs }: CrossSell) => ({
  people: 'lacking',
  columns: [
    { key: 'first', label: 'Have' },
    { key: 'second', label: 'Offer' },
    { key: 'value', label: 'Value a year', unit: 'money' as const },
    { key: 'lacking', label: 'Customers who lack it', unit: 'count' as const },
    { key: 'withFirst', label: 'With the first', unit: 'count' as const },
    { key: 'withSecond', label: 'With the second', unit: 'count' as const },
    { key: 'together', label: 'With both', unit: 'count' as const },
    { key: 'support', label: 'Support', unit: 'share' as const },
    { key: 'confidence', label: 'Confidence', unit: 'share' as const },
    { key: 'confidenceLow', label: 'At the least', unit: 'share' as const },
    { key: 'lift', label: 'Lift', unit: 'ratio' as const },
    { key: 'liftLow', label: 'Lift from', unit: 'ratio' as const },
    { key: 'liftHigh', label: 'Lift to', unit: 'ratio' as const },
    { key: 'liftWithin', label: 'Lift in the segment', unit: 'ratio' as const },
    { key: 'leverage', label: 'Leverage', unit: 'share' as const },
    { key: 'conviction', label: 'Conviction', unit: 'ratio' as const },
    { key: 'cosine', label: 'Cosine', unit: 'ratio' as const },
    { key: 'kulczynski', label: 'Kulczynski', unit: 'ratio' as const },
    { key: 'imbalance', label: 'Imbalance', unit: 'ratio' as const },
    { key: 'yuleQ', label: 'Yule’s Q', unit: 'ratio' as const },
    { key: 'q', label: 'q (chance)', unit: 'share' as const },
  ],
  rows: pairs.map(({ clusters: _, ...rest }) => rest),
});

/** Pairs that belong to a day, in figures. */
export const weekdayTable = ({ weekdays }: CrossSell) => ({
  columns: [
    { key: 'first', label: 'One' },
    { key: 'second', label: 'Other' },
    { key: 'day', label: 'Day' },
    { key: 'together', label: 'Baskets with both', unit: 'count' as const },
    { key: 'baskets', label: 'Baskets of the day', unit: 'count' as const },
    { key: 'lift', label: 'Lift that day', unit: 'ratio' as const },
    { key: 'otherLift', label: 'Lift other days', unit: 'ratio' as const },
    { key: 'ratio', label: 'Ratio', unit: 'ratio' as const },
    { key: 'low', label: 'Likely from', unit: 'ratio' as const },
    { key: 'high', label: 'Likely to', unit: 'ratio' as const },
    { key: 'q', label: 'q (chance)', unit: 'share' as const },
  ],
  rows: weekdays.map(({ weekday, ...rest }) => ({ ...rest, day: dayName(weekday) })),
});

/** Where those who lack the second are, in figures. */
export const clusterTable = ({ clusters }: CrossSellPair) => ({
  people: 'customers',
  columns: [
    { key: 'name', label: 'RFM segment' },
    { key: 'customers', label: 'Customers', unit: 'count' as const },
    { key: 'value', label: 'Value a year', unit: 'money' as const },
  ],
  rows: clusters.map(({ segment, customers, value }) => ({ name: segmentName(segment), customers, value })),
});

/** Columns of the list of offers; the measures of the second rank are in the table behind the chart. */
export const offerColumns = (formats: Formats) => [
  { key: 'offer', label: 'Offer', text: ({ key }: CrossSellPair) => key },
  {
    key: 'value',
    label: 'A year',
    definition: '(With the first − with both) × lower end of confidence × what the second brings a holder',
    kind: 'number' as const,
    text: ({ value }: CrossSellPair) => formats.compact(value, 'money'),
    sortBy: ({ value }: CrossSellPair) => value,
  },
  {
    key: 'lacking',
    label: 'Lack it',
    definition: 'Customers who bought the first in the look-back and not the second',
    kind: 'number' as const,
    text: ({ lacking }: CrossSellPair) => grouped(lacking),
    sortBy: ({ lacking }: CrossSellPair) => lacking,
  },
  {
    key: 'confidence',
    label: 'Confidence',
    definition: 'Of those with the first, the share who have the second; at the least, with 97.5 % certainty',
    kind: 'number' as const,
    text: ({ confidence, confidenceLow }: CrossSellPair) =>
      `${formats.value(confidence, 'share')} (≥ ${formats.value(confidenceLow, 'share')})`,
    sortBy: ({ confidence }: CrossSellPair) => confidence,
  },
  {
    key: 'lift',
    label: 'Lift',
    definition: 'Times as often as chance would have it, with its 95 % interval',
    kind: 'number' as const,
    text: ({ lift, liftLow, liftHigh }: CrossSellPair) =>
      `${formats.value(lift, 'ratio')} (${formats.value(liftLow, 'ratio')} to ${formats.value(liftHigh, 'ratio')})`,
    sortBy: ({ lift }: CrossSellPair) => lift,
  },
  {
    key: 'liftWithin',
    label: 'In the segment',
    definition:
      'Lift among customers of one RFM segment: what is left when buying much of everything is taken out',
    kind: 'number' as const,
    text: ({ liftWithin }: CrossSellPair) => formats.value(liftWithin, 'ratio'),
    sortBy: ({ liftWithin }: CrossSellPair) => liftWithin,
  },
  {
    key: 'imbalance',
    label: 'Imbalance',
    definition: '0 where both are equally frequent; near 1 the second is nearly always there anyway',
    kind: 'number' as const,
    text: ({ imbalance }: CrossSellPair) => formats.value(imbalance, 'ratio'),
    sortBy: ({ imbalance }: CrossSellPair) => imbalance,
  },
  {
    key: 'q',
    label: 'Chance',
    definition: 'Fisher’s exact test, allowing for all pairs tried (Benjamini & Hochberg)',
    kind: 'number' as const,
    text: ({ q }: CrossSellPair) => formats.value(q, 'share'),
    sortBy: ({ q }: CrossSellPair) => q,
  },
];
