import { rfmMapSql } from '../../data/facts/rfm-map.ts';
import { rfmScoresSql } from '../../data/facts/rfm-scores.ts';
import { defineAnalysis, type Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import { rfmMigrationParams } from './params.ts';
import movesSql from './query.sql?raw';
import { rfmMigrationResult, type RfmMigration } from './result.ts';

/** What the scores are given by that can't be set here. */
const fixed: Readonly<Record<string, string>> = {
  $whole_history: 'false',
  $count_orders: "'days'",
  $scoring: "'percent-rank'",
  $score_within: "'everyone'",
  $recency_cuts: '[]',
  $frequency_cuts: '[]',
  $monetary_cuts: '[]',
};

const scoresAt = (asOf?: string): string =>
  Object.entries(fixed).reduce((sql, [name, value]) => sql.replaceAll(name, value), rfmScoresSql(asOf));

const query = withRelations(
  {
    rfm_map: rfmMapSql,
    rfm_before: scoresAt('($as_of - $days_before::INTEGER)'),
    rfm_scores: scoresAt(),
  },
  movesSql,
);

const headlines = (value: RfmMigration): readonly Headline[] => [
  { key: 'slipped', label: 'Customers who slipped away', value: value.slipped.customers, unit: 'count' },
  {
    key: 'slipped-share',
    label: 'Share of the customers who were well that slipped away',
    value: value.slipped.share,
    unit: 'share',
  },
  {
    key: 'slipped-revenue',
    label: 'Revenue that those who slipped away had brought',
    value: value.slipped.revenueBefore,
    unit: 'money',
  },
  { key: 'won-back', label: 'Customers who were won back', value: value.wonBack.customers, unit: 'count' },
  { key: 'won-back-share', label: 'Share won back', value: value.wonBack.share, unit: 'share' },
  { key: 'new', label: 'New customers in between', value: value.newCustomers, unit: 'count' },
  {
    key: 'champions-kept',
    label: 'Champions who still are',
    value: value.championsKept,
    unit: 'share',
  },
];

/** How customers moved between the RFM segments from one day to another. */
export const rfmMigration = defineAnalysis({
  id: 'rfm-migration',
  title: 'Moves between segments',
  question: 'Who moved up, who slipped away and who came back between two days?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: rfmMigrationParams,
  queries: { moves: query },
  result: rfmMigrationResult,
  headlines,
  formulas: [
    {
      name: 'State on a day',
      formula: 'RFM segment from the window before it; without a purchase there: lapsed',
      meaning: 'Every customer who had bought by then is in exactly one',
    },
    {
      name: 'Slipped away',
      formula: 'Champions … Need Attention → About to Sleep … Lost, lapsed',
      meaning: 'Customers who were well and are no longer. Which segments are well is a house rule',
    },
    {
      name: 'Won back',
      formula: 'About to Sleep … Lost, lapsed → Champions … Need Attention',
      meaning: 'The other way round',
    },
    {
      name: 'Share of a move',
      formula: 'customers who moved ÷ customers in the state on the earlier day',
      meaning: 'Each row of the grid adds up to 100 %',
    },
  ],
  sources: [
    'RFM scoring by percent rank and the R × F map: methods F1',
    'Transition tables between two days: Pfeifer & Carraway, Modeling customer relationships as Markov chains, 2000',
  ],
  limits: [
    'With cut points of each day somebody must move down when others move up',
    'Frequency counts a whole window: what happened lately shows in recency first',
    'Data that do not reach a window back before the earlier day make customers of then look newer than they were',
  ],
  compute: async () => (await import('./compute.ts')).computeRfmMigration,
});
