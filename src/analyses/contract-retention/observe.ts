import type { Row } from '../../data/row.ts';
import type { SurvivorCohort } from '../../models/shifted-beta-geometric/survivor-cohort.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { at } from '../../core/numeric/at.ts';
import { numberOf, ratioOf } from '../cells.ts';
import type { ContractRetention } from './result.ts';

/** Contracts alike in the periods seen and in whether they ended. */
export interface Course {
  /** Of those who left the period at whose end they did, else full periods seen. */
  readonly periods: number;
  readonly hasLeft: boolean;
  readonly customers: number;
}

/** Longer contracts are followed up to here, so that a tenure in days takes no for ever. House rule. */
export const longestTenure = 600;

/** Rows of a query whose course is known, cut at so many periods: who left later was still there then. */
export const coursesOf = (rows: readonly Row[], most = longestTenure): Course[] =>
  rows
    .filter((row) => (row['periods'] ?? null) !== null)
    .map((row) => {
      const periods = numberOf(row, 'periods');
      return {
        periods: Math.min(periods, most),
        hasLeft: row['has_left'] === true && periods <= most,
        customers: numberOf(row, 'customers'),
      };
    });

/** Courses cut at so many periods. */
export const cutCourses = (courses: readonly Course[], most: number): Course[] =>
  courses.map(({ periods, hasLeft, customers }) => ({
    periods: Math.min(periods, most),
    hasLeft: hasLeft && periods <= most,
    customers,
  }));

/** Survivors of each group of alike contracts, as the models take them. */
export const cohortsOf = (courses: readonly Course[]): SurvivorCohort[] =>
  courses.map(({ periods, hasLeft, customers }) =>
    Array.from({ length: periods + 1 }, (_, t) => (hasLeft && t === periods ? 0 : customers)),
  );

/** Customers in the course, and of these who left. */
export const customersOf = (courses: readonly Course[]): number =>
  courses.reduce((sum, { customers }) => sum + customers, 0);

/** Customers at risk and lost by period (index = period), as in a life table: who was seen for it in full. */
export const lifeOf = (courses: readonly Course[]): { atRisk: Float64Array; lost: Float64Array } => {
  const longest = courses.reduce((most, { periods }) => Math.max(most, periods), 0);
  const atRisk = new Float64Array(longest + 1);
  const lost = new Float64Array(longest + 1);
  for (const { periods, hasLeft, customers } of courses) {
    atRisk[periods] = at(atRisk, periods) + customers;
    if (hasLeft) lost[periods] = at(lost, periods) + customers;
  }
  for (let t = longest - 1; t >= 0; t -= 1) atRisk[t] = at(atRisk, t) + at(atRisk, t + 1);
  return { atRisk, lost };
};

type Period = ContractRetention['periods'][number];

/** Periods as observed, so far without a model. Survival is the product of the retentions (Kaplan–Meier). */
export const observedPeriods = (courses: readonly Course[]): Period[] => {
  const { atRisk, lost } = lifeOf(courses);
  let survival: number | null = 1;
  return Array.from(atRisk.subarray(1), (present, index) => {
    const left = at(lost, index + 1);
    const retention = ratioOf(present - left, present);
    survival = survival === null || retention === null ? null : survival * retention;
    const interval = wilsonInterval(present - left, present);
    return {
      period: index + 1,
      atRisk: present,
      left,
      retention,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      survival,
      fittedRetention: null,
      fittedSurvival: null,
      checkedSurvival: null,
    };
  });
};
