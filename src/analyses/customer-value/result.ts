import * as v from 'valibot';
import { dayField, described, numberOrUnknown } from '../result-fields.ts';

const modelName = v.picklist(['mbg-nbd', 'bg-nbd', 'pareto-nbd']);

const groupSchema = v.object({
  name: described(
    v.string(),
    'Year or quarter of the first purchase, or channel; “Unknown” where it isn’t known',
  ),
  customers: described(v.number(), 'Customers in it'),
  alive: described(v.number(), 'Σ P(alive): how many of them still are customers'),
  orders: described(v.number(), 'Purchase days to be expected of them within the horizon'),
  value: described(v.number(), 'Sum of their lifetime values, money'),
  mean: described(v.number(), 'value ÷ customers, money'),
});

const cellSchema = v.object({
  recencyFrom: described(v.number(), 'Fewest days since the last purchase'),
  recencyTo: numberOrUnknown('Most days since it; null: no upper bound'),
  purchasesFrom: described(v.number(), 'Fewest purchase days'),
  purchasesTo: numberOrUnknown('Most purchase days; null: no upper bound'),
  customers: described(v.number(), 'Customers in it'),
  pAlive: described(v.number(), 'Mean P(alive), 0–1'),
  meanValue: described(v.number(), 'Mean lifetime value, money'),
});

const repeatsSchema = v.object({
  repeats: described(v.number(), 'Repeat purchase days'),
  isOpen: described(v.boolean(), 'Whether those with more belong to it'),
  actual: described(v.number(), 'Customers'),
  expected: described(v.number(), 'Customers to be expected by the model'),
});

const checkSchema = v.object({
  until: dayField('Last day of the calibration'),
  holdoutWeeks: described(v.number(), 'Weeks from then to as-of'),
  customers: described(v.number(), 'Customers won until then (every k-th when they are more than 20,000)'),
  actual: described(v.number(), 'Their purchase days in the holdout'),
  expected: described(
    v.number(),
    'The purchase days that the model fitted to the calibration expects of them',
  ),
  weeks: described(
    v.array(
      v.object({
        start: dayField('First day of the week'),
        actual: described(v.number(), 'Repeat purchase days in it'),
        expected: described(v.number(), 'Those that the model expects'),
        actualSoFar: described(v.number(), 'Repeat purchase days until its end'),
        expectedSoFar: described(v.number(), 'Those that the model expects'),
      }),
    ),
    'Repeat purchases week by week through calibration and holdout',
  ),
  byRepeats: described(
    v.array(
      v.object({
        repeats: described(v.number(), 'Repeat purchase days in the calibration'),
        isOpen: described(v.boolean(), 'Whether those with more belong to it'),
        customers: described(v.number(), 'Customers'),
        actual: described(v.number(), 'Purchase days in the holdout, a customer'),
        expected: described(v.number(), 'Those that the model expects, a customer'),
      }),
    ),
    'Conditional expectation: what followed, by what went before',
  ),
  grade: v.nullable(
    v.object({
      captured: described(
        v.number(),
        'Share of the true top 20 % of the holdout among the predicted top 20 %',
      ),
      baselineCaptured: described(v.number(), 'The same share for spend per month so far'),
      gain: numberOrUnknown('captured ÷ baselineCaptured − 1'),
      grade: described(v.picklist(['A', 'B', 'C']), 'A: 5 % more than the baseline; B: as many; C: fewer'),
    }),
  ),
});

/** The documented result of the customer value analysis. */
export const customerValueResult = v.object({
  from: described(
    v.nullable(dayField('A day')),
    'First purchase of a known customer; null when nobody has bought',
  ),
  asOf: dayField('End of the observation, from which the horizon runs'),
  until: dayField('End of the horizon'),
  horizon: described(v.number(), 'Months from as-of'),
  discount: described(v.number(), 'Discount a year, 0–1'),
  margin: v.object({
    share: described(v.number(), 'Margin as a share of revenue; 1: value is revenue'),
    basis: described(v.picklist(['own', 'revenue', 'given']), 'Your own margin, revenue, or a margin given'),
    coverage: numberOrUnknown('Share of revenue whose cost is known'),
  }),
  customers: described(v.number(), 'Known customers with a purchase until as-of'),
  repeaters: described(v.number(), 'Those with two purchase days or more'),
  model: described(v.nullable(modelName), 'Model of purchases in use; null when none can be fitted'),
  reason: described(v.string(), 'Why this model'),
  models: described(
    v.array(
      v.object({
        model: described(modelName, 'Name of the model'),
        logLikelihood: numberOrUnknown('ln L at the estimates; higher fits better'),
        status: described(
          v.picklist(['converged', 'at-boundary', 'failed']),
          'How far the fit can be trusted',
        ),
        detail: described(v.string(), 'What is wrong with the fit; empty when nothing is'),
        evaluations: described(v.number(), 'How often the likelihood was computed'),
      }),
    ),
    'All three models on the same histories',
  ),
  parameters: described(
    v.array(
      v.object({
        model: described(v.string(), 'Model of purchases, or gamma-gamma of spend'),
        name: described(v.string(), 'Name as in the publication'),
        value: described(v.number(), 'Estimate; α, β in weeks, v in money'),
        standardError: numberOrUnknown('Standard error; null without a maximum inside'),
        low: numberOrUnknown(
          'Lower end of the 95 % interval (in logarithms); null when it is too wide to tell',
        ),
        high: numberOrUnknown('Upper end of the 95 % interval'),
      }),
    ),
    'Estimates of the models in use',
  ),
  spend: v.object({
    isFitted: described(
      v.boolean(),
      'Whether the gamma-gamma model could be fitted; else everyone spends the mean',
    ),
    logLikelihood: numberOrUnknown('ln L of the gamma-gamma model'),
    customers: described(v.number(), 'Repeat customers it was fitted to'),
    mean: numberOrUnknown('Mean spend of a purchase day over all customers, money'),
    correlation: numberOrUnknown('Correlation of repeat purchases and mean spend; the model assumes none'),
  }),
  alive: numberOrUnknown('Σ P(alive): how many still are customers'),
  expectedOrders: numberOrUnknown('Purchase days to be expected within the horizon, undiscounted'),
  equity: numberOrUnknown('Customer equity: sum of all lifetime values, money'),
  equityLow: numberOrUnknown('Lower end of its 95 % interval (delta method over the estimates)'),
  equityHigh: numberOrUnknown('Upper end of it'),
  meanValue: numberOrUnknown('equity ÷ customers, money'),
  deciles: described(
    v.array(
      v.object({
        decile: described(v.number(), '1 = the tenth of customers worth most'),
        customers: described(v.number(), 'Customers in it'),
        value: described(v.number(), 'Their lifetime values together, money'),
        share: numberOrUnknown('Share of the equity; null when it isn’t positive'),
        lowest: described(v.number(), 'Smallest lifetime value in it, money'),
        highest: described(v.number(), 'Largest, money'),
      }),
    ),
    'Tenths of customers by lifetime value; of more than 20,000 customers from a sample',
  ),
  cohortsBy: described(v.picklist(['year', 'quarter']), 'What cohorts of first purchase are cut by'),
  cohorts: described(v.array(groupSchema), 'By first purchase, oldest first; adds up to the equity'),
  channels: described(
    v.array(groupSchema),
    'By channel of acquisition, most valuable first; empty when no channel is known',
  ),
  grid: described(v.array(cellSchema), 'By recency and number of purchase days; only cells with customers'),
  frequency: described(v.array(repeatsSchema), 'Customers by repeat purchase days'),
  check: described(
    v.nullable(checkSchema),
    'Forecast against what happened; null when the time observed is too short',
  ),
  sampledEvery: described(v.number(), 'Spend, check and tenths rest on every k-th customer; 1: on all'),
  grain: described(v.number(), 'Days to which ages were rounded; 1: not rounded'),
  regularity: numberOrUnknown('1: purchases come by chance; 2 and more: like clockwork (Wheat & Morrison)'),
});

/** {@link customerValueResult}'s type. */
export type CustomerValue = v.InferOutput<typeof customerValueResult>;
