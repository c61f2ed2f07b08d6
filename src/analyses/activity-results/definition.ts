import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { activityTiersSql } from '../../data/facts/activity-tiers.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import costsSql from './costs.sql?raw';
import { activityResultsParams } from './params.ts';
import followedSql from './query.sql?raw';
import { activityResultsResult } from './result.ts';
import type { ActivityResults } from './result.ts';
import touchesSql from './touched.sql?raw';
import usualSql from './usual.sql?raw';
import { activityName, tierName } from './words.ts';

const headlines = (value: ActivityResults): readonly Headline[] => [
  {
    key: 'contradictions',
    label: 'Activities that contradict the published order',
    value: value.activities.some(({ verdict }) => verdict !== null) ? value.contradictions : null,
    unit: 'count',
  },
  { key: 'cost', label: 'Cost of activities', value: value.isSegment ? null : value.cost, unit: 'money' },
  { key: 'usualKept', label: 'New customers who buy again', value: value.usualKept, unit: 'share' },
  ...value.tiers.map(({ tier, share }): Headline => ({
    key: `${tier ?? 'no'}-tier-share`,
    label: `Share of cost: ${tierName(tier).toLowerCase()}`,
    value: share,
    unit: 'share',
  })),
  ...value.activities.map(({ activity, costPer }): Headline => ({
    key: `${activity}-cost-per-outcome`,
    label: `${activityName(activity)}: cost of an outcome`,
    value: costPer,
    unit: 'money',
  })),
];

/** What kinds of activity and campaigns cost and bring, against the published order of their effectiveness. */
export const activityResults = defineAnalysis({
  id: 'activity-results',
  title: 'What activities bring',
  question:
    'Which activities bring you customers, orders and referrals at what cost, and do the published rankings hold?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: activityResultsParams,
  queries: {
    touched: withRelations({ activity_touches: touchesSql }, followedSql),
    costs: withRelations({ activity_tiers: activityTiersSql }, costsSql),
    usual: usualSql,
  },
  result: activityResultsResult,
  headlines,
  formulas: [
    {
      name: 'Reached',
      formula: 'customers with a recorded contact of the campaign, or whom it brought (acq_campaign)',
      meaning: 'Once a campaign; of contacts without a campaign the outgoing ones, by their kind',
    },
    {
      name: 'Cost of an outcome',
      formula: 'cost ÷ outcomes; interval: cost ÷ ends of the Poisson interval of their number',
      meaning: 'Few outcomes, wide interval. Campaigns without any recorded contact are in neither number',
    },
    {
      name: 'Cost of contacts',
      formula:
        'cost pools whose name or driver begins a word with the kind × share of its contacts that were outgoing',
      meaning: '“visits” pays for visits; kinds that no pool names have no cost',
    },
    {
      name: 'Contradicts the published order',
      formula:
        'an activity of a lower tier is cheaper an outcome, or one of a higher tier dearer, and the intervals lie apart',
      meaning: 'House rule: beside every activity of another tier',
    },
    {
      name: 'New customers stay away',
      formula: 'upper end of the share who buy again < lower end of that of everyone else’s new customers',
      meaning: 'Wilson’s 95 % intervals',
    },
  ],
  sources: [
    'Relationship-building activities by effectiveness, three tiers, as customer-care practice teaches them (professional services)',
    'Breslow & Day 1987 (Byar’s interval of a count); Wilson 1927',
  ],
  limits: [
    'Nobody drew lots about whom an activity reached: good customers get more of them and would have bought anyway',
    'An order soon after a touch needn’t be due to it; the same order can follow several activities and counts for each',
    'The published order is about winning clients of professional services by personal contact; a shop may find another one',
    'Cost is what the data tell: the time of your own people is in it only where a cost pool says so',
  ],
  compute: async () => (await import('./compute.ts')).computeActivityResults,
});
