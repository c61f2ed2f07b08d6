import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import { valueDriversParams } from './params.ts';
import customersSql from './query.sql?raw';
import { valueDriversResult } from './result.ts';
import type { ValueDrivers } from './result.ts';

const headlines = (value: ValueDrivers): readonly Headline[] => {
  const clear = value.drivers.filter(({ strength }) => strength !== 'unclear');
  return [
    { key: 'auc', label: 'How well drivers tell customers apart (AUC)', value: value.auc, unit: 'ratio' },
    { key: 'rate', label: 'Share of customers with the outcome', value: value.rate, unit: 'share' },
    {
      key: 'strongest',
      label: 'Odds ratio of the strongest driver',
      value: clear[0]?.oddsRatio ?? null,
      unit: 'ratio',
    },
    { key: 'clear', label: 'Drivers with a clear effect', value: clear.length, unit: 'count' },
    { key: 'lift', label: 'Lift of the best rule', value: value.rules[0]?.lift ?? null, unit: 'ratio' },
    ...value.drivers.map(({ key, label, oddsRatio }): Headline => ({
      key: `driver-${key}`,
      label: `Odds ratio: ${label}`,
      value: oddsRatio,
      unit: 'ratio',
    })),
  ];
};

/** What tells customers apart early on who later are worth much, come back, or fall silent. */
export const valueDrivers = defineAnalysis({
  id: 'value-drivers',
  title: 'Drivers of value',
  question: 'What sets customers apart, early on, who later are worth much, buy again or fall silent?',
  needs: [{ table: 'orders', columns: ['customer_id', 'ordered_at'] }],
  params: valueDriversParams,
  queries: { customers: customersSql },
  result: valueDriversResult,
  headlines,
  formulas: [
    {
      name: 'Model',
      formula: 'ln(p ÷ (1 − p)) = β₀ + Σ βⱼ xⱼ',
      meaning:
        'Drivers x of the first days, outcome p after them; each effect with the others held as they are',
    },
    {
      name: 'Odds ratio',
      formula: 'exp(βⱼ · SDⱼ), interval exp((βⱼ ± 1.96 · errorⱼ) · SDⱼ)',
      meaning:
        'For numbers per standard deviation, so that they compare; for groups against the most frequent one',
    },
    {
      name: 'Strength',
      formula: 'strong from 2 (or ½), moderate from 1.4, slight below; unclear where the interval holds 1',
      meaning: 'House rules for the size of an odds ratio',
    },
    {
      name: 'AUC',
      formula: 'P(predicted of one with the outcome > predicted of one without)',
      meaning: 'On the three tenths of customers that were held out by a hash; 0.5 is chance, 1 is perfect',
    },
    {
      name: 'Lift of a rule',
      formula: 'rate under the rule ÷ rate of all, held-out customers',
      meaning: 'Rules are grown by a tree on the others (Gini, three conditions at most)',
    },
  ],
  sources: [
    'Cox, The regression analysis of binary sequences, 1958',
    'Peduzzi et al., events per variable in logistic regression, 1996',
    'DeLong, DeLong & Clarke-Pearson, Comparing areas under ROC curves, 1988',
    'Breiman, Friedman, Olshen & Stone, Classification and regression trees, 1984',
  ],
  limits: [
    'A driver is a sign, not a lever: that coupon buyers leave does not say that without a coupon they would stay',
    'Only customers observed long enough count; those of today may differ',
    'An odds ratio is not a ratio of chances: where the outcome is frequent it looks larger',
    'A refund counts with its order, even when it was paid after the first days',
    'Attributes of your own are not used: nobody knows since when they hold',
    'With twenty drivers one looks clear by chance alone',
  ],
  compute: async () => (await import('./compute.ts')).computeValueDrivers,
});
