import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { withRelations } from '../../data/sql/with-relations.ts';
import loopSql from './loop.sql?raw';
import { referenceCandidatesParams } from './params.ts';
import peopleSql from './people.sql?raw';
import candidatesSql from './query.sql?raw';
import referredSql from './referred.sql?raw';
import { referenceCandidatesResult } from './result.ts';
import type { ReferenceCandidates } from './result.ts';

const people = { reference_people: peopleSql };

const headlines = (value: ReferenceCandidates): readonly Headline[] => [
  {
    key: 'candidates',
    label: 'Top customers who would vouch for us',
    value: value.candidates,
    unit: 'count',
  },
  {
    key: 'candidateShare',
    label: 'Share of top customers who would',
    value: value.candidateShare,
    unit: 'share',
  },
  { key: 'alreadyRefer', label: 'Of these, already refer', value: value.alreadyRefer, unit: 'count' },
  { key: 'alarmed', label: 'About to be disappointed', value: value.alarmed, unit: 'count' },
  { key: 'alarmedValue', label: 'Their lifetime value', value: value.alarmedValue, unit: 'money' },
  { key: 'came', label: 'Referred people who bought', value: value.came, unit: 'count' },
  {
    key: 'referredRevenue',
    label: 'Revenue of referred people so far',
    value: value.referredRevenue,
    unit: 'money',
  },
  {
    key: 'referralValue',
    label: 'Lifetime value due to referrals',
    value: value.referralValue,
    unit: 'money',
  },
  { key: 'k', label: 'New customers a customer brings in a year', value: value.k, unit: 'ratio' },
];

/** Whom to ask for a reference, what referrals bring, and whom not to disappoint. */
export const referenceCandidates = defineAnalysis({
  id: 'reference-candidates',
  title: 'Who would vouch for us',
  question: 'Which customers would vouch for us, which do, and whom are we about to disappoint?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: referenceCandidatesParams,
  queries: {
    people: withRelations(people, candidatesSql),
    referred: withRelations(people, referredSql),
    loop: loopSql,
  },
  result: referenceCandidatesResult,
  headlines,
  formulas: [
    {
      name: 'Supra-loyal',
      formula: 'top decile of patronage AND (latest NPS ≥ 9 OR referrals ≥ 1 OR breadth ≥ 90th percentile)',
      meaning:
        'Among all customers with a purchase in 365 days, so that the bar doesn’t move with the segment in focus',
    },
    {
      name: 'K',
      formula:
        'referred people who bought in 365 days ÷ active customers = invitations a customer × conversion',
      meaning: 'The two factors only where contacts say that they invite',
    },
    {
      name: 'Value due to referrals',
      formula: 'Σ lifetime value of referred customers × share who wouldn’t have come otherwise',
      meaning: 'From today on; what they spent so far stands beside it',
    },
    {
      name: 'Disillusion alarm',
      formula: 'candidate AND (open complaint OR P(alive) < alarm)',
      meaning: 'The most loyal turn furthest when they are let down',
    },
  ],
  sources: [
    'Dick & Basu, Journal of the Academy of Marketing Science 1994 (attitude × patronage)',
    'Kumar, Petersen & Leone, Harvard Business Review 2007 (referral value)',
    'Reichheld, Harvard Business Review 2003 (9 and 10 of 10 recommend)',
  ],
  limits: [
    'Saying that one would recommend isn’t recommending; only referrals in your data are deeds',
    'Who agreed to be named, was asked or refused isn’t in the data',
    'P(alive) is that of today; whether it fell or was never higher isn’t told',
    'Where fewer data are loaded, fewer signs can be seen, and a customer without one may be a friend all the same',
  ],
  compute: async () => (await import('./compute.ts')).computeReferenceCandidates,
});
