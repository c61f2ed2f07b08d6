import type { Row } from '../../data/row.ts';
import { numberOf } from '../cells.ts';
import type { Rfm } from './result.ts';

type Spread = Rfm['spread']['recency'];

/** More steps than this are too narrow to be told apart. */
const mostSteps = 24;
const dayWidths = [1, 2, 5, 7, 14, 30, 60, 90, 180, 365, 730, 1_825];
const decades = [[1, 1.5, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]] as const;

/** Edges at even widths that read well, from 0 to beyond the highest value. */
const evenEdges = (highest: number): readonly number[] => {
  const width = dayWidths.find((candidate) => highest / candidate < mostSteps) ?? highest / mostSteps;
  const steps = Math.floor(highest / width) + 1;
  return Array.from({ length: steps + 1 }, (_, step) => step * width);
};

/** Edges that grow with the values, as 1, 2, 5, 10, 20 do, from the lowest to beyond the highest value. */
const growingEdges = (lowest: number, highest: number): readonly number[] => {
  const first = Math.floor(Math.log10(Math.max(lowest, highest / 1e6, 1e-9)));
  const last = Math.ceil(Math.log10(Math.max(highest, 1e-9)));
  for (const digits of decades) {
    const edges = Array.from({ length: last - first + 2 }, (_, power) => 10 ** (first + power))
      .flatMap((unit) => digits.map((digit) => Number((digit * unit).toPrecision(6))))
      .sort((one, other) => one - other);
    const from = edges.findLastIndex((edge) => edge <= lowest);
    const to = edges.findIndex((edge) => edge > highest);
    if (to - Math.max(0, from) <= mostSteps) return edges.slice(Math.max(0, from), to + 1);
  }
  return [lowest, highest + 1];
};

/** Edges at whole numbers: each of the first twelve, then growing. */
const wholeEdges = (highest: number): readonly number[] => {
  const singles = Array.from({ length: 12 }, (_, index) => index + 1);
  const growing = growingEdges(15, Math.max(20, highest)).filter((edge) => edge > 12);
  const edges = [...singles, ...growing];
  return edges.slice(0, edges.findIndex((edge) => edge > highest) + 1);
};

const edgesOf = (dimension: keyof Rfm['spread'], values: readonly number[]): readonly number[] => {
  const [lowest, highest] = [Math.min(...values), Math.max(...values)];
  if (dimension === 'recency') return evenEdges(highest);
  if (dimension === 'frequency') return wholeEdges(highest);
  // Less than half a hundredth is no money.
  const positive = values.filter((value) => value >= 0.005);
  if (positive.length === 0) return [Math.min(lowest, -1), 1];
  const growing = growingEdges(Math.min(...positive), highest);
  return lowest < 0.005 ? [Math.min(lowest, 0), ...growing.filter((edge) => edge > 0)] : growing;
};

/** How many customers have a value from each edge to the next, for a dimension of the scores; empty without customers. */
export const spreadOf = (rows: readonly Row[], dimension: keyof Rfm['spread']): Spread => {
  const found = rows.filter((row) => row['dimension'] === dimension);
  if (found.length === 0) return [];
  const edges = edgesOf(
    dimension,
    found.map((row) => numberOf(row, 'value')),
  );
  const steps = edges.slice(1).map((to, step) => ({ from: edges[step] ?? 0, to, customers: 0 }));
  for (const row of found) {
    const value = numberOf(row, 'value');
    const step = steps.find(({ to }) => value < to) ?? steps.at(-1);
    if (step) step.customers += numberOf(row, 'customers');
  }
  return steps;
};
