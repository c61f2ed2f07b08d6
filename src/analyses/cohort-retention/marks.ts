import type { Mark } from '../analysis.ts';
import type { Cohort, CohortRetention } from './result.ts';

/** Name of a cohort: `2011-03` by month, `2011 Q1` by quarter. */
export const cohortName = (cohort: Pick<Cohort, 'start'>, period: CohortRetention['period']): string => {
  const [year = '', month = ''] = cohort.start.split('-');
  return period === 'month' ? `${year}-${month}` : `${year} Q${Math.ceil(Number(month) / 3)}`;
};

/** The segment of a picked cell or row, whose key begins with the cohort's first day: customers who first bought in its period. */
export const cohortMark = (value: CohortRetention, key: string): Mark | undefined => {
  const cohort = value.cohorts.find((candidate) => key.startsWith(candidate.start));
  if (!cohort) return undefined;
  return {
    label: `First bought in ${cohortName(cohort, value.period)}`,
    predicate: {
      kind: 'all',
      of: [{ kind: 'compare', field: 'first_order', operator: 'between', value: [cohort.start, cohort.end] }],
    },
  };
};
