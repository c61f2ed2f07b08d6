import type { Row } from '../../data/row.ts';
import { activeGrowth } from '../../models/growth/active-growth.ts';
import type { Compute } from '../analysis.ts';
import { numberOf } from '../cells.ts';
import { pickLevel, placesAt } from './level.ts';
import type { GeoPotentialParams } from './params.ts';
import { placeOf } from './places.ts';
import type { GeoPotential } from './result.ts';
import { geoPotentialWarnings } from './warnings.ts';

const sumOf = (rows: readonly Row[], column: string): number =>
  rows.reduce((sum, row) => sum + numberOf(row, column), 0);

const day = 86_400_000;

/** Where customers are, what they bring against their number, and where they become more. */
export const computeGeoPotential: Compute<'places', GeoPotentialParams, GeoPotential> = ({
  rows: { places: rows },
  params,
  context,
}) => {
  const level = pickLevel(rows, params);
  const known = placesAt(rows, level);
  const basis = params.measure === 'auto' && sumOf(rows, 'unknown_margins') === 0 ? 'margin' : 'revenue';
  const firstDay = String(rows[0]?.['first_day'] ?? context.asOf);
  const isCovered = (Date.parse(context.asOf) - Date.parse(firstDay)) / day >= 2 * params.windowDays - 1;
  const totals = { customers: sumOf(known, 'now'), value: sumOf(known, basis), basis, isCovered } as const;
  const growth = isCovered
    ? activeGrowth({
        before: sumOf(known, 'before'),
        now: totals.customers,
        both: sumOf(known, 'both'),
      })
    : null;
  const value: GeoPotential = {
    level,
    basis,
    customers: totals.customers,
    unplaced: sumOf(
      rows.filter((row) => row['level'] === (level ?? 'country') && (row['place'] ?? null) === null),
      'now',
    ),
    value: totals.value,
    growth: growth?.value ?? null,
    isCovered,
    places: known
      .map((row) => placeOf(row, totals, params))
      .toSorted((one, other) => other.customers - one.customers || (one.name < other.name ? -1 : 1)),
  };
  return { value, warnings: geoPotentialWarnings(value, params) };
};
