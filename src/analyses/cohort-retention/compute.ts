import { addPeriods, endOfPeriod } from '../../core/calendar.ts';
import type { CalendarPeriod } from '../../core/calendar.ts';
import type { Day } from '../../core/day.ts';
import type { Row } from '../../data/row.ts';
import type { Compute, Warning } from '../analysis.ts';
import { counted } from '../counted.ts';
import { meanCurve } from './mean-curve.ts';
import type { Cohort, CohortRetention } from './result.ts';

interface CohortRetentionParams {
  readonly period: CalendarPeriod;
  readonly maximumAge: number;
}

/** Below this many customers a cohort's retention swings by more than a point with each of them. House rule. */
const smallCohort = 30;

const cellsOf = (
  start: Day,
  size: number,
  byAge: ReadonlyMap<number, Row>,
  params: CohortRetentionParams,
  asOf: Day,
): Cohort['cells'] => {
  const cells: Cohort['cells'] = [];
  const firstRevenue = Number(byAge.get(0)?.['revenue'] ?? 0);
  for (let age = 0; age <= params.maximumAge; age += 1) {
    const periodStart = addPeriods(start, age, params.period);
    if (periodStart > asOf) break;
    if (asOf < endOfPeriod(periodStart, params.period)) {
      cells.push({ age, active: null, retention: null, revenue: null, revenueRetention: null });
      break;
    }
    const active = Number(byAge.get(age)?.['active'] ?? 0);
    const revenue = Number(byAge.get(age)?.['revenue'] ?? 0);
    cells.push({
      age,
      active,
      retention: active / size,
      revenue,
      revenueRetention: firstRevenue > 0 ? revenue / firstRevenue : null,
    });
  }
  return cells;
};

const groupByCohort = (rows: readonly Row[]): Map<Day, Map<number, Row>> => {
  const cohorts = new Map<Day, Map<number, Row>>();
  for (const row of rows) {
    const start = row['cohort'] as Day;
    const ages = cohorts.get(start) ?? new Map<number, Row>();
    ages.set(Number(row['age']), row);
    cohorts.set(start, ages);
  }
  return cohorts;
};

const warningsOf = (value: CohortRetention): Warning[] => {
  const candidates: (Warning | false)[] = [
    value.cohorts.length === 0 && {
      code: 'no-customers',
      message: 'No customer in focus has bought until the as-of date.',
    },
    value.cohorts.length > 0 &&
      !value.mean.some((point) => point.age > 0 && point.retention !== null) && {
        code: 'too-short',
        message: `The data are too short: no cohort has been observed for a whole ${value.period} after its first.`,
      },
    value.cohorts.length > 0 &&
      value.customers / value.cohorts.length < smallCohort && {
        code: 'small-cohorts',
        message: `Cohorts have ${counted(Math.round(value.customers / value.cohorts.length), 'customer', 'customers')} on average; single cells swing by chance. Read the mean, or cut by quarter.`,
      },
  ];
  return candidates.filter((candidate) => candidate !== false);
};

/** Turns the activity rows into cohorts with a cell for each age, null where the period has not ended by as-of. */
export const computeCohortRetention: Compute<'activity', CohortRetentionParams, CohortRetention> = ({
  rows,
  params,
  context,
}) => {
  const cohorts = [...groupByCohort(rows.activity)].map(([start, byAge]): Cohort => {
    const size = Number(byAge.values().next().value?.['customers'] ?? 0);
    const end = endOfPeriod(start, params.period);
    return {
      start,
      end,
      customers: size,
      isComplete: context.asOf >= end,
      cells: cellsOf(start, size, byAge, params, context.asOf),
    };
  });
  const value: CohortRetention = {
    period: params.period,
    customers: cohorts.reduce((sum, cohort) => sum + cohort.customers, 0),
    cohorts,
    mean: meanCurve(cohorts),
  };
  return { value, warnings: warningsOf(value) };
};
