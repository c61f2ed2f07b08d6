import type { SampleRecord } from '../text/parse-sample.ts';
import type { FoundTable } from './find-table.ts';
import { isSameHeader } from './header-rows.ts';

const rowCount = ({ first, end, headerRows }: FoundTable): number => end - first - headerRows;

const headerOf = (records: readonly SampleRecord[], table: FoundTable): readonly string[] =>
  table.headerRows > 0 ? (records[table.first]?.fields ?? []) : [];

const rowsOf = (records: readonly SampleRecord[], table: FoundTable): readonly string[] =>
  records.slice(table.first + table.headerRows, table.end).map(({ fields }) => fields.join('\u0001'));

/** Whether most rows of a table stand in another one already. */
const isCopy = (records: readonly SampleRecord[], one: FoundTable, other: FoundTable): boolean => {
  const known = new Set(rowsOf(records, one));
  const rows = rowsOf(records, other);
  return rows.filter((row) => known.has(row)).length > rows.length / 2;
};

/**
 * Takes tables that follow each other under the same header for one (files that were appended to each other), unless
 * the later one repeats the rows of the earlier.
 */
export const mergeContinued = (
  records: readonly SampleRecord[],
  tables: readonly FoundTable[],
): readonly FoundTable[] => {
  const merged: FoundTable[] = [];
  for (const table of tables) {
    const before = merged.at(-1);
    const header = headerOf(records, table);
    const isSame = before !== undefined && isSameHeader(headerOf(records, before), header);
    if (isSame && before.end === table.first && !isCopy(records, before, table))
      merged[merged.length - 1] = { ...before, end: table.end };
    else merged.push(table);
  }
  return merged;
};

/** The place of the table with most rows, the first of equally long ones; the one that goes on after the sample. */
export const defaultTable = (tables: readonly FoundTable[], isWhole: boolean): number =>
  isWhole
    ? tables.reduce(
        (best, table, index) => (rowCount(table) > rowCount(tables[best] ?? table) ? index : best),
        0,
      )
    : tables.length - 1;
