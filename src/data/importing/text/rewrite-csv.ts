import type { ImportIssue } from '../contract.ts';
import { fitRecord } from './fit-record.ts';
import { RepairNotes } from './repair-notes.ts';
import type { RecordDialect } from './record-dialect.ts';
import { isRepeatedHeader, streamRecords, textOf } from './record-stream.ts';

/** A file in regular form, and what had to be done for it. */
export interface RewrittenFile {
  readonly file: File;
  readonly rows: number;
  readonly issues: readonly ImportIssue[];
}

const charactersPerPart = 4 * 1024 * 1024;

/** What may not stand in a field without quotes. */
const special = /[",\r\n]|^\s|\s$/;

const writeField = (field: string): string =>
  special.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

/** One line of the file. A lone empty field would be a blank line. */
const writeRow = (fields: readonly string[]): string => {
  if (fields.length === 1 && fields[0] === '') return '""\n';
  const needsQuotes = fields.some((field) => special.test(field));
  return `${(needsQuotes ? fields.map(writeField) : fields).join(',')}\n`;
};

const headerIssue = (count: number): readonly ImportIssue[] => {
  const message =
    'Rows that repeat the names of the columns were left out: the file is several files in a row';
  return count === 0 ? [] : [{ severity: 'warning', code: 'repeated-header', message, count }];
};

const cutOff: ImportIssue = {
  severity: 'warning',
  code: 'cut-off',
  message: 'The file breaks off in the middle of its last row: the end of it may be missing',
};

/**
 * Writes a delimited UTF-8 file anew as strictly regular CSV: comma, double quotes, `\n`, the same number of fields in
 * every row. For files that the engine's reader can't be trusted with. The heap does not grow with the file.
 * @param dialect knows its columns
 * @param firstLine physical line on which the file's text begins, for what is said about lines
 */
export const rewriteCsv = async (
  source: File,
  dialect: RecordDialect,
  firstLine: number,
  onRows: (rows: number) => void,
): Promise<RewrittenFile> => {
  const repairs = new RepairNotes();
  const parts: Blob[] = [];
  let lines: string[] = [];
  let size = 0;
  let rows = 0;
  let repeated = 0;
  let isCutOff = false;
  const write = (fields: readonly string[]): void => {
    const line = writeRow(fields);
    lines.push(line);
    size += line.length;
  };
  const flush = (): void => {
    parts.push(new Blob([lines.join('')]));
    lines = [];
    size = 0;
    onRows(rows);
  };
  for await (const batch of streamRecords(source, 'utf-8', dialect)) {
    for (const streamed of batch) {
      const { record, line } = streamed;
      if (isRepeatedHeader(record.fields, dialect)) {
        repeated += 1;
        continue;
      }
      rows += 1;
      isCutOff = false;
      if (record.fields.length === dialect.columns && !record.isIrregular) {
        write(record.fields);
        continue;
      }
      const { fields, repair } = fitRecord(record, textOf(streamed), dialect);
      write(fields);
      if (repair === undefined) continue;
      repairs.add(repair, firstLine + line - 1);
      isCutOff = repair !== 'surplus' && !/[\r\n]$/.test(textOf(streamed));
    }
    if (size > charactersPerPart) flush();
  }
  flush();
  const issues = [...headerIssue(repeated), ...repairs.issues(), ...(isCutOff ? [cutOff] : [])];
  return { file: new File(parts, source.name), rows, issues };
};
