import type { SampleRecord } from '../text/parse-sample.ts';
import { isSameHeader } from './header-rows.ts';
import { countFilled, headerVotes, isSparse, isTyped, usualLength } from './table-shape.ts';

/** Records of one table with what stands above and below it: indexes, the end not included. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
}

/** Rows that a second table must have under its header, and the same of the first one. */
const fewestRows = 2;
const mostTables = 20;

/** Whether a blank line stands before a record. */
const hasGapBefore = (records: readonly SampleRecord[], index: number): boolean => {
  const before = records[index - 1];
  const record = records[index];
  return before !== undefined && record !== undefined && before.line + before.lines < record.line;
};

/** Whether the cells are names: all but a few filled, all different, none a value. */
const isNaming = (fields: readonly string[]): boolean => {
  const names = fields.map((field) => field.trim().toLowerCase()).filter((field) => field !== '');
  return (
    names.length >= 2 &&
    names.length >= fields.length * 0.6 &&
    new Set(names).size >= names.length * 0.9 &&
    !fields.some(isTyped)
  );
};

/** The share of names that two headers have in common. */
const overlap = (one: readonly string[], other: readonly string[]): number => {
  const names = new Set(one.map((cell) => cell.trim().toLowerCase()));
  const common = other.filter((cell) => cell.trim() !== '' && names.has(cell.trim().toLowerCase()));
  return common.length / Math.max(1, countFilled(other));
};

/** Whether another table begins at a record: it names columns, and rows of its own width follow. */
const beginsTable = (
  records: readonly SampleRecord[],
  index: number,
  width: number,
  header: readonly string[],
): boolean => {
  const fields = records[index]?.fields ?? [];
  const below = records.slice(index + 1, index + 1 + 5);
  if (fields.length < 2 || below.length < fewestRows || !isNaming(fields)) return false;
  const isWide = below.filter((record) => record.fields.length === fields.length).length >= fewestRows;
  if (!isWide) return false;
  if (isSameHeader(fields, header)) return true;
  if (fields.length === width)
    return hasGapBefore(records, index) ? headerVotes(records, index) >= 1.5 : false;
  const isNearHeader = overlap(header, fields) >= 0.6;
  const isOwn = below.slice(0, 3).every((record) => record.fields.length === fields.length);
  return isOwn && (isNearHeader || headerVotes(records, index) > 0);
};

/** Whether what stands here belongs above the next table: titles between two tables. */
const isTitle = (records: readonly SampleRecord[], index: number, width: number): boolean => {
  const record = records[index];
  return record !== undefined && isSparse(record, width) && record.fields.length !== width;
};

/** The record that names the first table's columns, or its first full one. */
const firstHeader = (records: readonly SampleRecord[], width: number): number =>
  records.findIndex(
    ({ fields }) =>
      (fields.length >= 2 && isNaming(fields)) ||
      (fields.length === width && countFilled(fields) > width / 2),
  );

/**
 * Splits the records of a file at the places where another table begins: a row of names, mostly of another width or
 * after a blank line, above rows like it. Titles right above it go with it.
 */
export const splitTables = (records: readonly SampleRecord[]): readonly RecordRange[] => {
  const ranges: RecordRange[] = [];
  let from = 0;
  let headerAt = firstHeader(records, usualLength(records.slice(0, 50)).length);
  let header = records[headerAt]?.fields ?? [];
  if (headerAt < 0) return [{ from, to: records.length }];
  for (let index = headerAt + fewestRows + 1; index < records.length; index += 1) {
    if (index - headerAt <= fewestRows || !beginsTable(records, index, header.length, header)) continue;
    let start = index;
    while (start - 1 > headerAt + fewestRows && isTitle(records, start - 1, header.length)) start -= 1;
    ranges.push({ from, to: start });
    from = start;
    headerAt = index;
    header = records[index]?.fields ?? [];
  }
  // So many would be noise, not tables.
  return ranges.length < mostTables
    ? [...ranges, { from, to: records.length }]
    : [{ from: 0, to: records.length }];
};
