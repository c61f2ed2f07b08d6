/** So many rows are grouped or sorted at once: their keys take some 600 MB, of the 4 GB that a page may have. */
export const rowsAtOnce = 6_000_000;

/** One of the parts into which rows are divided by a key: rows of one key are in one part. */
export interface Part {
  /** From 0. */
  readonly part: number;
  readonly parts: number;
}

/** All rows at once. */
export const wholePart: Part = { part: 0, parts: 1 };

/** The parts one after another in which so many rows are worked on. */
export const partsOf = (rows: number): readonly Part[] => {
  const parts = Math.max(1, Math.ceil(rows / rowsAtOnce));
  return Array.from({ length: parts }, (_, part) => ({ part, parts }));
};

/** SQL: the row is in the part by its key. */
export const isInPart = (key: string, { part, parts }: Part): string =>
  parts === 1 ? 'true' : `hash(${key}) % ${parts} = ${part}`;

/** SQL that says of a row, by its key, whether it is among those that are worked on. */
export type Slice = (key: string) => string;

/** The slices of rows that are taken one after another. */
export const slicesOf = (parts: readonly Part[]): readonly Slice[] =>
  parts.map((part) => (key) => isInPart(key, part));
