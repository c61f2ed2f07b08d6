import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { sampleColumns } from './columnar/sample-columns.ts';
import type { Dialect, FileCorrection, FileFormat, FileInspection } from './contract.ts';
import { extensionIssues } from './format/extension-issue.ts';
import { openFile, type OpenedFile } from './format/open-file.ts';
import type { ImportTools } from './import-tools.ts';
import { inspectText, type TextInspection, type TextPieces } from './inspect-text.ts';
import { inspectTyped, writtenText } from './inspect-typed.ts';
import { headBytes, readBytes, readGzipPieces, readLaterSamples } from './text/read-head.ts';

const longestHead = 32 * 1024 * 1024;
const fewestLines = 4;

const emptyDialect: Dialect = {
  encoding: 'utf-8',
  delimiter: ',',
  quote: '"',
  skipLines: 0,
  hasHeader: true,
  decimalMark: '.',
  thousandsMark: '',
  dateOrder: 'ymd',
  dateOrderIsAGuess: false,
};

/** What was found in a file, and of which format it is. */
type Found = TextInspection & Pick<FileInspection, 'sheets' | 'sheet'> & { readonly format: FileFormat };

const countLines = (bytes: Uint8Array, most: number): number => {
  let lines = 0;
  for (const byte of bytes) if ((byte === 10 || byte === 13) && ++lines >= most) break;
  return lines;
};

/** Enough of a text file to see several lines: more than usual when a cell is very long. */
const readTextPieces = async (file: File): Promise<Result<TextPieces>> => {
  let length = headBytes;
  for (;;) {
    const head = await readBytes(file, 0, length);
    if (!head.ok) return head;
    const isWhole = head.value.length >= file.size;
    if (isWhole || length >= longestHead || countLines(head.value, fewestLines) >= fewestLines) {
      const later = await readLaterSamples(file);
      return later.ok ? ok({ file: file.name, head: head.value, isWhole, later: later.value }) : later;
    }
    length *= 8;
  }
};

const readPackedPieces = async (file: File): Promise<Result<TextPieces>> => {
  const pieces = await readGzipPieces(file);
  if (!pieces.ok) return pieces;
  const { head, isWhole, tail } = pieces.value;
  return ok({ file: file.name, head, isWhole, later: tail === undefined ? [] : [tail] });
};

const findInText = async (
  { file, isPacked }: Extract<OpenedFile, { kind: 'text' }>,
  tools: ImportTools,
  dialect: Partial<Dialect>,
): Promise<Result<Found>> => {
  if (!isPacked) tools.expectText?.(file);
  const pieces = await (isPacked ? readPackedPieces(file) : readTextPieces(file));
  if (!pieces.ok) return pieces;
  const text = inspectText(pieces.value, dialect);
  if (!text.ok) return text;
  const format = text.value.dialect.widths === undefined ? 'csv' : 'fixed-width';
  return ok({ ...text.value, format });
};

const findInWritten = async (
  { file, format }: Extract<OpenedFile, { kind: 'written' }>,
  tools: ImportTools,
  { sheet, ...dialect }: FileCorrection,
): Promise<Result<Found>> => {
  const written = await tools.readTable(file, format, sheet);
  if (!written.ok) return written;
  const { csv, tables, table, hasKnownHeader, hasDecimals, issues } = written.value;
  if (csv.size === 0) return err({ kind: 'file-empty', file: file.name });
  const pieces = await readTextPieces(csv);
  if (!pieces.ok) return pieces;
  const { head, isWhole } = pieces.value;
  const marks = hasDecimals ? ({ decimalMark: '.', thousandsMark: '' } as const) : {};
  const text = hasKnownHeader
    ? inspectTyped({ file: file.name, csv: cutAtLine(head, isWhole), isWhole, hasDecimals }, dialect)
    : inspectText({ ...pieces.value, file: file.name }, { ...dialect, ...writtenText, ...marks });
  if (!text.ok) return text;
  const places = tables.length > 0 ? { sheets: tables, sheet: table } : {};
  return ok({ ...text.value, ...places, format, issues: [...issues, ...text.value.issues] });
};

/** Text without the partial line at its end. */
const cutAtLine = (bytes: Uint8Array, isWhole: boolean): string => {
  const text = new TextDecoder().decode(bytes);
  return isWhole ? text : text.slice(0, text.lastIndexOf('\n') + 1);
};

const findInColumns = async (
  { file, format }: Extract<OpenedFile, { kind: 'columns' }>,
  tools: ImportTools,
  dialect: Partial<Dialect>,
): Promise<Result<Found>> => {
  const source = await tools.openColumns(file, format);
  if (!source.ok) return source;
  const sample = await sampleColumns(source.value);
  if (!sample.ok) return sample;
  const { csv, rows, hasDecimals } = sample.value;
  const isWhole = rows === source.value.rows;
  const text = inspectTyped({ file: file.name, csv, isWhole, hasDecimals }, dialect);
  if (text.ok) return ok({ ...text.value, format });
  const isBlank = text.error.kind === 'file-header-only' && rows > 0;
  const reason = 'No column has any value';
  return isBlank ? err({ kind: 'no-rows-kept', file: file.name, rowsRead: rows, reason }) : text;
};

const withoutSheet = ({ sheet: _, ...dialect }: FileCorrection): Partial<Dialect> => dialect;

const findIn = (
  opened: OpenedFile,
  tools: ImportTools,
  correction: FileCorrection,
): Promise<Result<Found>> => {
  switch (opened.kind) {
    case 'text':
      return findInText(opened, tools, withoutSheet(correction));
    case 'written':
      return findInWritten(opened, tools, correction);
    case 'columns':
      return findInColumns(opened, tools, withoutSheet(correction));
  }
};

/** An inspection that says why nothing can be read. */
export const refusedFile = (file: string, bytes: number, error: AppError): FileInspection => ({
  file,
  bytes,
  format: 'csv',
  compression: 'none',
  dialect: emptyDialect,
  columns: [],
  preview: [],
  source: 'generic',
  sourceTitle: '',
  mapping: [],
  questions: [],
  issues: [],
  error,
});

/** Looks at the head of a file. What the user said of it is kept. A file that can't be read gives an inspection with `error`. */
export const inspectFile = async (
  file: File,
  tools: ImportTools,
  correction: FileCorrection = {},
): Promise<FileInspection> => {
  const opened = await openFile(file);
  if (!opened.ok) return refusedFile(file.name, file.size, opened.error);
  const found = await findIn(opened.value, tools, correction);
  if (!found.ok) return refusedFile(file.name, file.size, found.error);
  const issues = [...extensionIssues(file.name, found.value.format), ...found.value.issues];
  const compression = opened.value.isPacked ? 'gzip' : 'none';
  return { file: file.name, bytes: file.size, compression, ...found.value, issues };
};
