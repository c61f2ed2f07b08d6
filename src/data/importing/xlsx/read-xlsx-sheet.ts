import { err, ok, type Result } from '../../../core/result.ts';
import type { SheetText } from '../import-tools.ts';

type CellValue = string | number | boolean | Date | null | undefined;

interface SheetRows {
  readonly sheet: string;
  readonly data: readonly (readonly CellValue[])[];
}

/** Binary fractions show up as 0.30000000000000004: Excel itself keeps 15 digits. */
const numberText = (text: string): string =>
  text.replaceAll(/\D/g, '').length > 15 ? String(Number(Number(text).toPrecision(15))) : text;

/** ISO text in UTC, in which the reader gives dates; midnight is a day. */
const dateText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) return '';
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
};

const cellText = (value: CellValue): string => {
  if (value === null || value === undefined) return '';
  const text = value instanceof Date ? dateText(value) : String(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
};

const rowsAtOnce = 5000;

/** The rows as CSV in pieces, so that no text grows as large as the sheet. */
const toCsv = (rows: SheetRows['data'], name: string): File => {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const pieces: string[] = [];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const lines = rows
      .slice(from, from + rowsAtOnce)
      .map((row) => Array.from({ length: width }, (_, index) => cellText(row[index])).join(','));
    pieces.push(`${lines.join('\n')}\n`);
  }
  return new File(pieces, name, { type: 'text/csv' });
};

const countCells = ({ data }: SheetRows): number =>
  data.reduce((sum, row) => sum + row.reduce<number>((cells, cell) => cells + (cell === null ? 0 : 1), 0), 0);

/** Dates of the day and cells of the sheet that was asked for, or of the fullest one. */
const chooseSheet = (sheets: readonly SheetRows[], wanted?: string): SheetRows | undefined =>
  sheets.find(({ sheet }) => sheet === wanted) ??
  sheets.reduce<SheetRows | undefined>(
    (best, sheet) => (best === undefined || countCells(sheet) > countCells(best) ? sheet : best),
    undefined,
  );

/**
 * Reads one sheet of an XLSX workbook as CSV. Heavy: belongs in a worker of its own.
 * A damaged workbook fails with `file-corrupt`; one without cells gives an empty file.
 */
export const readXlsxSheet = async (file: File, sheet?: string): Promise<Result<SheetText>> => {
  try {
    const { default: readXlsxFile } = await import('read-excel-file/web-worker');
    const sheets = (await readXlsxFile(file, {
      parseNumber: numberText,
      trim: false,
    })) as unknown as SheetRows[];
    const chosen = chooseSheet(sheets, sheet);
    return ok({
      sheets: sheets.map(({ sheet: name }) => name),
      sheet: chosen?.sheet ?? '',
      csv: toCsv(chosen?.data ?? [], file.name),
    });
  } catch (thrown) {
    const name = thrown instanceof Error ? thrown.name : '';
    if (name === 'NotFoundError' || name === 'NotReadableError')
      return err({ kind: 'file-changed', file: file.name });
    const reason = thrown instanceof Error ? thrown.message.slice(0, 200) : 'It is damaged';
    return err({ kind: 'file-corrupt', file: file.name, format: 'Excel workbook', reason });
  }
};
