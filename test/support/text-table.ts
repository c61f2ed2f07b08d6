/** Rows of a small text table by column name: commas unless said otherwise, quotes around a cell taken off. */
export const textTable = (text: string, separator = ','): Readonly<Record<string, string>>[] => {
  const [header = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(separator).map((cell) => cell.replace(/^(["'])(.*)\1$/, '$2')));
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
};

/** The column as numbers; NaN where a cell is empty. */
export const numbersOf = (rows: readonly Readonly<Record<string, string>>[], column: string): number[] =>
  rows.map((row) => (row[column] ? Number(row[column]) : NaN));
