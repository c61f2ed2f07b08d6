import { parseRecord } from './parse-record.ts';
import { readStrict } from './read-strict.ts';
import type { RecordDialect, TextRecord } from './record-dialect.ts';

/** A record of a sample, with its place. */
export interface SampleRecord extends TextRecord {
  /** Physical line on which it begins, from 1. */
  readonly line: number;
  /** Character at which it begins, and at which the next one does. */
  readonly start: number;
  readonly next: number;
}

/** Whether a record is a blank line. */
export const isBlankRecord = (fields: readonly string[]): boolean =>
  fields.length <= 1 && (fields[0] ?? '').trim() === '';

/** Share of a text that may be left over as the beginning of a record that is cut off. */
const longestRest = 0.25;

/** Whether the record at `start` is cut off by the end of the text, rather than begun by a stray quote. */
const isCutOff = (text: string, start: number, dialect: RecordDialect): boolean =>
  text.length - start < text.length * longestRest &&
  dialect.widths === undefined &&
  readStrict(text, start, dialect, false).outcome === 'incomplete';

/**
 * Parses the head of a file, blank lines left out. For samples only: all rows are kept in memory.
 * @param isCut the text goes on after its end, so that a record which is not complete is left out
 */
export const parseSample = (
  text: string,
  dialect: RecordDialect,
  most = Infinity,
  isCut = false,
): readonly SampleRecord[] => {
  const records: SampleRecord[] = [];
  let start = 0;
  let line = 1;
  while (start < text.length && records.length < most) {
    if (isCut && isCutOff(text, start, dialect)) break;
    const record = parseRecord(text, start, dialect, true);
    if (record === undefined) break;
    if (!isBlankRecord(record.fields)) records.push({ ...record, line, start });
    start = record.next;
    line += record.lines;
  }
  return records;
};
