import type { RecordDialect } from './parse-record.ts';
import { streamRecords } from './record-stream.ts';

/** A file in regular form, and what had to be done for it. */
export interface RewrittenFile {
  readonly file: File;
  /** Rows with fewer fields than columns, filled up. */
  readonly padded: number;
  /** Rows with more filled fields than columns, cut. */
  readonly cut: number;
}

const charactersPerPart = 4 * 1024 * 1024;

const writeField = (field: string): string =>
  /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/**
 * Writes a delimited UTF-8 file anew as strictly regular CSV: comma, double quotes, `\n`, the same number of fields in
 * every row. For files that the engine's reader can't be trusted with. The heap does not grow with the file.
 */
export const rewriteCsv = async (
  source: File,
  dialect: RecordDialect,
  columns: number,
  onRows: (rows: number) => void,
): Promise<RewrittenFile> => {
  const parts: Blob[] = [];
  let lines: string[] = [];
  let size = 0;
  let rows = 0;
  let padded = 0;
  let cut = 0;
  const flush = (): void => {
    parts.push(new Blob(lines));
    lines = [];
    size = 0;
    onRows(rows);
  };
  for await (const batch of streamRecords(source, 'utf-8', dialect)) {
    for (const { fields } of batch) {
      if (fields.length < columns) padded += 1;
      if (fields.slice(columns).some((field) => field.trim() !== '')) cut += 1;
      const cells = Array.from({ length: columns }, (_, index) => writeField(fields[index] ?? ''));
      // A lone empty field would be a blank line.
      const line = columns === 1 && cells[0] === '' ? '""\n' : `${cells.join(',')}\n`;
      lines.push(line);
      size += line.length;
      rows += 1;
    }
    if (size > charactersPerPart) flush();
  }
  flush();
  return { file: new File(parts, source.name), padded, cut };
};
