import * as v from 'valibot';
import { estimateSchema } from '../fit-estimates.ts';
import { described, numberOrUnknown } from '../result-fields.ts';

const count = (meaning: string) => described(v.number(), meaning);

const modelName = v.picklist(['sbg', 'bdw']);

const periodSchema = v.object({
  period: count('Number of the period, from 1; its end is a chance to leave'),
  atRisk: count('Customers seen up to its end who were there at its beginning'),
  left: count('Of these, who left at its end'),
  retention: numberOrUnknown('Share who stayed, 0–1; null when nobody was seen'),
  low: numberOrUnknown('Lower end of its 95 % interval (Wilson)'),
  high: numberOrUnknown('Upper end of its 95 % interval'),
  survival: numberOrUnknown(
    'Share of the beginning still there at its end, 0–1: the product of the retentions',
  ),
  fittedRetention: numberOrUnknown('Retention by the model'),
  fittedSurvival: numberOrUnknown('Survival by the model'),
  checkedSurvival: numberOrUnknown('Survival by the model fitted to the first periods only'),
});

const checkSchema = v.object({
  fittedPeriods: count('Periods that the model of the check saw'),
  actual: count('Survival at the end of the last period, observed, 0–1'),
  projected: count('The same as projected, 0–1'),
  meanError: count('Mean of |projected − observed| ÷ observed over the periods kept, 0–1'),
  models: described(
    v.array(
      v.object({
        model: described(modelName, 'Model'),
        projected: count('Survival at the end as this model projects it'),
        meanError: count('Its mean error over the periods kept'),
      }),
    ),
    'Both models, fitted to the first periods',
  ),
});

/** The documented result of contract retention. A period is the time between two chances to leave. */
export const contractRetentionResult = v.object({
  source: described(
    v.nullable(v.picklist(['tenure', 'dates', 'stages', 'renewals'])),
    'What contracts are known from; null when the data know none',
  ),
  fields: described(v.array(v.string()), 'Columns of the customers that were read'),
  period: described(v.picklist(['month', 'quarter', 'year']), 'Length of a period'),
  customers: count('Customers with a contract whose course is known'),
  unknown: count('Customers of whom the course is not known; they are left out'),
  left: count('Customers who have left'),
  periods: described(v.array(periodSchema), 'Periods of tenure, observed and beyond'),
  observed: count('Periods observed'),
  model: described(v.nullable(modelName), 'Model in use; null when none can be fitted'),
  reason: described(v.string(), 'Why this model, or none'),
  models: described(
    v.array(
      v.object({
        model: described(modelName, 'Model'),
        logLikelihood: count('ln L; higher fits better'),
        status: described(v.picklist(['converged', 'at-boundary', 'failed']), 'How the search ended'),
        detail: described(v.string(), 'Why it did not settle; empty when it did'),
      }),
    ),
    'The models that were fitted',
  ),
  parameters: described(v.array(estimateSchema), 'Estimates of the fitted models'),
  meanChurn: numberOrUnknown('Mean chance to leave at the end of the first period by the model, 0–1'),
  goodness: described(
    v.nullable(
      v.object({
        chiSquare: count(
          'Σ (left − expected)² ÷ (expected · retention) over periods with 5 departures expected',
        ),
        degrees: count('Periods − parameters'),
        p: count('Chance of so bad a fit if the model is right, 0–1'),
        largestGap: count('Largest |observed − fitted| of survival, 0–1'),
      }),
    ),
    'How well the model in use fits; null with too few periods',
  ),
  discount: count('Discount a period, 0–1'),
  profit: numberOrUnknown('Profit a period that was set, money; null without'),
  lifetime: numberOrUnknown(
    'Discounted expected lifetime of a new customer in periods, the first paid at once (DEL)',
  ),
  meanResidual: numberOrUnknown('Mean of DERL over those there now, periods'),
  residualValue: numberOrUnknown('Sum of DERL over those there now × profit, money'),
  tenures: described(
    v.array(
      v.object({
        period: count('Period that the customers are in, 1 = the first'),
        customers: count('Customers who are in it now'),
        retention: count('Chance to renew at its end, 0–1'),
        residual: count('DERL: discounted expected periods to come, counted just before the renewal'),
        value: numberOrUnknown('DERL × profit a period, money; null without a profit'),
      }),
    ),
    'Residual lifetime by tenure; empty without a model',
  ),
  check: described(
    v.nullable(checkSchema),
    'Projection of the last periods from those before; null when too few',
  ),
});

/** {@link contractRetentionResult}'s type. */
export type ContractRetention = v.InferOutput<typeof contractRetentionResult>;
/** Name of a model of contract retention. */
export type ContractModel = v.InferOutput<typeof modelName>;
