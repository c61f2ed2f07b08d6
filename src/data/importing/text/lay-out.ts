import type { Dialect } from '../contract.ts';
import { unwrapHeader } from '../dialect/find-table.ts';
import { nameColumns } from '../values/name-columns.ts';
import { parseSample, type SampleRecord } from './parse-sample.ts';

/** A sample laid out by a dialect. */
export interface TableLayout {
  readonly headers: readonly string[];
  /** Unique column names. */
  readonly names: readonly string[];
  readonly rows: readonly SampleRecord[];
  /** Character at which the first row begins. */
  readonly dataStart: number;
  /** Physical line on which the first row begins, from 1. */
  readonly dataLine: number;
}

const mostRows = 5000;

/** The character after so many line ends. */
const skipLines = (text: string, lines: number): number => {
  const ends = /\r\n|\r|\n/g;
  for (let count = 0; count < lines; count += 1) if (ends.exec(text) === null) return text.length;
  return lines === 0 ? 0 : ends.lastIndex;
};

/** The header's number of fields where many rows have it, else the commonest; at least the header's. */
const columnCount = (rows: readonly SampleRecord[], header: number): number => {
  const counts = new Map<number, number>();
  for (const { fields } of rows) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  if ((counts.get(header) ?? 0) * 3 >= rows.length) return header;
  const usual = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0] ?? header;
  return Math.max(usual, header);
};

/** Splits the head of a file into header and rows as the dialect says. */
export const layOut = (text: string, dialect: Dialect): TableLayout => {
  const start = skipLines(text, dialect.skipLines);
  const records = parseSample(text.slice(start), dialect, mostRows);
  const header = dialect.hasHeader ? records[0] : undefined;
  const rows = header === undefined ? records : records.slice(1);
  const usual = columnCount(rows, 0);
  const headers = unwrapHeader(header?.fields ?? [], usual, dialect.delimiter);
  const width = columnCount(rows, trimTail(headers).length);
  const firstLine = rows[0]?.line ?? 1;
  return {
    headers,
    names: nameColumns(headers, width),
    rows,
    dataStart: start + (rows[0]?.start ?? header?.next ?? 0),
    dataLine: dialect.skipLines + firstLine,
  };
};

/** Empty cells at the end of a header are no columns of their own. */
function trimTail(headers: readonly string[]): readonly string[] {
  const last = headers.findLastIndex((header) => header.trim() !== '');
  return headers.slice(0, last + 1);
}
