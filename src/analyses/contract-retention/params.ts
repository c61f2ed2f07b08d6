import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What contract retention is computed by; each default that no publication fixes is a house rule. */
export const contractRetentionParams = v.object({
  source: choiceParameter(
    {
      title: 'A contract is',
      help: 'Known from columns about contracts or from stages; without either you can take purchases in a row as renewals',
      houseRule: true,
    },
    [
      { value: 'auto', label: 'What the data say' },
      { value: 'attributes', label: 'Columns of customers: tenure or dates, and who has left' },
      { value: 'stages', label: 'Stages: became a customer, was cancelled' },
      { value: 'renewals', label: 'A purchase in each period counts as a renewal' },
    ],
    'auto',
  ),
  period: choiceParameter(
    {
      title: 'Renewed every',
      help: 'Time between two chances to leave; for contracts known by dates',
      houseRule: true,
    },
    [
      { value: 'month', label: 'Month' },
      { value: 'quarter', label: 'Quarter' },
      { value: 'year', label: 'Year' },
    ],
    'year',
  ),
  tenureUnit: choiceParameter(
    { title: 'Tenure is in', help: 'Unit of a column of tenure, which then is the period', houseRule: true },
    [
      { value: 'month', label: 'Months' },
      { value: 'quarter', label: 'Quarters' },
      { value: 'year', label: 'Years' },
    ],
    'month',
  ),
  discount: numberParameter(
    {
      title: 'Discount',
      help: 'How much less money a year from now is worth than money today',
      houseRule: true,
    },
    { default: 10, min: 1, max: 50, unit: '% a year' },
  ),
  profit: numberParameter(
    {
      title: 'Profit a period',
      help: 'What a customer brings while the contract lasts; 0 shows periods only',
      houseRule: true,
    },
    { default: 0, min: 0, max: 10_000_000, step: 0.01, unit: 'money' },
  ),
  model: choiceParameter(
    {
      title: 'Model',
      help: 'Automatic takes sBG unless the beta-discrete-Weibull model fits clearly better',
      houseRule: true,
    },
    [
      { value: 'auto', label: 'Automatic' },
      { value: 'sbg', label: 'Shifted beta-geometric (sBG)' },
      { value: 'bdw', label: 'Beta-discrete-Weibull' },
    ],
    'auto',
  ),
  holdout: numberParameter(
    {
      title: 'Keep for the check',
      help: 'The last periods of tenure are projected from those before them',
      houseRule: true,
    },
    { default: 33, min: 10, max: 60, unit: '%' },
  ),
});

/** {@link contractRetentionParams}' type. */
export type ContractRetentionParams = v.InferOutput<typeof contractRetentionParams>;
