import { at } from '../../core/numeric/at.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { ModelError } from '../maximum-likelihood/likelihood-problem.ts';

/** Contract customers who were left of one cohort at the start and after 1, 2, … periods; never rising. */
export type SurvivorCohort = readonly number[];

/** Departures of all cohorts together. */
export interface Departures {
  readonly customers: number;
  /** lost[t] for t = 1 …: customers who left at the end of period t; index 0 is unused. */
  readonly lost: Float64Array;
  /** kept[t]: customers who were still there when they were last seen, after t periods. */
  readonly kept: Float64Array;
}

/** Adds up cohorts of different lengths; refused: no cohort with two counts, and counts that rise or are below 0. */
export const countDepartures = (cohorts: readonly SurvivorCohort[]): Result<Departures, ModelError> => {
  const longest = cohorts.reduce((most, cohort) => Math.max(most, cohort.length), 0);
  if (longest < 2)
    return err({ kind: 'too-few', what: 'periods', found: Math.max(0, longest - 1), needed: 1 });
  const lost = new Float64Array(longest);
  const kept = new Float64Array(longest);
  let customers = 0;
  for (const [row, cohort] of cohorts.entries()) {
    const isFalling = cohort.every(
      (count, t) => count >= 0 && count < Infinity && !(count > (cohort[t - 1] ?? Infinity)),
    );
    if (!isFalling) return err({ kind: 'value-invalid', row, reason: 'survivors rise or are below 0' });
    customers += cohort[0] ?? 0;
    cohort.forEach((count, t) => {
      if (t > 0) lost[t] = at(lost, t) + at(cohort, t - 1) - count;
      if (t === cohort.length - 1) kept[t] = at(kept, t) + count;
    });
  }
  if (customers <= 0) return err({ kind: 'too-few', what: 'customers', found: 0, needed: 1 });
  return ok({ customers, lost, kept });
};
