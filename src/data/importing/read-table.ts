import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { TableText, WrittenFormat } from './import-tools.ts';
import { fileProblem } from './text/read-head.ts';

const formatNames: Readonly<Record<WrittenFormat, string>> = {
  xlsx: 'Excel workbook',
  xls: 'Excel workbook',
  ods: 'OpenDocument spreadsheet',
  json: 'JSON',
  ndjson: 'JSON',
};

const longestReason = 200;

const problemOf = (thrown: unknown, file: string, format: WrittenFormat): AppError => {
  const problem = fileProblem(thrown, file);
  if (problem.kind === 'file-changed') return problem;
  const message = thrown instanceof Error ? thrown.message : '';
  if (/password|encrypt/i.test(message)) return { kind: 'file-encrypted', file };
  const isSlip = thrown instanceof TypeError || thrown instanceof RangeError || message === '';
  const reason = isSlip ? 'Its contents contradict each other' : message.slice(0, longestReason);
  return { kind: 'file-corrupt', file, format: formatNames[format], reason };
};

const read = async (file: File, format: WrittenFormat, table?: string): Promise<Result<TableText>> => {
  switch (format) {
    case 'xlsx':
      return ok(await (await import('./spreadsheets/xlsx/read-xlsx.ts')).readXlsx(file, table));
    case 'ods':
      return ok(await (await import('./spreadsheets/ods/read-ods.ts')).readOds(file, table));
    case 'xls':
      return ok(await (await import('./spreadsheets/read-old-workbook.ts')).readOldWorkbook(file, table));
    default:
      return (await import('./json/read-json.ts')).readJson(file, format, table);
  }
};

/** Writes a table of a file as CSV by the reader of its format, which is loaded only now. Heavy: belongs in a worker of its own. */
export const readTable = async (
  file: File,
  format: WrittenFormat,
  table?: string,
): Promise<Result<TableText>> => {
  try {
    return await read(file, format, table);
  } catch (thrown) {
    return err(problemOf(thrown, file.name, format));
  }
};
