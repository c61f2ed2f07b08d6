import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What customer value is computed by; each default that no publication fixes is a house rule. */
export const customerValueParams = v.object({
  horizon: numberParameter(
    { title: 'Look ahead', help: 'Purchases within this time after the as-of day count', houseRule: true },
    { default: 36, min: 1, max: 120, unit: 'months' },
  ),
  discount: numberParameter(
    {
      title: 'Discount',
      help: 'How much less money a year from now is worth than money today',
      houseRule: true,
    },
    { default: 0.1, min: 0, max: 0.5, step: 0.01, unit: 'share a year' },
  ),
  margin: choiceParameter(
    {
      title: 'Value counts',
      help: 'Margin of your own data where costs are known for 80% of revenue, else revenue; or a share that you give',
      houseRule: true,
    },
    [
      { value: 'auto', label: 'Margin if known' },
      { value: 'revenue', label: 'Revenue' },
      { value: 'given', label: 'A given margin' },
    ],
    'auto',
  ),
  marginShare: numberParameter(
    {
      title: 'Given margin',
      help: 'Contribution margin as a share of revenue; used with “A given margin” only',
      houseRule: true,
    },
    { default: 0.3, min: 0, max: 1, step: 0.01, unit: 'share of revenue' },
  ),
  model: choiceParameter(
    {
      title: 'Purchase model',
      help: 'Automatic takes MBG/NBD unless it can’t be fitted or another fits clearly better',
      houseRule: true,
    },
    [
      { value: 'auto', label: 'Automatic' },
      { value: 'mbg-nbd', label: 'MBG/NBD' },
      { value: 'bg-nbd', label: 'BG/NBD' },
      { value: 'pareto-nbd', label: 'Pareto/NBD' },
    ],
    'auto',
  ),
  holdoutShare: numberParameter(
    {
      title: 'Check against',
      help: 'The last part of the observed time, in whole weeks, is forecast from the time before it',
      houseRule: true,
    },
    { default: 0.33, min: 0.1, max: 0.6, step: 0.01, unit: 'share of the observed time' },
  ),
});

/** {@link customerValueParams}'s type. */
export type CustomerValueParams = v.InferOutput<typeof customerValueParams>;
