import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { retentionEconomicsParams } from './params.ts';
import runsSql from './query.sql?raw';
import { retentionEconomicsResult } from './result.ts';
import type { RetentionEconomics } from './result.ts';
import valuesSql from './values.sql?raw';

const headlines = (value: RetentionEconomics): readonly Headline[] => [
  {
    key: 'uplift',
    label: 'Value added by retention better by points',
    value: value.points.uplift,
    unit: 'share',
  },
  { key: 'value', label: 'Value of a customer at today’s retention', value: value.value, unit: 'money' },
  { key: 'after', label: 'Value with retention better by points', value: value.points.value, unit: 'money' },
  {
    key: 'upliftPercent',
    label: 'Value added by retention better by per cent',
    value: value.percent.uplift,
    unit: 'share',
  },
  {
    key: 'retention',
    label: 'Customers who stay from year to year',
    value: value.measured.retention,
    unit: 'share',
  },
  {
    key: 'spend',
    label: 'Most to spend once on a customer for it',
    value: value.points.change,
    unit: 'money',
  },
  {
    key: 'spendYearly',
    label: 'Most to spend every year on a customer for it',
    value: value.points.yearly,
    unit: 'money',
  },
  { key: 'total', label: 'Most to spend on all active customers', value: value.points.total, unit: 'money' },
  {
    key: 'netValue',
    label: 'Value of a customer less the cost of winning',
    value: value.netValue,
    unit: 'money',
  },
  {
    key: 'payback',
    label: 'Year in which the cost of winning is earned back',
    value: value.paybackYear,
    unit: 'count',
  },
];

/** What it is worth that more customers stay, and what may be spent on it. */
export const retentionEconomics = defineAnalysis({
  id: 'retention-economics',
  title: 'What retention is worth',
  question: 'If more customers stayed, what would that be worth, and how much may you spend on it?',
  needs: [{ table: 'orders', columns: ['customer_id'] }],
  params: retentionEconomicsParams,
  queries: { runs: runsSql, values: valuesSql },
  result: retentionEconomicsResult,
  headlines,
  formulas: [
    {
      name: 'Value, first profit now',
      formula: 'm(1 + d) ÷ (1 + d − r(1 + g))',
      meaning:
        'm profit a year, r retention, g growth, d discount; after a year it is m·r ÷ (1 + d − r(1 + g))',
    },
    {
      name: 'Uplift of Δr points',
      formula: 'Δr(1 + g) ÷ (1 + d − (r + Δr)(1 + g))',
      meaning: 'Five points from 80% are 85%; five per cent are 84%. The published 20–125% are about points',
    },
    {
      name: 'Value in layers',
      formula: '−CAC + Σ Sₜ(base + purchases + savings + referrals + premium) ÷ (1 + d)ᵗ, Sₜ = ∏ rᵢ',
      meaning:
        'Over the years shown, when retention differs by year or a layer grows; with the first profit now from t = 0',
    },
    {
      name: 'Retention',
      formula: 'bought in every year so far and in the next ÷ bought in every year so far',
      meaning: 'Years of 365 days since the first order, only those that have ended',
    },
    {
      name: 'Projected retention (sBG)',
      formula: 'rₜ = (β + t − 1) ÷ (α + β + t − 1)',
      meaning: 'Those likely to leave go first, so retention of those who are left rises',
    },
    {
      name: 'Break-even spend',
      formula: 'once: V′ − V; every year: m(1 − V ÷ V′)',
      meaning: 'At this spend better retention neither gains nor loses',
    },
  ],
  sources: [
    'Reichheld & Sasser, Zero defections, Harvard Business Review 1990',
    'Gupta & Lehmann, Customers as assets, Journal of Interactive Marketing 2003',
    'Fader & Hardie, How to project customer retention, Journal of Interactive Marketing 2007',
  ],
  limits: [
    'Without a contract, a customer who skips a year counts as lost here and may come back',
    'Profit is margin on goods; the cost to serve is on the page about profit',
    'Those who stayed were better customers to begin with: making others stay is worth less than their profit suggests',
    'It says what better retention is worth, not that spending brings it about',
    'Growth observed over a few years does not go on for ever',
  ],
  compute: async () => (await import('./compute.ts')).computeRetentionEconomics,
});
