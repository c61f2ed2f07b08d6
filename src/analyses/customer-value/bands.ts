/** Fewest days since the last purchase of each band, as in query.sql; the last has no upper bound. House rule. */
export const recencyBands: readonly number[] = [0, 31, 61, 91, 181, 366, 731];

/** Fewest purchase days of each band; the last has no upper bound. House rule. */
export const purchaseBands: readonly number[] = [1, 2, 3, 4, 5, 7, 10, 20];

/** The last value of the band that begins there; null for the last band. */
export const endOfBand = (bands: readonly number[], from: number): number | null => {
  const next = bands[bands.indexOf(from) + 1];
  return next === undefined ? null : next - 1;
};

/** Beginning of the band that a number lies in. */
export const bandOf = (bands: readonly number[], value: number): number =>
  bands.findLast((from) => from <= value) ?? bands[0] ?? 0;

/** `31–60`, `1`, `731+`. */
export const bandName = (from: number, to: number | null): string =>
  to === null ? `${from}+` : from === to ? String(from) : `${from}–${to}`;
