/** What stands in the place of a value that is not to be seen. */
const masked = '•••';

/** The cells of a row, those of hidden columns that say something masked. */
export const maskCells = (cells: readonly string[], hidden: readonly number[]): readonly string[] =>
  cells.map((cell, index) => (hidden.includes(index) && cell.trim() !== '' ? masked : cell));

const needsQuotes = (cell: string, delimiter: string): boolean =>
  cell.includes(delimiter) || /["\r\n]/.test(cell);

/** The cells of a row as a line of text, quoted where needed. */
export const rowText = (cells: readonly string[], delimiter: string): string =>
  cells
    .map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(delimiter);
