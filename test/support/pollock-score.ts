/** The ten measures of the Pollock benchmark (VLDB 2023), each 0–1. */
export const measures = [
  'success',
  'header precision',
  'header recall',
  'header F1',
  'record precision',
  'record recall',
  'record F1',
  'cell precision',
  'cell recall',
  'cell F1',
] as const;

const time = /^\d{1,2}:\d{2}(:\d{2})?$/;
const price = /^\s*([$€£¥])\s*([\d.,]+)\s*$/;

/** A value in the form in which two writings of it are equal: numbers, times and days are compared as such. */
const normalise = (value: string): string => {
  if (value.trim() === '') return value;
  const lower = value.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower === 'true' ? '1' : '0';
  if (/^\s*[-+]?\d+\s*$/.test(value)) return String(BigInt(value.trim().replace(/^\+/, '')));
  if (/^\s*[-+]?(\d+\.\d*|\.\d+)(e[-+]?\d+)?\s*$/i.test(value)) return String(Number(value));
  if (time.test(value))
    return `T${[...value.split(':'), '00']
      .slice(0, 3)
      .map((part) => part.padStart(2, '0'))
      .join(':')}`;
  const [, sign, amount] = price.exec(value) ?? [];
  return sign !== undefined && amount !== undefined ? sign + amount.replaceAll(',', '') : lower;
};

const countAll = (values: readonly string[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};

/** Precision, recall and F1 of two bags of values, as the benchmark defines them. */
const compare = (expected: readonly string[], found: readonly string[]): readonly number[] => {
  if (expected.length === 0) return [1, 1, 1];
  const known = countAll(expected);
  let common = 0;
  for (const [value, count] of countAll(found)) common += Math.min(count, known.get(value) ?? 0);
  if (common === 0) return [0, 0, 0];
  const [precision, recall] = [common / expected.length, common / found.length];
  return [precision, recall, (2 * precision * recall) / (precision + recall)];
};

/** A table as rows of text, the header first where there is one. */
export type TextTable = readonly (readonly string[])[];

/** The ten measures of a loaded table against the clean one; undefined means that loading failed. */
export const scoreTable = (clean: TextTable, loaded: TextTable | undefined): readonly number[] => {
  if (loaded === undefined) return measures.map(() => 0);
  const [header, ...rows] = clean;
  if (header === undefined) return measures.map(() => 1);
  const [foundHeader = [], ...foundRows] = loaded;
  const joined = (row: readonly string[]): string => row.map(normalise).join('');
  return [
    1,
    ...(loaded.length === 0 ? [0, 0, 0] : compare(header.map(normalise), foundHeader.map(normalise))),
    ...compare(rows.map(joined), foundRows.map(joined)),
    ...compare(clean.flat(), loaded.flat()),
  ];
};

/** The sum of the measures: at most 10. */
export const sumOf = (scores: readonly number[]): number => scores.reduce((sum, score) => sum + score, 0);

/** A strictly written table: comma, double quotes. */
export const writeTable = (table: TextTable): string =>
  table
    .map(
      (row) =>
        `${row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`,
    )
    .join('');

/** Reads a strictly written table: comma, double quotes, any line end. */
export const readCleanTable = (text: string): TextTable => {
  const rows: string[][] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r\n|\r|\n|$)/gy;
  let row: string[] = [];
  while (cell.lastIndex < text.length) {
    const [, quoted, plain = '', end] = cell.exec(text) ?? [];
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',' && cell.lastIndex >= text.length) row.push('');
    if (end === ',' && cell.lastIndex < text.length) continue;
    rows.push(row);
    row = [];
    if (end === undefined) break;
  }
  return rows;
};
