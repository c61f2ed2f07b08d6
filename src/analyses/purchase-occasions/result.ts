import * as v from 'valibot';
import { estimateSchema } from '../fit-estimates.ts';
import { dayField, described, numberOrUnknown } from '../result-fields.ts';

const count = (meaning: string) => described(v.number(), meaning);

const repeatsFields = {
  repeats: count('Occasions with a purchase after the first'),
  isOpen: described(v.boolean(), 'So many or more'),
};

const checkSchema = v.object({
  from: dayField('First day of the holdout'),
  periods: count('Occasions in it'),
  customers: count('Customers who first bought before it'),
  actual: count('Their purchases in it'),
  expected: count('The same as forecast'),
  tracking: described(
    v.array(
      v.object({
        start: dayField('First day of the period'),
        actual: count('Repeat purchases in it'),
        expected: count('The same by the model of the check'),
        actualSoFar: count('Repeat purchases added up'),
        expectedSoFar: count('The same by the model of the check'),
      }),
    ),
    'Period by period, from the second',
  ),
  byRepeats: described(
    v.array(
      v.object({
        ...repeatsFields,
        customers: count('Customers'),
        actual: count('Purchases a customer in the holdout'),
        expected: count('The same as forecast'),
      }),
    ),
    'By repeats before the holdout',
  ),
});

/** The documented result of purchase occasions. An occasion is a calendar period in which a customer buys or doesn't. */
export const purchaseOccasionsResult = v.object({
  period: described(v.picklist(['month', 'quarter', 'year']), 'Length of a period'),
  from: described(
    v.nullable(dayField('Day')),
    'First day of the first period with a purchase; null without any',
  ),
  until: described(v.nullable(dayField('Day')), 'Last day of the last period that is over'),
  occasions: count('Most occasions that a customer had after the first purchase'),
  customers: count('Customers who bought in a period that is over'),
  repeaters: count('Customers who bought again in a later period'),
  ahead: count('Occasions looked ahead'),
  isFitted: described(v.boolean(), 'Whether a model could be fitted'),
  status: described(
    v.nullable(v.picklist(['converged', 'at-boundary', 'failed'])),
    'How the search ended; null without one',
  ),
  detail: described(v.string(), 'Why it did not settle, or why nothing was fitted; empty when all is well'),
  logLikelihood: numberOrUnknown('ln L of BG/BB'),
  parameters: described(v.array(estimateSchema), 'Estimates of α, β, γ and δ'),
  buys: numberOrUnknown('Mean chance to buy at an occasion while a customer, α ÷ (α + β), 0–1'),
  leaves: numberOrUnknown('Mean chance of a new customer to leave before an occasion, γ ÷ (γ + δ), 0–1'),
  alive: numberOrUnknown('Customers expected to be there still at the next occasion'),
  expected: numberOrUnknown('Purchases expected of all at the occasions looked ahead'),
  frequency: described(
    v.array(
      v.object({
        ...repeatsFields,
        actual: count('Customers'),
        expected: count('Customers by the model'),
      }),
    ),
    'Customers by occasions with a repeat purchase',
  ),
  grid: described(
    v.array(
      v.object({
        repeatsFrom: count('Fewest repeats of the cell'),
        repeatsTo: numberOrUnknown('Most repeats; null for the last'),
        sinceFrom: count('Fewest occasions since the last purchase; 0 = bought at the last one'),
        sinceTo: numberOrUnknown('Most of them; null for the last'),
        customers: count('Customers'),
        pAlive: count('Mean chance to be there at the next occasion, 0–1'),
        expected: count('Mean purchases expected at the occasions looked ahead'),
      }),
    ),
    'By repeats and by occasions since the last purchase',
  ),
  check: described(v.nullable(checkSchema), 'Forecast of the last occasions; null when there are too few'),
});

/** {@link purchaseOccasionsResult}'s type. */
export type PurchaseOccasions = v.InferOutput<typeof purchaseOccasionsResult>;
