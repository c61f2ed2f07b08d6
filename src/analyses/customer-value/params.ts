import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What lifetime values are counted by, wherever they are shown; each default that no publication fixes is a house rule. */
export const valueTerms = {
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
    { default: 10, min: 0, max: 50, unit: '% a year' },
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
  givenMargin: numberParameter(
    {
      title: 'Given margin',
      help: 'Contribution margin in per cent of revenue; used with “A given margin” only',
      houseRule: true,
    },
    { default: 30, min: 0, max: 100, unit: '%' },
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
};

/** What customer value is computed by: the terms of lifetime values, and how the model is checked. */
export const customerValueParams = v.object({
  ...valueTerms,
  holdout: numberParameter(
    {
      title: 'Keep for the check',
      help: 'The last part of the time observed, in whole weeks, is forecast from the time before it',
      houseRule: true,
    },
    { default: 33, min: 10, max: 60, unit: '%' },
  ),
});

/** {@link customerValueParams}'s type. */
export type CustomerValueParams = v.InferOutput<typeof customerValueParams>;
