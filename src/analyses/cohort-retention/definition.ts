import * as v from 'valibot';
import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { choiceParameter, numberParameter } from '../parameters.ts';
import sql from './query.sql?raw';
import { cohortRetentionResult } from './result.ts';
import type { CohortRetention } from './result.ts';

const headlineAges = [1, 3, 6, 12];

const headlines = (value: CohortRetention): readonly Headline[] => {
  const at = (age: number) => value.mean.find((point) => point.age === age);
  const name = (age: number): string => `${age} ${value.period}${age === 1 ? '' : 's'}`;
  return [
    ...headlineAges.map((age) => ({
      key: `retention${age}`,
      label: `Customers who buy ${name(age)} later`,
      value: at(age)?.retention ?? null,
      unit: 'share' as const,
    })),
    ...headlineAges.map((age) => ({
      key: `revenueRetention${age}`,
      label: `Revenue ${name(age)} later, of the first ${value.period}’s`,
      value: at(age)?.revenueRetention ?? null,
      unit: 'share' as const,
    })),
  ];
};

/** How many of the customers who first bought together still buy later, and what they still bring. */
export const cohortRetention = defineAnalysis({
  id: 'cohort-retention',
  title: 'Cohort retention',
  question: 'Of the customers you won together, how many come back later, and is it getting better or worse?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: v.object({
    period: choiceParameter(
      {
        title: 'Cohorts by',
        help: 'Calendar period of the first order, and the step in which time passes',
        houseRule: true,
      },
      [
        { value: 'month', label: 'Month' },
        { value: 'quarter', label: 'Quarter' },
      ],
      'month',
    ),
    show: choiceParameter(
      { title: 'Show', help: 'Customers who buy again, or the revenue they still bring' },
      [
        { value: 'customers', label: 'Customers' },
        { value: 'revenue', label: 'Revenue' },
      ],
      'customers',
    ),
    maximumAge: numberParameter(
      { title: 'Follow for', help: 'Oldest age shown, in periods after the first', houseRule: true },
      { default: 24, min: 1, max: 60, unit: 'periods' },
    ),
  }),
  queries: { activity: sql },
  result: cohortRetentionResult,
  headlines,
  formulas: [
    {
      name: 'Cohort',
      formula: 'calendar month or quarter of a customer’s first order',
      meaning: 'Every customer who has bought is in exactly one cohort',
    },
    {
      name: 'Retention',
      formula: 'customers of the cohort with an order k periods later ÷ cohort size',
      meaning: 'It can rise again: a customer who skips a period is not lost',
    },
    {
      name: 'Revenue retention',
      formula: 'revenue of the cohort k periods later ÷ its revenue in the first period',
      meaning: 'Above 100% when those who stay buy more than all did at first',
    },
    {
      name: 'Weighted mean',
      formula: 'Σ active ÷ Σ sizes over the cohorts whose k-th period has ended by as-of',
      meaning: 'Large cohorts weigh more; cohorts too young for k are not in it',
    },
  ],
  sources: [
    'Cohort view of retention: Reichheld & Sasser, Zero defections, 1990',
    'Periods, weighting and the treatment of unfinished periods are house rules',
  ],
  limits: [
    'The first cohorts hold old customers too, when the data begin after the business did',
    'Without a contract, not buying in a period does not mean that the customer is lost',
    'Seasons show up as diagonals; compare cohorts at the same age',
    'The right end of the mean curve rests on the oldest cohorts only',
  ],
  compute: async () => (await import('./compute.ts')).computeCohortRetention,
});
