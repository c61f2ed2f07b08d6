import type { ValueKind } from '../contract.ts';

/** What a record reader must know of a dialect. A delimiter of one space means any run of spaces. */
export interface RecordDialect {
  readonly delimiter: string;
  /** Empty when nothing encloses values. */
  readonly quote: string;
  /** What stands before a quote inside a quoted value: the quote itself (the default), a backslash, or nothing. */
  readonly escape?: string | undefined;
  /** Characters at which the fields of a fixed-width text begin; delimiter and quote then mean nothing. */
  readonly widths?: readonly number[] | undefined;
  /** Fields that a record should have, where that is known. */
  readonly columns?: number | undefined;
  /** The names of the columns as written: a row that repeats them is none. */
  readonly header?: readonly string[] | undefined;
  /** What the values of each column look like, where that is known: irregular rows are fitted to it. */
  readonly kinds?: readonly ValueKind[] | undefined;
}

/** What had to be done to give a row a field for every column. */
export type Repair =
  /** Quotes that don't enclose a value properly were interpreted. */
  | 'quotes'
  /** The row is delimited by another character than the rest of the file. */
  | 'delimiter'
  /** It has too few fields: empty ones were put in. */
  | 'short'
  /** It has too many fields, of which only empty ones were left out. */
  | 'surplus'
  /** It has too many fields: neighbours were joined to one value. */
  | 'joined'
  /** It has too many fields: those after the last column were left out. */
  | 'cut';

/** One row of a delimited text. */
export interface TextRecord {
  readonly fields: readonly string[];
  /** Which fields were enclosed in quotes: `true` at their places. */
  readonly quoted: readonly (boolean | undefined)[];
  /** Where the next record begins. */
  readonly next: number;
  /** Line ends inside and after the record. */
  readonly lines: number;
  /** Plain values in it end in a quote, which may mean more when the number of columns is known. */
  readonly isLoose: boolean;
  /** Quotes in it were not written as the dialect says. */
  readonly isIrregular: boolean;
}

/** A quoted field with more line ends than this was never closed. */
export const mostLinesInField = 2000;

/** Whether a character ends a line. */
export const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/** The first position that isn't a space. */
export const skipSpaces = (text: string, position: number): number => {
  let at = position;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
};

/** Whether a field ends here: at a delimiter, a line end or the end of the text. */
export const isFieldEnd = (text: string, position: number, delimiter: string): boolean =>
  position >= text.length || isLineEnd(text.charCodeAt(position)) || text.startsWith(delimiter, position);

/** Where the plain field that begins at `start` ends. */
export const plainFieldEnd = (text: string, start: number, delimiter: string): number => {
  const first = delimiter.charCodeAt(0);
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || (code === first && text.startsWith(delimiter, at))) break;
    at += 1;
  }
  return at;
};

/** The position after a line end. */
export const afterLineEnd = (text: string, position: number): number =>
  position + (text.charCodeAt(position) === 13 && text.charCodeAt(position + 1) === 10 ? 2 : 1);

/** Line ends in a part of a text, CR LF counting as one. */
export const countLines = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) count += 1;
  }
  return count;
};
