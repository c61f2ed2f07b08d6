import { parseRecord } from './parse-record.ts';
import { isBlankRecord } from './parse-sample.ts';
import type { RecordDialect, TextRecord } from './record-dialect.ts';

/** Characters from which on a record is read in ever larger steps, so that time does not grow with its square. */
const longRecord = 1024 * 1024;

/** A record of a whole file. */
export interface StreamedRecord {
  readonly record: TextRecord;
  /** Physical line on which it begins, counted from the start of the stream, from 1. */
  readonly line: number;
  /** The part of the file that it stands in, and where it begins there. */
  readonly chunk: string;
  readonly start: number;
}

/** A record as it stands in the file. */
export const textOf = ({ record, chunk, start }: StreamedRecord): string => chunk.slice(start, record.next);

/** Whether a record repeats the names of the columns: files that were put one after the other. */
export const isRepeatedHeader = (fields: readonly string[], { header }: RecordDialect): boolean =>
  header !== undefined &&
  fields.length === header.length &&
  fields.every((field, index) => field === header[index]);

/**
 * Reads a file record by record without holding it, blank lines left out, in batches of what one chunk gives.
 * Decodes by the encoding; a file that can't be read throws as the platform does.
 */
export async function* streamRecords(
  file: Blob,
  encoding: string,
  dialect: RecordDialect,
): AsyncGenerator<readonly StreamedRecord[]> {
  const reader = file.stream().getReader();
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let line = 1;
  /** Characters without which another attempt at a very long record is no use. */
  let wanted = 0;
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    if (rest.length < wanted && !done) continue;
    const batch: StreamedRecord[] = [];
    let start = 0;
    while (start < rest.length) {
      const record = parseRecord(rest, start, dialect, done);
      if (record === undefined) break;
      if (!isBlankRecord(record.fields)) batch.push({ record, line, chunk: rest, start });
      start = record.next;
      line += record.lines;
    }
    rest = rest.slice(start);
    wanted = rest.length > longRecord ? 2 * rest.length : 0;
    if (batch.length > 0) yield batch;
    if (done) return;
  }
}
