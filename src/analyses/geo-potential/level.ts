import type { Row } from '../../data/row.ts';
import { numberOf } from '../cells.ts';
import type { GeoPotentialParams } from './params.ts';
import { placeLevels } from './result.ts';
import type { PlaceLevel } from './result.ts';

/** Rows of the known places of a level. */
export const placesAt = (rows: readonly Row[], level: PlaceLevel | null): readonly Row[] =>
  rows.filter((row) => row['level'] === level && (row['place'] ?? null) !== null);

/** The coarsest level of which enough places have enough customers and none holds nearly all; else the one with most places. */
export const pickLevel = (
  rows: readonly Row[],
  { level, minimumCustomers }: Pick<GeoPotentialParams, 'level' | 'minimumCustomers'>,
): PlaceLevel | null => {
  if (level !== 'auto') return placesAt(rows, level).length > 0 ? level : null;
  const sizes = placeLevels.map((name) => ({
    name,
    counts: placesAt(rows, name).map((row) => numberOf(row, 'now')),
  }));
  const useful = sizes.find(({ counts }) => {
    const all = counts.reduce((sum, count) => sum + count, 0);
    return counts.filter((count) => count >= minimumCustomers).length >= 3 && Math.max(...counts) < 0.9 * all;
  });
  const most = sizes.toSorted((one, other) => other.counts.length - one.counts.length)[0];
  return useful?.name ?? (most && most.counts.length > 0 ? most.name : null);
};
