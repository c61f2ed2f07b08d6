import { readStrict } from '../text/read-strict.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import type { SampleRecord } from '../text/parse-sample.ts';
import { countFooter } from './find-footer.ts';
import { countHeaderRows } from './header-rows.ts';
import { splitTables, type RecordRange } from './split-tables.ts';
import { countFilled, headerVotes, isSparse, isTyped, usualLength } from './table-shape.ts';

/** A table in a sample; the places are indexes of records. */
export interface FoundTable {
  /** Its first record: the header, or the first row when there is none. */
  readonly first: number;
  /** The record after its last row. */
  readonly end: number;
  readonly headerRows: number;
  readonly columns: number;
}

const longestPreamble = 40;
const otherDelimiters = [',', ';', '\t', '|', ' '] as const;

/** The first record of the table. When everything is sparse, nothing is skipped. */
const findFirst = (records: readonly SampleRecord[], columns: number): number => {
  const most = Math.min(longestPreamble, records.length - 1);
  const first = records.slice(0, most + 1).findIndex((record) => !isSparse(record, columns));
  const following = records.slice(first + 1, first + 6);
  const isDense = following.length === 0 || following.some((record) => !isSparse(record, columns));
  return first > 0 && isDense ? first : 0;
};

/**
 * A header that is written in another way than the rows: in one quoted cell (an artefact of re-saved files), or with
 * another delimiter.
 */
export const unwrapHeader = (
  fields: readonly string[],
  columns: number,
  dialect: RecordDialect,
): readonly string[] => {
  const only = fields.length * 2 <= columns ? fields.join(dialect.delimiter) : undefined;
  if (only === undefined || columns < 2) return fields;
  const delimiters = [dialect.delimiter, ...otherDelimiters.filter((other) => other !== dialect.delimiter)];
  for (const delimiter of delimiters) {
    if (delimiter === ' ' && dialect.delimiter === ' ') continue;
    const { record } = readStrict(only, 0, { ...dialect, delimiter }, true);
    const names = record?.fields.map((name) => name.trim().replaceAll(/^"+|"+$/g, '')) ?? [];
    const isNames =
      new Set(names).size === names.length && names.every((name) => name !== '' && !isTyped(name));
    if (names.length === columns && isNames) return names;
  }
  return fields;
};

/** Rows of a width that the header has too, or of the usual one. */
const countColumns = (records: readonly SampleRecord[], header: SampleRecord | undefined): number => {
  const { length, share } = usualLength(records);
  const names = header?.fields.length ?? 0;
  return share < 0.5 && names > 1 && header?.fields.every((cell) => cell.trim() !== '') === true
    ? names
    : length;
};

/** A header of one cell near the top that splits into the usual number of names. */
const findWrapped = (records: readonly SampleRecord[], columns: number, dialect: RecordDialect): number =>
  records.slice(0, 3).findIndex((record, index) => {
    const isAlone = record.fields.length * 2 <= columns && !/^\s*#/.test(record.fields[0] ?? '');
    const isFirst = records.slice(0, index).every(({ fields }) => fields.length < columns);
    if (!isAlone || !isFirst || unwrapHeader(record.fields, columns, dialect).length !== columns)
      return false;
    return records.length <= index + 1 || headerVotes(records, index + 1) <= 0;
  });

const describeTable = (
  all: readonly SampleRecord[],
  { from, to }: RecordRange,
  dialect: RecordDialect,
): FoundTable => {
  const records = all.slice(from, to);
  const body = records.length > 3 ? records.slice(1) : records;
  const usual = countColumns(body, records[0]);
  const wrapped = findWrapped(records, usual, dialect);
  const first = wrapped >= 0 ? wrapped : findFirst(records, usual);
  const hasHeader = wrapped >= 0 || headerVotes(records, first) > 0;
  const headerRows = hasHeader ? (wrapped >= 0 ? 1 : countHeaderRows(records, first, usual)) : 0;
  const rows = records.slice(first + headerRows);
  const filled = rows.reduce((sum, { fields }) => sum + countFilled(fields), 0);
  const usualFilled = filled / Math.max(1, rows.length * usual);
  const end = to - countFooter(rows, usual, usualFilled);
  const names = hasHeader && wrapped < 0 ? (records[first]?.fields.length ?? 0) : 0;
  return { first: from + first, end, headerRows, columns: Math.max(usual, names) };
};

/** Finds the tables in a sample, in file order; one at least. */
export const findTables = (records: readonly SampleRecord[], dialect: RecordDialect): readonly FoundTable[] =>
  splitTables(records).map((range) => describeTable(records, range, dialect));
