import { naturalBreaksOfCounts } from '../../models/cuts/natural-breaks.ts';
import type { Row } from '../../data/row.ts';
import { numberOf } from '../cells.ts';

/**
 * The four cuts that part the customers where the gaps between their values are natural (Jenks); a value on a cut belongs to
 * the group above. With fewer than five different values the last cuts lie one above the highest; empty without any.
 */
export const naturalCuts = (rows: readonly Row[], dimension: string): number[] => {
  const values = rows
    .filter((row) => row['dimension'] === dimension)
    .map((row) => ({ value: numberOf(row, 'value'), count: numberOf(row, 'customers') }))
    .toSorted((one, other) => one.value - other.value);
  const { classes } = naturalBreaksOfCounts(values, 5);
  const highest = classes.at(-1)?.highest;
  if (highest === undefined) return [];
  const starts = classes.slice(1).map(({ lowest }) => lowest);
  return [...starts, ...Array.from({ length: 4 - starts.length }, () => highest + 1)];
};
