import type { Row } from '../../data/row.ts';
import { fitShiftedBetaGeometric } from '../../models/shifted-beta-geometric/fit-shifted-beta-geometric.ts';
import { sbgRetention } from '../../models/shifted-beta-geometric/shifted-beta-geometric.ts';
import type { ShiftedBetaGeometricParameters } from '../../models/shifted-beta-geometric/shifted-beta-geometric.ts';
import { wilsonInterval } from '../../models/statistics/wilson-interval.ts';
import { knownNumberOf, numberOf, ratioOf } from '../cells.ts';
import type { RetentionEconomics } from './result.ts';

/** Customers by full years after the first and by how many of these they bought in, in a row. */
export interface Run {
  readonly completed: number;
  readonly run: number;
  readonly customers: number;
}

/** Rows of the query as runs. */
export const runsOf = (rows: readonly Row[]): Run[] =>
  rows.map((row) => ({
    completed: numberOf(row, 'completed'),
    run: numberOf(row, 'run'),
    customers: numberOf(row, 'customers'),
  }));

const count = (runs: readonly Run[], completed: number, run: number): number =>
  runs
    .filter((one) => one.completed >= completed && one.run >= run)
    .reduce((sum, one) => sum + one.customers, 0);

/** Customers left of each group with the same number of full years, after 0, 1, … of them. */
const survivorsOf = (runs: readonly Run[]): number[][] =>
  [...new Set(runs.map(({ completed }) => completed))]
    .filter((completed) => completed > 0)
    .map((completed) =>
      Array.from({ length: completed + 1 }, (_, run) =>
        count(
          runs.filter((one) => one.completed === completed),
          completed,
          run,
        ),
      ),
    );

/** Fewest customers who could stay for a second further year, without whom nothing is projected. House rule. */
const fewestTwice = 30;

/** The shifted-beta-geometric model of the runs; null where few could stay for two years, or nobody left or stayed. */
export const projectionOf = (runs: readonly Run[]): ShiftedBetaGeometricParameters | null => {
  if (count(runs, 2, 1) < fewestTwice) return null;
  const fit = fitShiftedBetaGeometric(survivorsOf(runs));
  if (!fit.ok || fit.value.status.kind !== 'converged') return null;
  const { alpha, beta } = fit.value.parameters;
  return { alpha, beta };
};

/** Retention by year of tenure, observed and projected. */
export const tenureOf = (
  runs: readonly Run[],
  projection: ShiftedBetaGeometricParameters | null,
): RetentionEconomics['tenure'] => {
  const years = Math.max(0, ...runs.map(({ completed }) => completed));
  return Array.from({ length: years }, (_, at) => {
    const year = at + 1;
    const atRisk = count(runs, year, year - 1);
    const stayed = count(runs, year, year);
    const interval = wilsonInterval(stayed, atRisk);
    return {
      year,
      atRisk,
      stayed,
      retention: ratioOf(stayed, atRisk),
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      projected: projection && sbgRetention(projection, year),
    };
  });
};

/** What the data say about retention, profit, growth and the cost of winning; null where they can't. */
export const measuredOf = (
  tenure: RetentionEconomics['tenure'],
  rows: readonly Row[],
): RetentionEconomics['measured'] => {
  const sum = (column: string): number => rows.reduce((total, row) => total + numberOf(row, column), 0);
  const atRisk = tenure.reduce((total, year) => total + year.atRisk, 0);
  const stayed = tenure.reduce((total, year) => total + year.stayed, 0);
  const interval = wilsonInterval(stayed, atRisk);
  const before = sum('profit_before');
  return {
    retention: ratioOf(stayed, atRisk),
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    atRisk,
    margin: ratioOf(sum('profit'), sum('buyers')),
    growth: before > 0 ? sum('profit_stayed') / before - 1 : null,
    acquisitionCost: ratioOf(knownNumberOf(rows[0], 'campaign_cost'), numberOf(rows[0], 'won')),
    knownCosts: ratioOf(sum('known_revenue'), sum('revenue')),
  };
};
