import { planTotals } from '../plan/plan-totals.ts';
import type { PlanLine } from '../records/plan.ts';
import type { chain } from '../worksheets/kinds/chain.ts';
import type { RowOf } from '../worksheets/worksheet.ts';
import type { ChainPlace } from './places.ts';

/** A row of the worksheet that says what is done where. */
export type ChainRow = RowOf<(typeof chain)['fields']>;

/** How a box of a framework stands. */
export interface BoxState {
  readonly rows: readonly ChainRow[];
  readonly lines: readonly PlanLine[];
  /** Budget of its lines, money. */
  readonly budget: number;
  /** Mean of the scores now and of the goals, 0–5; null while nobody scored. */
  readonly now: number | null;
  readonly goal: number | null;
  /** Places of the box where nothing is said to be done and nothing is planned. */
  readonly empty: readonly ChainPlace[];
}

const mean = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
};

/** How the places stand together: what is done there, its scores, what is planned, and where nothing is. */
export const boxState = (
  places: readonly ChainPlace[],
  rows: readonly ChainRow[],
  lines: readonly PlanLine[],
): BoxState => {
  const own = rows.filter(({ values }) => values.place !== null && places.includes(values.place));
  const planned = lines.filter(({ stage }) => places.includes(stage));
  return {
    rows: own,
    lines: planned,
    budget: planTotals(planned).budget,
    now: mean(own.map(({ values }) => values.now)),
    goal: mean(own.map(({ values }) => values.goal)),
    empty: places.filter(
      (place) =>
        planned.every(({ stage }) => stage !== place) &&
        own.every(({ values }) => values.place !== place || values.what.trim() === ''),
    ),
  };
};
