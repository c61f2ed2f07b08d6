import { cholesky, solveCholesky } from '../estimation/cholesky.ts';
import { chiSquareTail } from '../statistics/chi-square-tail.ts';
import type { LifeTableRow } from './life-table.ts';

/** A group in a log-rank test: what happened, and what would have if all groups shared one curve. */
export interface LogRankGroup {
  readonly customers: number;
  readonly observed: number;
  readonly expected: number;
}

/** Whether groups have the same survival. */
export interface LogRank {
  readonly groups: readonly LogRankGroup[];
  readonly chiSquare: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

interface Moments {
  readonly observed: number[];
  readonly expected: number[];
  readonly variance: number[][];
}

/** The groups' rows at one time, with those at risk counted by walking along. */
const addStratum = (tables: readonly (readonly LifeTableRow[])[], rho: number, into: Moments): void => {
  const events = new Map<number, number[]>();
  tables.forEach((table, group) => {
    for (const row of table) {
      if (row.events === 0) continue;
      const counts = events.get(row.time) ?? tables.map(() => 0);
      counts[group] = row.events;
      events.set(row.time, counts);
    }
  });
  const places = tables.map(() => 0);
  let survival = 1;
  for (const [time, counts] of [...events].toSorted(([one], [other]) => one - other)) {
    const atRisk = tables.map((table, group) => {
      let place = places[group] ?? 0;
      while ((table[place]?.time ?? Infinity) < time) place += 1;
      places[group] = place;
      return table[place]?.atRisk ?? 0;
    });
    survival *= addTime(atRisk, counts, survival ** rho, into);
  }
};

/** Adds one event time; gives the share that stays. */
const addTime = (
  atRisk: readonly number[],
  counts: readonly number[],
  weight: number,
  { observed, expected, variance }: Moments,
): number => {
  const n = atRisk.reduce((sum, count) => sum + count, 0);
  const d = counts.reduce((sum, count) => sum + count, 0);
  const spread = n > 1 ? (weight * weight * d * (n - d)) / (n - 1) : 0;
  atRisk.forEach((here, i) => {
    observed[i] = (observed[i] ?? 0) + weight * (counts[i] ?? 0);
    expected[i] = (expected[i] ?? 0) + (weight * d * here) / n;
    const row = variance[i] ?? [];
    atRisk.forEach((there, j) => {
      row[j] = (row[j] ?? 0) + spread * ((i === j ? here / n : 0) - (here * there) / (n * n));
    });
  });
  return (n - d) / n;
};

/**
 * Log-rank test (Mantel 1966; Harrington & Fleming 1982) of two groups or more: `strata` are lists of the groups' life
 * tables, usually one; with more, groups are compared within each stratum. `rho` 0 weighs all times alike, 1 early
 * events more (Peto & Peto). Null with fewer than two groups that are at risk when something happens.
 */
export const logRank = (
  strata: readonly (readonly (readonly LifeTableRow[])[])[],
  rho = 0,
): LogRank | null => {
  const size = Math.max(0, ...strata.map((tables) => tables.length));
  const zeros = (): number[] => Array.from({ length: size }, () => 0);
  const moments: Moments = { observed: zeros(), expected: zeros(), variance: zeros().map(zeros) };
  for (const tables of strata) addStratum(tables, rho, moments);
  const { observed, expected, variance } = moments;
  const used = expected.flatMap((count, group) => (count > 0 ? [group] : [])).slice(0, -1);
  if (used.length === 0) return null;
  const decomposed = cholesky(used.map((i) => used.map((j) => variance[i]?.[j] ?? 0)));
  if (!decomposed.ok) return null;
  const differences = used.map((group) => (observed[group] ?? 0) - (expected[group] ?? 0));
  const solved = solveCholesky(decomposed.lower, differences);
  const chiSquare = differences.reduce(
    (sum, difference, place) => sum + difference * (solved[place] ?? 0),
    0,
  );
  return {
    groups: observed.map((count, group) => ({
      customers: strata.reduce((sum, tables) => sum + (tables[group]?.[0]?.atRisk ?? 0), 0),
      observed: count,
      expected: expected[group] ?? 0,
    })),
    chiSquare,
    degreesOfFreedom: used.length,
    p: chiSquareTail(chiSquare, used.length),
  };
};
