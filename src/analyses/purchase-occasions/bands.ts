/** Fewest repeats, or occasions since the last purchase, of each band; the last has no upper bound. House rule. */
export const occasionBands: readonly number[] = [0, 1, 2, 3, 4, 5, 6, 7, 10, 13, 25];

/** Beginning of the band that a number lies in. */
export const bandOf = (value: number): number => occasionBands.findLast((from) => from <= value) ?? 0;

/** The last value of the band that begins there; null for the last band. */
export const endOfBand = (from: number): number | null => {
  const next = occasionBands[occasionBands.indexOf(from) + 1];
  return next === undefined ? null : next - 1;
};

/** `7–9`, `1`, `25+`. */
export const bandName = (from: number, to: number | null): string =>
  to === null ? `${from}+` : from === to ? String(from) : `${from}–${to}`;
