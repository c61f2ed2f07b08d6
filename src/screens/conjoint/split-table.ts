/** The rows of a pasted table: cells without the quotes and spaces around them, and what parts them. */
export interface SplitTable {
  readonly rows: readonly (readonly string[])[];
  readonly separator: Separator;
}

type Separator = '\t' | ';' | ',';
const separators: readonly Separator[] = ['\t', ';', ','];

/** One cell, bare or in quotes (a quote within is doubled), and whether another follows. */
const cellPattern = (separator: Separator): RegExp =>
  new RegExp(` *(?:"((?:[^"]|"")*)" *|([^${separator}]*))(${separator}|$)`, 'gy');

const splitLine = (line: string, pattern: RegExp): readonly string[] => {
  pattern.lastIndex = 0;
  const cells: string[] = [];
  for (let found = pattern.exec(line); found; found = pattern.exec(line)) {
    cells.push((found[1]?.replaceAll('""', '"') ?? found[2] ?? '').trim());
    if (found[3] === '') break;
  }
  return cells;
};

/** Splits text pasted from a spreadsheet or a CSV file at the tab, semicolon or comma that is commonest in its first line. Empty lines go. */
export const splitTable = (text: string): SplitTable => {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const first = lines[0] ?? '';
  const count = (separator: Separator): number => first.split(separator).length;
  const separator = separators.reduce((best, next) => (count(next) > count(best) ? next : best));
  const pattern = cellPattern(separator);
  return { rows: lines.map((line) => splitLine(line.replace(/^\uFEFF/, ''), pattern)), separator };
};

/** A cell as a number, with a decimal point or, where commas don’t part cells, a comma; null for anything else. */
export const numberIn = (cell: string, separator: Separator): number | null => {
  const written = separator === ',' ? cell : cell.replace(',', '.');
  const value = written === '' ? NaN : Number(written);
  return Number.isFinite(value) ? value : null;
};
