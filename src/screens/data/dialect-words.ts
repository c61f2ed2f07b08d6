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

/** A dialect as a few words: “utf-8”, “comma”, “decimal point”, “dates day-month-year”. */
export const dialectWords = (dialect: Dialect): readonly string[] => [
  dialect.encoding,
  delimiterNames[dialect.delimiter] ?? `“${dialect.delimiter}”`,
  dialect.hasHeader ? 'header row' : 'no header row',
  ...(dialect.skipLines > 0 ? [`${dialect.skipLines} lines above the table`] : []),
  dialect.decimalMark === ',' ? 'decimal comma' : 'decimal point',
  `dates ${dateOrders[dialect.dateOrder]}${dialect.dateOrderIsAGuess ? ' (a guess)' : ''}`,
];
