import type { Cell } from '../../data/row.ts';
import { cellOf, type ExportTable } from './export-table.ts';
import { neutraliseFormula } from './neutralise-formula.ts';

/** How a CSV file is written. */
export interface CsvOptions {
  /** Starts with a byte order mark, by which Excel knows UTF-8. Default true. */
  readonly bom?: boolean;
}

const byteOrderMark = '\uFEFF';

const writeText = (text: string): string => {
  const safe = neutraliseFormula(text);
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const writeCell = (cell: Cell): string => {
  if (typeof cell === 'string') return writeText(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  return cell === null ? '' : String(cell);
};

/**
 * A table as CSV (RFC 4180: commas, CRLF, quotes doubled). Numbers are written in full with a decimal point; missing and
 * non-finite ones are empty. Text that a spreadsheet would compute is prefixed by an apostrophe.
 */
export const writeCsv = (table: ExportTable, options: CsvOptions = {}): string => {
  const header = table.columns.map((column) => writeText(column.label)).join(',');
  const rows = table.rows.map((row) =>
    table.columns.map((column) => writeCell(cellOf(row, column))).join(','),
  );
  return `${options.bom === false ? '' : byteOrderMark}${[header, ...rows].join('\r\n')}\r\n`;
};
