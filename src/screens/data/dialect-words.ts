import type { Dialect } from '../../data/importing/contract.ts';

const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'spaces',
};

/** Choices for a delimiter, with names. */
export const delimiterOptions = Object.entries(delimiterNames).map(([value, label]) => ({ value, label }));

/** Encodings that the mapping screen offers; any other detected one is added to the list. */
export const encodingOptions = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-2',
  'windows-1251',
];

const dateOrders = { ymd: 'year-month-day', dmy: 'day-month-year', mdy: 'month-day-year' } as const;

/** Choices for the order of a date's parts. */
export const dateOrderOptions = Object.entries(dateOrders).map(([value, label]) => ({
  value: value as Dialect['dateOrder'],
  label,
}));

const linesAbove = (count: number): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'line' : 'lines'} above the table`];

/** What only a text file has: “utf-8”, “comma”, “decimal point”. */
const textWords = (dialect: Dialect): readonly string[] => [
  dialect.encoding,
  delimiterNames[dialect.delimiter] ?? `“${dialect.delimiter}”`,
  dialect.decimalMark === ',' ? 'decimal comma' : 'decimal point',
];

/** How a file was read, as a few words: “CSV”, “utf-8”, “comma”, “header row”, “dates day-month-year”. */
export const dialectWords = (dialect: Dialect, format: string): readonly string[] => [
  format.toUpperCase(),
  ...(format === 'xlsx' ? [] : textWords(dialect)),
  dialect.hasHeader ? 'header row' : 'no header row',
  ...linesAbove(dialect.skipLines),
  `dates ${dateOrders[dialect.dateOrder]}${dialect.dateOrderIsAGuess ? ' (a guess)' : ''}`,
];
