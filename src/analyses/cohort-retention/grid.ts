import type { RetentionView } from './findings.ts';
import type { Cohort, CohortRetention } from './result.ts';

/** Cohorts with fewer customers show no shares: one customer would colour the whole grid. House rule. */
export const smallestShownCohort = 5;

/** One cell of the grid; value null: the period has not ended, or the cohort is too small to show. */
export interface GridCell {
  readonly key: string;
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  /** Customers of the cohort. */
  readonly people: number;
}

/** The share of a cohort that is shown at an age from 1 on; null when it is not known or the cohort is too small. */
export const shownShare = (cohort: Cohort, age: number, show: RetentionView): number | null => {
  const cell = cohort.cells[age];
  if (!cell || cohort.customers < smallestShownCohort) return null;
  return show === 'customers' ? cell.retention : cell.revenueRetention;
};

/** The cells of the grid from age 1 on; a key begins with the first day of its cohort. */
export const gridCells = (value: CohortRetention, show: RetentionView): readonly GridCell[] =>
  value.cohorts.flatMap((cohort) =>
    cohort.cells.slice(1).map(({ age }) => ({
      key: `${cohort.start}+${age}`,
      row: cohort.start,
      column: String(age),
      value: shownShare(cohort, age, show),
      people: cohort.customers,
    })),
  );
