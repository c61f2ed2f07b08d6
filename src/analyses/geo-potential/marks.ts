import type { Mark } from '../analysis.ts';
import type { GeoPotential, Place } from './result.ts';

/** The customers of a place as a segment. */
export const placeMark = ({ level }: Pick<GeoPotential, 'level'>, { name }: Pick<Place, 'name'>): Mark => ({
  label: name,
  predicate: { kind: 'compare', field: level ?? 'country', operator: 'is', value: name },
});
