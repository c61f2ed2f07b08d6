import type { CellObject, SheetData } from 'write-excel-file/universal';
import type { AppError } from '../../core/app-error.ts';
import { isDay } from '../../core/day.ts';
import type { FormatUnit } from '../../core/format/formats.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Cell } from '../../data/row.ts';
import { cellOf, type ExportColumn, type ExportTable } from './export-table.ts';

/** Limits of the format: rows of a sheet with its header, characters of a cell, characters of a sheet's name. */
const limits = { rows: 1_048_576, text: 32_767, name: 31 };

const numberFormats: Record<FormatUnit, string> = {
  money: '#,##0.00',
  count: '#,##0',
  share: '0.0%',
  days: '#,##0.0',
  ratio: '0.00',
  points: '0.0',
};

const writeCell = (cell: Cell, column: ExportColumn): CellObject | null => {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return null;
    return {
      value: cell,
      type: Number,
      ...(column.unit === undefined ? {} : { format: numberFormats[column.unit] }),
    };
  }
  if (typeof cell === 'boolean') return { value: cell, type: Boolean };
  if (cell === null || cell === '') return null;
  if (isDay(cell)) return { value: new Date(cell), type: Date, format: 'yyyy-mm-dd' };
  return { value: cell.slice(0, limits.text), type: String };
};

const widthOf = (column: ExportColumn): number => Math.min(40, Math.max(12, column.label.length + 2));

/** A sheet's name without the characters and the length that the format forbids. */
export const sheetName = (name: string): string =>
  name
    .replaceAll(/[[\]/\\:*?\p{Cc}]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[' ]+|[' ]+$/g, '')
    .slice(0, limits.name)
    .trim() || 'Table';

/**
 * A table as an Excel workbook of one sheet: header fixed and bold, numbers and days as such, formatted by unit; text is
 * never a formula. Text beyond 32,767 characters a cell is cut. Fails when the rows don't fit into a sheet. The writer is loaded
 * on first use.
 */
export const writeXlsx = async (table: ExportTable, name: string): Promise<Result<Blob, AppError>> => {
  if (table.rows.length >= limits.rows)
    return err({
      kind: 'export-failed',
      what: 'spreadsheet',
      reason: `It has ${table.rows.length} rows and a sheet holds ${limits.rows - 1}; CSV has no such limit`,
    });
  const { default: writeExcelFile } = await import('write-excel-file/universal');
  const header = table.columns.map((column): CellObject => ({
    value: column.label.slice(0, limits.text),
    type: String,
    fontWeight: 'bold',
  }));
  const data: SheetData = [
    header,
    ...table.rows.map((row) => table.columns.map((column) => writeCell(cellOf(row, column), column))),
  ];
  const blob = await writeExcelFile(data, {
    sheet: sheetName(name),
    stickyRowsCount: 1,
    columns: table.columns.map((column) => ({ width: widthOf(column) })),
  }).toBlob();
  return ok(blob);
};
