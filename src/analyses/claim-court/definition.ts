import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { effectLabels } from './findings.ts';
import { claimCourtParams } from './params.ts';
import profitsSql from './profits.sql?raw';
import loyalSql from './query.sql?raw';
import repurchaseSql from './repurchase.sql?raw';
import { claimCourtResult } from './result.ts';
import type { ClaimCourt } from './result.ts';
import retentionSql from './retention.sql?raw';
import satisfactionSql from './satisfaction.sql?raw';
import winningSql from './winning.sql?raw';

const headlines = ({ claims, supported, refuted }: ClaimCourt): readonly Headline[] => [
  ...claims.map(({ id, value, unit }): Headline => ({ key: id, label: effectLabels[id], value, unit })),
  { key: 'supported', label: 'Published claims that the data support', value: supported, unit: 'count' },
  { key: 'refuted', label: 'Published claims that the data refute', value: refuted, unit: 'count' },
];

/** Published claims about customers, tried on the user’s own data. */
export const claimCourt = defineAnalysis({
  id: 'claim-court',
  title: 'Claims on trial',
  question: 'Which of the claims that everybody quotes about customers hold for yours?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: claimCourtParams,
  queries: {
    loyal: loyalSql,
    winning: winningSql,
    retention: retentionSql,
    satisfaction: satisfactionSql,
    repurchase: repurchaseSql,
    profits: profitsSql,
  },
  result: claimCourtResult,
  headlines,
  formulas: [
    {
      name: 'Verdict',
      formula: 'supported: low > threshold; refuted: high < threshold; otherwise undecidable',
      meaning: 'The whole interval must lie on one side, with enough customers in every group',
    },
    {
      name: 'Keeping and winning',
      formula: '(Σ cost of winning ÷ customers won) ÷ (Σ cost of keeping ÷ years ÷ active customers)',
      meaning: 'Above 1 keeping one for a year is cheaper. Campaigns of neither kind are left out',
    },
    {
      name: 'Loyal customers',
      formula: 'mean of (later spend − first spend) ± t · s ÷ √n',
      meaning: 'Paired, over customers who bought in their first full year and in a later one',
    },
    {
      name: 'Worth of retention',
      formula: '0.05(1 + g) ÷ (1 + d − (r + 0.05)(1 + g))',
      meaning: 'r retention from year to year, g growth of profit of those who stay, d discount',
    },
    {
      name: 'Satisfaction',
      formula: 'share of the satisfied who bought afterwards − share of the others',
      meaning: 'Newcombe’s interval; only purchases after the day of the answer count',
    },
    {
      name: 'Repurchase',
      formula: 'mean of those who bought again − mean of the others, in the year after',
      meaning: 'Welch’s interval; margin where it is known, else revenue',
    },
    {
      name: 'Best fifth',
      formula: 'Σ of the best 20 % ÷ Σ of all, interval by bootstrap',
      meaning: 'May be above 100 %, where the others lose some of it again',
    },
  ],
  sources: [
    'Reichheld & Sasser, Zero defections, Harvard Business Review 1990 (points of retention)',
    'Reinartz & Kumar, The mismanagement of customer loyalty, Harvard Business Review 2002 (loyal customers)',
    'Anderson & Mittal, Strengthening the satisfaction–profit chain, Journal of Service Research 2000',
    'Kaplan & Narayanan, Measuring and managing customer profitability, 2001 (whale curve)',
    'Newcombe 1998; Welch 1947; Wilson 1927; Efron 1979 (intervals)',
  ],
  limits: [
    'Seven claims at 95 % confidence: about one in three dockets holds a verdict that is chance',
    'Time order is respected, but nobody was assigned at random: a supported claim is no proof of cause',
    'Campaigns are put down to winning or keeping by who names them, whom they reached and what they are called',
    'What is true of these customers and years may not be of others',
    'Thresholds such as “most” and “some” are house rules; change them in the settings',
  ],
  compute: async () => (await import('./compute.ts')).computeClaimCourt,
});
