import type { Dialect } from '../../data/importing/contract.ts';

/** Delimiters that have a name. */
export const delimiterNames: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ' ': 'spaces',
};

/** Orders of a date's parts, in words. */
export const dateOrders = { ymd: 'year-month-day', dmy: 'day-month-year', mdy: 'month-day-year' } as const;

const linesAbove = (count: number): readonly string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? 'line' : 'lines'} above the table`];

/** What only a text file has: “utf-8”, “comma”, “decimal point”. */
const textWords = (dialect: Dialect): readonly string[] => [
  dialect.encoding,
  dialect.widths ? 'fixed widths' : (delimiterNames[dialect.delimiter] ?? `“${dialect.delimiter}”`),
  dialect.decimalMark === ',' ? 'decimal comma' : 'decimal point',
];

/** Formats that carry names and types themselves: nothing of a dialect is left to say. */
const typedFormats = new Set(['parquet', 'arrow', 'json', 'ndjson']);

/** How a file was read, as a few words: “CSV”, “utf-8”, “comma”, “header row”, “dates day-month-year”. */
export const dialectWords = (dialect: Dialect, format: string): readonly string[] =>
  typedFormats.has(format)
    ? [format.toUpperCase()]
    : [
        format.toUpperCase(),
        ...(format === 'csv' || format === 'fixed-width' ? textWords(dialect) : []),
        dialect.hasHeader ? 'header row' : 'no header row',
        ...linesAbove(dialect.skipLines),
        `dates ${dateOrders[dialect.dateOrder]}${dialect.dateOrderIsAGuess ? ' (a guess)' : ''}`,
      ];
