import { ladderRungsSql } from '../../data/facts/ladder-rungs.ts';
import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import knownSql from './known.sql?raw';
import { valueLadderParams } from './params.ts';
import rungsSql from './query.sql?raw';
import { valueLadderResult } from './result.ts';
import type { ValueLadder } from './result.ts';

/** Puts the placing of all customers before a query that reads it. */
const withLadder = (sql: string): string => withRelations({ ladder: ladderRungsSql }, sql);

const headlines = (value: ValueLadder): readonly Headline[] => [
  {
    key: 'repeat-share',
    label: 'Buyers who came back (rung 4 or higher)',
    value: value.repeatShare,
    unit: 'share',
  },
  { key: 'lapsed-share', label: 'Buyers who have lapsed', value: value.lapsedShare, unit: 'share' },
  { key: 'buyers', label: 'Customers who have bought', value: value.buyers, unit: 'count' },
  ...value.rungs.flatMap(
    ({ rung, stage, available, customers, revenueShare, stepRate, lapsedShare }): Headline[] => [
      {
        key: `rung-${rung}-customers`,
        label: `${stage}s`,
        value: available ? customers : null,
        unit: 'count',
      },
      {
        key: `rung-${rung}-revenue-share`,
        label: `${stage}s: share of revenue`,
        value: available ? revenueShare : null,
        unit: 'share',
      },
      ...(rung === 1
        ? []
        : ([
            {
              key: `rung-${rung}-step`,
              label: `Reached “${stage}” or higher, of those one rung below or higher`,
              value: stepRate,
              unit: 'share',
            },
          ] satisfies Headline[])),
      ...(rung < 3
        ? []
        : ([
            { key: `rung-${rung}-lapsed`, label: `${stage}s: lapsed`, value: lapsedShare, unit: 'share' },
          ] satisfies Headline[])),
    ],
  ),
];

/** How far customers have come, from suspect to advocate, and what each rung brings. */
export const valueLadder = defineAnalysis({
  id: 'value-ladder',
  title: 'Value ladder',
  question:
    'How far up the ladder from suspect to advocate have customers come, and what is each rung worth?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: valueLadderParams,
  queries: { rungs: withLadder(rungsSql), known: withLadder(knownSql) },
  result: valueLadderResult,
  headlines,
  formulas: [
    {
      name: 'Rung',
      formula: 'the highest rule that is satisfied',
      meaning: 'Every known customer stands on exactly one of the seven rungs',
    },
    {
      name: 'Majority customer',
      formula: 'F ≥ P75 ∧ breadth ≥ median ∧ not lapsed',
      meaning:
        'We look like the supplier of choice. Stands in for a share of wallet of half or more, which these data don’t hold',
    },
    {
      name: 'Loyal customer',
      formula: 'majority ∧ tenure ≥ 2 median gaps ∧ last gap ≤ own P80 ∧ attitude ≥ 4 of 5',
      meaning: 'Without a survey answer: behaviourally loyal',
    },
    {
      name: 'Advocate',
      formula: 'bought ∧ (referrals ≥ 1 ∨ repeat customer with reviews ≥ 4 of 5)',
      meaning: 'Brings others, or recommends us in public',
    },
    {
      name: 'Usual gap',
      formula: '(n × own median gap + 4 × everyone’s median gap) ÷ (n + 4), n own gaps',
      meaning: 'A customer’s own rhythm counts the more, the more of it is known',
    },
    {
      name: 'Lapsed',
      formula: 'days since the last purchase > 3 usual gaps',
      meaning: 'Stands in for a probability of being alive below one half',
    },
  ],
  sources: [
    'The seven stages: value ladder of relationship marketing (concepts B42)',
    'Rules and thresholds: house rules (methods F2), all editable',
  ],
  limits: [
    'A rung says what a customer has done, not what they will do',
    'Recent customers can’t have climbed far yet; compare cohorts of like age',
    'A customer known only by a credit note counts as a prospect: the purchase lies before the data',
    'The rules say nothing about customers on contract, who buy without choosing each time',
  ],
  compute: async () => (await import('./compute.ts')).computeValueLadder,
});
