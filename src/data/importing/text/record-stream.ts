import { parseRecord, type RecordDialect } from './parse-record.ts';
import { isBlankRecord } from './parse-sample.ts';

/** A record of a whole file. */
export interface StreamedRecord {
  readonly fields: readonly string[];
  /** Physical line on which it begins, counted from the start of the stream, from 1. */
  readonly line: number;
  /** The record as it stands in the file. */
  readonly text: string;
}

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
  for (;;) {
    const { done, value } = await reader.read();
    rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
    const batch: StreamedRecord[] = [];
    let start = 0;
    while (start < rest.length) {
      const record = parseRecord(rest, start, dialect, done);
      if (record === undefined) break;
      if (!isBlankRecord(record.fields))
        batch.push({ fields: record.fields, line, text: rest.slice(start, record.next) });
      start = record.next;
      line += record.lines;
    }
    rest = rest.slice(start);
    if (batch.length > 0) yield batch;
    if (done) return;
  }
}
