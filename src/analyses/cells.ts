import type { Row } from '../data/row.ts';

/** A number of a row; 0 when the row or the cell is missing. */
export const numberOf = (row: Row | undefined, column: string): number => Number(row?.[column] ?? 0);

/** A number of a row; null when the row or the cell is missing: unknown stays unknown. */
export const knownNumberOf = (row: Row | undefined, column: string): number | null => {
  const cell = row?.[column] ?? null;
  return cell === null ? null : Number(cell);
};

/** `part ÷ whole`; null when the part is unknown or the whole is not above 0. */
export const ratioOf = (part: number | null, whole: number): number | null =>
  part === null || whole <= 0 ? null : part / whole;
