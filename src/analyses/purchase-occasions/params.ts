import * as v from 'valibot';
import { choiceParameter, numberParameter } from '../parameters.ts';

/** What purchase occasions are computed by; each default that no publication fixes is a house rule. */
export const purchaseOccasionsParams = v.object({
  period: choiceParameter(
    {
      title: 'One occasion a',
      help: 'In each a customer buys or doesn’t: the rhythm in which you ask or they usually order',
      houseRule: true,
    },
    [
      { value: 'month', label: 'Month' },
      { value: 'quarter', label: 'Quarter' },
      { value: 'year', label: 'Year' },
    ],
    'quarter',
  ),
  ahead: numberParameter(
    { title: 'Look ahead', help: 'Purchases at so many occasions to come', houseRule: true },
    { default: 4, min: 1, max: 60, unit: 'occasions' },
  ),
  holdout: numberParameter(
    {
      title: 'Keep for the check',
      help: 'The last occasions are forecast from those before them',
      houseRule: true,
    },
    { default: 33, min: 10, max: 60, unit: '%' },
  ),
});

/** {@link purchaseOccasionsParams}' type. */
export type PurchaseOccasionsParams = v.InferOutput<typeof purchaseOccasionsParams>;
