import { isNullWord } from '../values/null-words.ts';

/** How the rows of a sample hang together by a key: an order's number, or a customer's. */
export interface RowGroups {
  /** Keys that have several rows. */
  readonly repeated: number;
  /** Different keys. */
  readonly keys: number;
  /** Rows that have a key. */
  readonly rows: number;
  /** Row numbers of the keys that have several rows. */
  readonly groups: readonly (readonly number[])[];
}

/** Groups the rows of a sample by a column. */
export const groupRows = (keys: readonly string[]): RowGroups => {
  const byKey = new Map<string, number[]>();
  keys.forEach((key, index) => {
    if (isNullWord(key)) return;
    const rows = byKey.get(key);
    if (rows) rows.push(index);
    else byKey.set(key, [index]);
  });
  const groups = [...byKey.values()].filter((rows) => rows.length > 1);
  return {
    repeated: groups.length,
    keys: byKey.size,
    rows: [...byKey.values()].reduce((sum, rows) => sum + rows.length, 0),
    groups,
  };
};

/**
 * Share of the keys with several rows whose values in a column are all the same, empty cells apart; undefined when fewer
 * than `least` keys with several rows have a value.
 */
export const constantShare = (
  { groups }: RowGroups,
  cells: readonly string[],
  least: number,
): number | undefined => {
  let [filled, constant] = [0, 0];
  for (const rows of groups) {
    const values = new Set(rows.map((row) => cells[row] ?? '').filter((cell) => !isNullWord(cell)));
    if (values.size === 0) continue;
    filled += 1;
    if (values.size === 1) constant += 1;
  }
  return filled < least ? undefined : constant / filled;
};
