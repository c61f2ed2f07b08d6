import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Dialect, FileCorrection, FileInspection } from './contract.ts';
import { sniffFormat, type SniffedFormat } from './format/sniff-format.ts';
import type { ImportTools } from './import-tools.ts';
import { inspectText, type TextPieces } from './inspect-text.ts';
import { headBytes, readBytes, readGzipHead, readLaterSamples } from './text/read-head.ts';

const sniffedBytes = 64 * 1024;
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

/** The error that a format is, or undefined when it can be read. */
const formatError = (sniffed: SniffedFormat, file: string): AppError | undefined => {
  switch (sniffed.kind) {
    case 'empty':
      return { kind: 'file-empty', file };
    case 'encrypted':
      return { kind: 'file-encrypted', file };
    case 'unsupported':
      return { kind: 'format-unsupported', file, format: sniffed.format, instead: sniffed.instead };
    case 'not-a-table':
      return { kind: 'file-not-a-table', file, detected: sniffed.detected };
    default:
      return undefined;
  }
};

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

const readGzipPieces = async (file: File): Promise<Result<TextPieces>> => {
  const head = await readGzipHead(file);
  if (!head.ok) return head;
  const problem = formatError(sniffFormat(head.value.bytes.subarray(0, sniffedBytes)), file.name);
  if (problem) return err(problem);
  return ok({ file: file.name, head: head.value.bytes, isWhole: head.value.isWhole, later: [] });
};

type Found = Pick<FileInspection, 'format' | 'compression' | 'sheets' | 'sheet'> & {
  readonly pieces: TextPieces;
};

const readPieces = async (file: File, tools: ImportTools, sheet?: string): Promise<Result<Found>> => {
  const start = await readBytes(file, 0, sniffedBytes);
  if (!start.ok) return start;
  const sniffed = sniffFormat(start.value);
  const problem = formatError(sniffed, file.name);
  if (problem) return err(problem);
  if (sniffed.kind === 'gzip') {
    const pieces = await readGzipPieces(file);
    return pieces.ok ? ok({ format: 'csv', compression: 'gzip', pieces: pieces.value }) : pieces;
  }
  if (sniffed.kind === 'text') {
    const pieces = await readTextPieces(file);
    return pieces.ok ? ok({ format: 'csv', compression: 'none', pieces: pieces.value }) : pieces;
  }
  const text = await tools.readXlsx(file, sheet);
  if (!text.ok) return text;
  const { csv, sheets, sheet: read } = text.value;
  if (csv.size === 0) return err({ kind: 'file-empty', file: file.name });
  const pieces = await readTextPieces(csv);
  if (!pieces.ok) return pieces;
  return ok({
    format: 'xlsx',
    compression: 'none',
    sheets,
    sheet: read,
    pieces: { ...pieces.value, file: file.name },
  });
};

/** An inspection that says why nothing can be read. */
const refused = (file: File, error: AppError): FileInspection => ({
  file: file.name,
  bytes: file.size,
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

const extensionIssue = (file: string, format: FileInspection['format']): FileInspection['issues'] => {
  const extension = /\.([a-z0-9]+)(?:\.gz)?$/i.exec(file)?.[1]?.toLowerCase();
  const isWorkbookName = extension === 'xlsx' || extension === 'xlsm' || extension === 'xls';
  if (isWorkbookName === (format === 'xlsx') || extension === undefined) return [];
  const found = format === 'xlsx' ? 'an Excel workbook' : 'a text file';
  const message = `The name ends in .${extension}, but the content is ${found}: it was read as that`;
  return [{ severity: 'info', code: 'wrong-extension', message }];
};

/** Looks at the head of a file. What the user said of it is kept. A file that can't be read gives an inspection with `error`. */
export const inspectFile = async (
  file: File,
  tools: ImportTools,
  correction: FileCorrection = {},
): Promise<FileInspection> => {
  const { sheet, ...dialect } = correction;
  const found = await readPieces(file, tools, sheet);
  if (!found.ok) return refused(file, found.error);
  const { pieces, ...format } = found.value;
  const isWorkbook = format.format === 'xlsx';
  const fixed = isWorkbook ? { encoding: 'utf-8', delimiter: ',', quote: '"' } : {};
  const text = inspectText(pieces, { ...dialect, ...fixed });
  if (!text.ok) return refused(file, text.error);
  const issues = [...extensionIssue(file.name, format.format), ...text.value.issues];
  return { file: file.name, bytes: file.size, ...format, ...text.value, issues };
};
