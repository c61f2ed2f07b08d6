import { parseRecord, type RecordDialect } from './parse-record.ts';

/** A record of a sample, with its place. */
export interface SampleRecord {
  readonly fields: readonly string[];
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** Character at which it begins, and at which the next one does. */
  readonly start: number;
  readonly next: number;
}

/** Whether a record is a blank line. */
export const isBlankRecord = (fields: readonly string[]): boolean =>
  fields.length <= 1 && (fields[0] ?? '').trim() === '';

/** Parses the head of a file, blank lines left out. For samples only: all rows are kept in memory. */
export const parseSample = (
  text: string,
  dialect: RecordDialect,
  most = Infinity,
): readonly SampleRecord[] => {
  const records: SampleRecord[] = [];
  let start = 0;
  let line = 1;
  while (start < text.length && records.length < most) {
    const record = parseRecord(text, start, dialect, true);
    if (record === undefined) break;
    if (!isBlankRecord(record.fields))
      records.push({ fields: record.fields, line, start, next: record.next });
    start = record.next;
    line += record.lines;
  }
  return records;
};
