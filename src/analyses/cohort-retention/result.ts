import * as v from 'valibot';
import { dayField, described, numberOrUnknown } from '../result-fields.ts';

const cellSchema = v.object({
  age: described(v.number(), 'Periods since the first order; 0 = the cohort’s own period'),
  active: numberOrUnknown(
    'Customers of the cohort who bought at that age; null when the period has not ended by as-of',
  ),
  retention: numberOrUnknown('Active customers ÷ cohort size, 0–1; null as above'),
  revenue: numberOrUnknown('Revenue of the cohort at that age, money; null as above'),
  revenueRetention: numberOrUnknown(
    'Revenue at that age ÷ revenue at age 0; null as above or without revenue at age 0',
  ),
});

const meanSchema = v.object({
  age: described(v.number(), 'Periods since the first order'),
  cohorts: described(v.number(), 'Cohorts old enough to be observed at this age'),
  customers: described(v.number(), 'Customers in these cohorts'),
  retention: numberOrUnknown('Σ active ÷ Σ cohort sizes over these cohorts, 0–1; null without such a cohort'),
  revenueRetention: numberOrUnknown(
    'Σ revenue ÷ Σ revenue at age 0 over these cohorts; null without such a cohort',
  ),
});

/** The documented result of cohort retention. */
export const cohortRetentionResult = v.object({
  period: described(v.picklist(['month', 'quarter']), 'Length of a cohort’s period'),
  customers: described(v.number(), 'Customers in all cohorts together'),
  cohorts: described(
    v.array(
      v.object({
        start: dayField('First day of the cohort’s period'),
        end: dayField('Last day of the cohort’s period'),
        customers: described(v.number(), 'Cohort size: customers whose first order lies in the period'),
        isComplete: described(v.boolean(), 'Whether the period had ended by the as-of date'),
        cells: described(
          v.array(cellSchema),
          'Ages 0 to the oldest begun by as-of, at most the number asked for',
        ),
      }),
    ),
    'Cohorts in time order; periods without new customers are left out',
  ),
  mean: described(v.array(meanSchema), 'The weighted mean curve by age'),
});

/** {@link cohortRetentionResult}'s type. */
export type CohortRetention = v.InferOutput<typeof cohortRetentionResult>;

/** One cohort with its cells. */
export type Cohort = CohortRetention['cohorts'][number];

/** One point of the weighted mean curve. */
export type MeanPoint = CohortRetention['mean'][number];
