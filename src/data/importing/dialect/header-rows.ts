import type { SampleRecord } from '../text/parse-sample.ts';
import { countFilled, isSparse, namesTypedColumns } from './table-shape.ts';

const mostHeaderRows = 5;
/** Rows that must follow to tell names from values. */
const fewestBelow = 2;

/** Whether two rows name the same columns in the same order. */
export const isSameHeader = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  countFilled(one) > 0 &&
  one.every((cell, index) => cell.trim().toLowerCase() === (other[index] ?? '').trim().toLowerCase());

/** How many rows from `first` on name the columns together; 1 for an ordinary header. */
export const countHeaderRows = (records: readonly SampleRecord[], first: number, columns: number): number => {
  const header = records[first]?.fields ?? [];
  let rows = 1;
  while (rows < mostHeaderRows) {
    const index = first + rows;
    const record = records[index];
    if (record === undefined || records.length - index <= fewestBelow) break;
    const isRepeated = columns > 1 && isSameHeader(record.fields, header);
    const isNaming =
      columns > 2 &&
      record.fields.length === columns &&
      !isSparse(record, columns) &&
      namesTypedColumns(records, index, columns);
    if (!isRepeated && !isNaming) break;
    rows += 1;
  }
  return rows;
};

/**
 * One header of several rows: `written` joins all cells of a column, `named` leaves out what repeats. Titles over
 * groups of columns stand over the first of them only, so that they count for the following ones too.
 */
export const joinHeaders = (
  rows: readonly (readonly string[])[],
): { readonly written: readonly string[]; readonly named: readonly string[] } => {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const filled = rows.map((row, index) =>
    index < rows.length - 1 ? fillGroups(row, rows[index + 1] ?? []) : row,
  );
  const columns = Array.from({ length: width }, (_, column) =>
    filled.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== ''),
  );
  return {
    written: rows.length === 1 ? (rows[0] ?? []) : columns.map((cells) => cells.join(' ')),
    named: rows.length === 1 ? (rows[0] ?? []) : columns.map((cells) => [...new Set(cells)].join(' ')),
  };
};

/** Extends a group title over the empty cells to its right, where the row below has names. */
const fillGroups = (row: readonly string[], below: readonly string[]): readonly string[] => {
  const isGrouping = new Set(below.filter((cell) => cell.trim() !== '')).size < countFilled(below);
  if (!isGrouping) return row;
  let group = '';
  return row.map((cell, column) => {
    if (cell.trim() !== '') group = cell;
    return (below[column] ?? '').trim() === '' ? cell : group;
  });
};
