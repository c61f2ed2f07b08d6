import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { contractRetentionParams } from './params.ts';
import attributesSql from './query.sql?raw';
import renewalsSql from './renewals.sql?raw';
import { contractRetentionResult } from './result.ts';
import type { ContractRetention } from './result.ts';
import stagesSql from './stages.sql?raw';

const headlines = (value: ContractRetention): readonly Headline[] => [
  {
    key: 'first-retention',
    label: 'Contracts renewed at the first chance',
    value: value.periods[0]?.retention ?? null,
    unit: 'share',
  },
  {
    key: 'last-survival',
    label: 'Contracts left after all periods observed',
    value: value.periods[value.observed - 1]?.survival ?? null,
    unit: 'share',
  },
  { key: 'customers', label: 'Customers with a contract', value: value.customers, unit: 'count' },
  { key: 'left', label: 'Contracts that ended', value: value.left, unit: 'count' },
  {
    key: 'lifetime',
    label: 'Discounted expected lifetime of a new contract, periods',
    value: value.lifetime,
    unit: 'ratio',
  },
  {
    key: 'residual',
    label: 'Discounted residual lifetime of a contract today, periods',
    value: value.meanResidual,
    unit: 'ratio',
  },
  {
    key: 'residual-value',
    label: 'Worth of the contracts in force',
    value: value.residualValue,
    unit: 'money',
  },
  {
    key: 'projection-error',
    label: 'Mean error of the projection',
    value: value.check?.meanError ?? null,
    unit: 'share',
  },
];

/** How long customers under contract stay, and what is still to come of those who are there. */
export const contractRetention = defineAnalysis({
  id: 'contract-retention',
  title: 'Contracts',
  question: 'How long do customers under contract stay, and what is still to come of those you have?',
  needs: [{ table: 'customers' }],
  params: contractRetentionParams,
  queries: { attributes: attributesSql, stages: stagesSql, renewals: renewalsSql },
  result: contractRetentionResult,
  headlines,
  formulas: [
    {
      name: 'Retention observed',
      formula: 'rₜ = 1 − left at the end of period t ÷ customers seen up to it',
      meaning: 'Contracts too young to reach the end of a period don’t count in it',
    },
    {
      name: 'Survival observed',
      formula: 'S(t) = r₁ · r₂ · … · rₜ',
      meaning: 'Share of customers still there after t periods (Kaplan–Meier)',
    },
    {
      name: 'sBG',
      formula: 'S(t) = B(α, β + t) ÷ B(α, β),  rₜ = (β + t − 1) ÷ (α + β + t − 1)',
      meaning:
        'Each customer leaves with an own, constant chance; chances differ (beta). Retention rises because those likely to leave go first',
    },
    {
      name: 'Beta-discrete-Weibull',
      formula: 'S(t) = B(α, β + tᶜ) ÷ B(α, β)',
      meaning: 'A customer’s own chance to leave may also fall (c < 1) or rise (c > 1) with tenure',
    },
    {
      name: 'Residual lifetime (DERL)',
      formula: 'D(n) = rₙ · (1 + D(n + 1) ÷ (1 + d)); for sBG rₙ · ₂F₁(1, β + n; α + β + n; 1 ÷ (1 + d))',
      meaning: 'Discounted periods to come of a customer in period n, just before the renewal',
    },
    {
      name: 'Expected lifetime (DEL)',
      formula: 'Σ S(t) ÷ (1 + d)ᵗ over t ≥ 0',
      meaning: 'Discounted periods of a new customer, the first paid at once; times profit it is the CLV',
    },
    {
      name: 'Fit',
      formula: 'χ² = Σ (left − expected)² ÷ (expected · r), degrees = periods − parameters',
      meaning: 'Over periods in which five or more are expected to leave',
    },
    {
      name: 'Check',
      formula: 'fit the first periods, project the others; mean of |projected − observed| ÷ observed',
      meaning: 'Periods with ten or more customers seen',
    },
  ],
  sources: [
    'sBG: Fader & Hardie, How to project customer retention, Journal of Interactive Marketing 2007',
    'DEL and DERL: Fader & Hardie, Customer-base valuation in a contractual setting, Marketing Science 2010',
    'Beta-discrete-Weibull: Fader & Hardie, How to project customer retention revisited, 2018',
    'Choice by ΔAIC > 10: Burnham & Anderson, Model selection and multimodel inference, 2002',
    'Which columns and stages tell of contracts: house rules',
  ],
  limits: [
    'Only for customers who tell you that they leave: without a contract use customer value',
    'All customers are taken to be won under the same conditions; mixing lengths of contract bends the curve',
    'A list that has dropped its former customers makes everyone look loyal',
    'Rising retention is no proof of growing loyalty: a mix of constant chances rises as well',
    'Prices, competitors and contracts to come are unknown to the model',
  ],
  compute: async () => (await import('./compute.ts')).computeContractRetention,
});
