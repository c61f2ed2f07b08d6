import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { loyaltySchemeParams } from './params.ts';
import tiersSql from './query.sql?raw';
import { loyaltySchemeResult } from './result.ts';
import type { LoyaltyScheme } from './result.ts';
import serviceSql from './service.sql?raw';
import spendSql from './spend.sql?raw';

const headlines = (value: LoyaltyScheme): readonly Headline[] => [
  { key: 'breakEvenLift', label: 'Lift that pays for the scheme', value: value.breakEvenLift, unit: 'share' },
  { key: 'profit', label: 'Profit a year at the stated lift', value: value.profit, unit: 'money' },
  { key: 'roi', label: 'Return on the cost at the stated lift', value: value.roi, unit: 'share' },
  { key: 'cost', label: 'Cost a year', value: value.cost, unit: 'money' },
  { key: 'liability', label: 'Owed for a year’s points', value: value.liability, unit: 'money' },
  { key: 'points', label: 'Points issued a year', value: value.points, unit: 'count' },
  { key: 'effectiveRate', label: 'Effective reward rate', value: value.effectiveRate, unit: 'share' },
  { key: 'members', label: 'Members', value: value.members, unit: 'count' },
  {
    key: 'monthsMedian',
    label: 'Months to the first reward, median',
    value: value.monthsMedian,
    unit: 'points',
  },
  {
    key: 'monthsQuarter',
    label: 'Months to the first reward, smaller customers',
    value: value.monthsQuarter,
    unit: 'points',
  },
  {
    key: 'monthsThreeQuarters',
    label: 'Months to the first reward, larger customers',
    value: value.monthsThreeQuarters,
    unit: 'points',
  },
  ...value.tiers.flatMap(({ name, members, near, startsAt }): Headline[] => [
    { key: `${name.toLowerCase()}Members`, label: `Members: ${name}`, value: members, unit: 'count' },
    ...(startsAt > 0
      ? [
          {
            key: `near${name}`,
            label: `Just below ${name}`,
            value: near,
            unit: 'count' as const,
          },
        ]
      : []),
  ]),
  { key: 'exitRisk', label: 'Spend that hangs on rewards', value: value.exitRisk, unit: 'share' },
  { key: 'onTime', label: 'Deliveries on time', value: value.onTime.value, unit: 'share' },
  { key: 'satisfied', label: 'Scores of 4 or 5', value: value.satisfied.value, unit: 'share' },
];

/** A points scheme tried on real spend: tiers and near misses, cost, liability, and the lift that it takes. */
export const loyaltyScheme = defineAnalysis({
  id: 'loyalty-scheme',
  title: 'Loyalty scheme',
  question: 'What would a loyalty scheme cost you, and by how much would members have to buy more?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: loyaltySchemeParams,
  queries: { tiers: tiersSql, spend: spendSql, service: serviceSql },
  result: loyaltySchemeResult,
  headlines,
  formulas: [
    {
      name: 'Effective reward rate',
      formula: 'points issued × worth of a point ÷ members’ sales',
      meaning: 'What members get back of what they spend, if they redeem all',
    },
    {
      name: 'Months to the first reward',
      formula: 'points needed ÷ (spend of a year ÷ 12 × points for a unit of money)',
      meaning: 'For customers at the 25th, 50th and 75th percentile of spend, in the lowest tier',
    },
    {
      name: 'Liability',
      formula: 'issued × (1 − breakage) × worth of a point × cost of a reward',
      meaning: 'What a year’s points will cost when they are redeemed',
    },
    {
      name: 'Break-even lift',
      formula: '(set-up ÷ years + running + redeemed points) ÷ (members’ sales × margin)',
      meaning:
        'By how much members must buy more, beyond what they would have bought, for nothing to be lost',
    },
    {
      name: 'Return',
      formula: '(additional margin − cost) ÷ cost',
      meaning: 'At the lift that you state',
    },
    {
      name: 'Near miss',
      formula: '(1 − near miss) × start of the tier ≤ spend < start of the tier',
      meaning: 'Whom a message “only so much to silver” may move',
    },
  ],
  sources: [
    'Dowling & Uncles, Do customer loyalty programs really work?, Sloan Management Review 1997',
    'Leenheer et al., Do loyalty programs really enhance behavioral loyalty?, IJRM 2007 (members were better before)',
  ],
  limits: [
    'The lift is yours to state: nothing in the data shows it before the scheme runs beside customers who can’t join',
    'Points on the additional sales aren’t counted, so at large lifts the cost is a little higher',
    'Customers are taken to join alike in every tier; better ones join sooner, which costs more and lifts less',
    'Tiers are of the last 365 days; a member who crosses one in the year earns by the higher from then on',
  ],
  compute: async () => (await import('./compute.ts')).computeLoyaltyScheme,
});
