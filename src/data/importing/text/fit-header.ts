import type { SampleRecord } from './parse-sample.ts';

/** Whether a column numbers the rows from one or names them: what R writes before the first named column. */
const isRowNames = (rows: readonly SampleRecord[]): boolean => {
  const names = rows.map(({ fields }) => fields[0] ?? '');
  const areNumbers = names.every((name, index) => name === String(index + 1));
  return rows.length > 2 && (areNumbers || names.every((name) => /^[^\d]/.test(name) && name.trim() !== ''));
};

/**
 * Fits a header to rows that nearly all have another number of fields: surplus empty cells inside of it are left out,
 * and a missing name before the first column, where R puts row names, is put in.
 */
export const fitHeader = (
  header: readonly string[],
  rows: readonly SampleRecord[],
  usual: number,
): readonly string[] => {
  const isUsual = rows.filter(({ fields }) => fields.length === usual).length >= rows.length * 0.9;
  if (!isUsual || rows.length === 0 || header.length === usual) return header;
  const surplus = header.length - usual;
  const filled = header.filter((cell) => cell.trim() !== '');
  if (surplus > 0 && filled.length === usual) return filled;
  const different = new Set(rows.map(({ fields }) => fields[0])).size;
  const isNumbered = surplus === -1 && different === rows.length && isRowNames(rows);
  return isNumbered && header.every((cell) => cell.trim() !== '') ? ['', ...header] : header;
};
