import { rfmMapSql } from '../../data/facts/rfm-map.ts';
import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import mapsSql from './maps.sql?raw';
import { rfmParams } from './params.ts';
import groupsSql from './query.sql?raw';
import { rfmResult } from './result.ts';
import type { Rfm } from './result.ts';
import { rfmScoresSql } from '../../data/facts/rfm-scores.ts';
import totalsSql from './totals.sql?raw';
import valuesSql from './values.sql?raw';
import { withRelations } from '../../data/sql/with-relations.ts';

/** Puts the map and the scores before a query that reads them. */
const withScores = (sql: string): string =>
  withRelations({ rfm_map: rfmMapSql, rfm_scores: rfmScoresSql() }, sql);

const slug = (name: string): string => name.toLowerCase().replaceAll("'", '').replaceAll(' ', '-');

const headlines = (value: Rfm): readonly Headline[] => [
  { key: 'scored', label: 'Customers with a purchase in the window', value: value.scored, unit: 'count' },
  {
    key: 'without-order',
    label: 'Customers without a purchase in the window',
    value: value.withoutOrder,
    unit: 'count',
  },
  ...value.segments.flatMap((segment): Headline[] => [
    {
      key: `${slug(segment.name)}-customers`,
      label: `${segment.name}: customers`,
      value: segment.customers,
      unit: 'count',
    },
    {
      key: `${slug(segment.name)}-share`,
      label: `${segment.name}: share of customers`,
      value: segment.share,
      unit: 'share',
    },
    {
      key: `${slug(segment.name)}-revenue-share`,
      label: `${segment.name}: share of revenue`,
      value: segment.revenueShare,
      unit: 'share',
    },
  ]),
];

/** Who bought lately, often and much: recency, frequency and monetary scores and the segments that follow from them. */
export const rfm = defineAnalysis({
  id: 'rfm',
  title: 'Recency, frequency, money',
  question: 'Who buys lately, often and much, who is slipping away, and who is gone?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: rfmParams,
  queries: {
    groups: withScores(groupsSql),
    totals: withScores(totalsSql),
    values: withScores(valuesSql),
    maps: withScores(mapsSql),
  },
  result: rfmResult,
  headlines,
  formulas: [
    {
      name: 'Recency R',
      formula: 'as-of day − day of the last purchase',
      meaning: 'Days; fewer are better. Only customers with a purchase in the window are scored',
    },
    {
      name: 'Frequency F',
      formula: 'different days with a purchase in the window',
      meaning: 'Orders of one day count once, unless you count orders',
    },
    {
      name: 'Monetary M',
      formula: 'Σ revenue in the window',
      meaning: 'After refunds, or sales when returns are ignored',
    },
    {
      name: 'Score by fifths',
      formula: 'min(5, 1 + ⌊5 × percent rank⌋)',
      meaning: 'Equal customers always get equal scores; R is ranked from most days to fewest',
    },
    {
      name: 'Score by quantile breaks',
      formula: 'cuts at the 20, 40, 60 and 80 % quantiles (type 7) + 1',
      meaning: 'The rule of the R package rfm; a value on a cut belongs to the group above it',
    },
    {
      name: 'Natural breaks',
      formula: 'the five groups with the least Σ (value − mean of its group)²',
      meaning: 'Cuts lie where customers are few; money is rounded to three digits before',
    },
    {
      name: 'Segment',
      formula: 'one of 11, from R and F only; each of the 25 pairs belongs to one',
      meaning: 'M is shown beside it (high spender: M 4 or 5) and never changes the segment',
    },
    {
      name: 'Putler’s ranges',
      formula: 'FM = ⌊(F + M) ÷ 2 + ½⌋; the first segment in the order whose ranges hold R and FM',
      meaning:
        'Published ranges overlap; for segments brought along from another tool. Rounding is a house rule',
    },
    {
      name: 'Heavy, medium, light',
      formula: 'percent rank by money in the window, most first: < 20 %, < 50 %, the rest',
      meaning: 'Equal spenders are in the same group',
    },
  ],
  sources: [
    'RFM scoring by percent rank and the R × F map: community practice; the split of Hibernating and Lost is a house rule',
    'Quantile breaks: R package rfm 0.3.0, rsquaredacademy',
    'Ranges published by Putler; heavy, medium and light 20/30/50 as in OpenRetailScience',
    'Natural breaks: Fisher, On grouping for maximum homogeneity, 1958; Jenks, 1977',
  ],
  limits: [
    'Scores are relative: a fifth of the customers is always best, in a good year and in a bad one',
    'Not for customers on contract, whose purchases come by themselves',
    'A new customer can’t have bought often yet; read New and Promising by their age',
    'Purchases without a customer are not in it',
  ],
  compute: async () => (await import('./compute.ts')).computeRfm,
});
