import type { Dialect, ValueKind } from '../contract.ts';
import { unwrapHeader } from '../dialect/find-table.ts';
import { joinHeaders } from '../dialect/header-rows.ts';
import { nameColumns } from '../values/name-columns.ts';
import { isNullWord } from '../values/null-words.ts';
import { kindOfColumn } from '../values/value-kind.ts';
import { fitHeader } from './fit-header.ts';
import { fitRecord } from './fit-record.ts';
import type { SampleRecord } from './parse-sample.ts';
import { afterLines, linesOf, readSample } from './read-sample.ts';
import { isRepeatedHeader } from './record-stream.ts';
import type { RecordDialect, Repair } from './record-dialect.ts';

/** A row of the laid out sample. */
export interface LaidOutRow {
  readonly fields: readonly string[];
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  readonly repair?: Repair;
}

/** A sample laid out by a dialect. */
export interface TableLayout {
  /** As written; several header rows are joined. */
  readonly headers: readonly string[];
  /** Unique column names. */
  readonly names: readonly string[];
  readonly rows: readonly LaidOutRow[];
  /** How the rows are told apart and fitted to the columns. */
  readonly records: RecordDialect;
  /** Cells of the header row; 0 without one. */
  readonly namedColumns: number;
  /** Physical line on which the first row begins, from 1. */
  readonly dataLine: number;
}

const mostRows = 5000;
const rowsForKinds = 500;

/** What a record reader must know of a dialect. */
export const recordsOf = ({ delimiter, quote, escape, widths }: Dialect): RecordDialect => ({
  delimiter,
  quote,
  ...(escape === undefined ? {} : { escape }),
  ...(widths === undefined ? {} : { widths }),
});

/**
 * The header's number of fields where many rows have it or no number is common, else the commonest; without a header
 * the longest row's where many are longer than usual: lists of different lengths.
 */
const columnCount = (rows: readonly SampleRecord[], header: number): number => {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  if ((counts.get(header) ?? 0) * 3 >= rows.length) return header;
  const [usual = header, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  if (times * 2 < rows.length && header > 1) return header;
  const longer = rows.filter(({ fields }) => fields.length > usual);
  const isList = header === 0 && longer.length > rows.length * 0.2;
  return isList ? longer.reduce((most, { fields }) => Math.max(most, fields.length), usual) : usual;
};

/** What the values of each column look like in rows that have the right length. */
const kindsOf = (rows: readonly SampleRecord[], columns: number): readonly ValueKind[] => {
  const exact = rows.filter(({ fields }) => fields.length === columns);
  // Writers leave out empty fields at the end of a row.
  const regular = exact.length > 0 ? exact : rows.filter(({ fields }) => fields.length < columns);
  const sample = regular.slice(0, rowsForKinds);
  return Array.from({ length: columns }, (_, index) =>
    kindOfColumn(sample.map(({ fields }) => fields[index] ?? '').filter((cell) => !isNullWord(cell))),
  );
};

/** Empty cells at the end of a header are no columns of their own. */
const trimTail = (headers: readonly string[]): readonly string[] =>
  headers.slice(0, headers.findLastIndex((header) => header.trim() !== '') + 1);

const readHeader = (
  records: readonly SampleRecord[],
  rows: readonly SampleRecord[],
  dialect: RecordDialect,
): ReturnType<typeof joinHeaders> => {
  const [only, ...others] = records.map(({ fields }) => fields);
  if (only === undefined) return { written: [], named: [] };
  if (others.length > 0) return joinHeaders([only, ...others]);
  const usual = columnCount(rows, 0);
  const single = fitHeader(unwrapHeader(only, usual, dialect), rows, usual);
  return { written: single, named: single };
};

/** Character at which the lines below the table begin. */
export const endOfTable = (
  text: string,
  { lastLine, footerLines = 0 }: Dialect,
  isWhole: boolean,
): number => {
  if (lastLine !== undefined) return afterLines(text, lastLine);
  return isWhole && footerLines > 0 ? afterLines(text, linesOf(text) - footerLines) : text.length;
};

/** Header and columns of a body of records. */
const nameBody = (
  records: readonly SampleRecord[],
  headerRows: number,
  lines: RecordDialect,
): Pick<TableLayout, 'headers' | 'names' | 'records' | 'namedColumns'> => {
  const rows = records.slice(headerRows);
  const { written, named } = readHeader(records.slice(0, headerRows), rows, lines);
  const filled = trimTail(named).length;
  const columns = Math.max(columnCount(rows, filled), filled);
  const header = headerRows === 1 && columns > 1 ? records[0]?.fields : undefined;
  return {
    headers: written,
    names: nameColumns(named, columns),
    records: { ...lines, columns, kinds: kindsOf(rows, columns), header },
    namedColumns: named.length,
  };
};

/**
 * Splits the head of a file into header and rows as the dialect says.
 * @param isWhole the text is the whole file, so that its last lines may be a footer
 */
export const layOut = (text: string, dialect: Dialect, isWhole = true): TableLayout => {
  const { skipLines, hasHeader } = dialect;
  const start = afterLines(text, skipLines);
  const body = text.slice(start, Math.max(start, endOfTable(text, dialect, isWhole)));
  const isCut = !isWhole && dialect.lastLine === undefined;
  const records = readSample(body, recordsOf(dialect), mostRows, isCut);
  const headerRows = hasHeader ? Math.max(1, dialect.headerRows ?? 1) : 0;
  const named = nameBody(records, headerRows, recordsOf(dialect));
  const rows = records.slice(headerRows);
  const [first] = rows;
  return {
    ...named,
    rows: rows
      .filter(({ fields }) => !isRepeatedHeader(fields, named.records))
      .map((record) => ({
        ...fitRecord(record, body.slice(record.start, record.next), named.records),
        line: skipLines + record.line,
      })),
    dataLine: skipLines + (first?.line ?? 1),
  };
};
