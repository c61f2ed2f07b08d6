import { defineAnalysis } from '../analysis.ts';
import type { Headline } from '../analysis.ts';
import nowSql from './now.sql?raw';
import { likelyRespondersParams } from './params.ts';
import messagesSql from './query.sql?raw';
import { likelyRespondersResult } from './result.ts';
import type { LikelyResponders } from './result.ts';

const headlines = (value: LikelyResponders): readonly Headline[] => {
  const [best] = value.groups;
  return [
    { key: 'auc', label: 'How well answers are foreseen (AUC)', value: value.auc, unit: 'ratio' },
    { key: 'topLift', label: 'Lift of the likeliest tenth', value: value.topLift, unit: 'ratio' },
    { key: 'rate', label: 'Messages answered', value: value.rate, unit: 'share' },
    {
      key: 'bestRate',
      label: 'Messages answered, likeliest group',
      value: best?.answered ?? null,
      unit: 'share',
    },
    {
      key: 'bestCustomers',
      label: 'Customers of the likeliest group now',
      value: best?.customers ?? null,
      unit: 'count',
    },
    {
      key: 'answerValue',
      label: 'Purchases in response, an answer',
      value: value.answerValue,
      unit: 'money',
    },
  ];
};

/** Who answers messages: a model of what was known before each, judged on customers held out, and groups to write to. */
export const likelyResponders = defineAnalysis({
  id: 'likely-responders',
  title: 'Who answers',
  question: 'Which customers are likely to answer the next campaign?',
  needs: [{ table: 'interactions', columns: ['customer_id', 'occurred_at', 'direction'] }],
  params: likelyRespondersParams,
  queries: { messages: messagesSql, now: nowSql },
  result: likelyRespondersResult,
  headlines,
  formulas: [
    {
      name: 'Model',
      formula: 'ln(p ÷ (1 − p)) = β₀ + Σ βⱼ xⱼ',
      meaning: 'Chance p of an answer from what was known the day before the message; one message a customer',
    },
    {
      name: 'Odds ratio',
      formula: 'exp(βⱼ · SDⱼ), interval exp((βⱼ ± 1.96 · errorⱼ) · SDⱼ)',
      meaning: 'For numbers per standard deviation; for channels against the most frequent one',
    },
    {
      name: 'AUC',
      formula: 'P(predicted of one who answers > predicted of one who doesn’t)',
      meaning: 'On three tenths of the customers, held out by a hash; interval by DeLong. 0.5 is chance',
    },
    {
      name: 'Calibration',
      formula: 'mean predicted beside share answered, by tenths of the predicted',
      meaning: 'Customers held out; Wilson’s interval',
    },
    {
      name: 'Lift of the likeliest tenth',
      formula: 'share answered in it ÷ share answered of all held out',
      meaning: 'What choosing by the model gains over choosing by lot',
    },
    {
      name: 'Value of a message to a group',
      formula: 'customers now × lower end of share answered × mean purchases in response',
      meaning: 'Net sales before the cost of goods and of the message; some would have bought anyway',
    },
  ],
  sources: [
    'Cox, The regression analysis of binary sequences, 1958',
    'DeLong, DeLong & Clarke-Pearson 1988; Wilson 1927; Peduzzi et al. 1996',
  ],
  limits: [
    'Who answers after a message may have done so without it: likely responders aren’t those whom the message moves; only a group left out by lot tells that',
    'Who was written to was chosen, not drawn by lot; the model knows nothing of those who never were',
    'A purchase within the days counts as an answer, whatever it was of',
    'The groups by recency and frequency are simpler than the model, so that a segment can ask for them',
  ],
  compute: async () => (await import('./compute.ts')).computeLikelyResponders,
});
