import {
  afterLineEnd,
  countLines,
  isFieldEnd,
  isLineEnd,
  mostLinesInField,
  plainFieldEnd,
  skipSpaces,
  type RecordDialect,
  type TextRecord,
} from './record-dialect.ts';

/** How a strict reading went. `incomplete`: the text ends before the record does. `broken`: a quote is not as it must be. */
export type StrictReading =
  | { readonly outcome: 'clean' | 'loose'; readonly record: TextRecord }
  | { readonly outcome: 'incomplete' | 'broken'; readonly record?: undefined };

const none: readonly boolean[] = [];

interface Field {
  readonly value: string;
  readonly next: number;
  readonly isQuoted: boolean;
}

/** The value between two quotes, its escapes undone. */
export const unescape = (raw: string, { quote, escape = quote }: RecordDialect): string => {
  if (escape === '\\')
    return raw.includes('\\')
      ? raw.replaceAll('\\\\', '\u0000').replaceAll(`\\${quote}`, quote).replaceAll('\u0000', '\\')
      : raw;
  return raw.includes(quote) ? raw.replaceAll(quote + quote, quote) : raw;
};

/** Whether the character at a position is escaped by backslashes that begin after `from`. */
export const isBackslashed = (text: string, from: number, position: number): boolean => {
  let at = position;
  while (at > from && text.charCodeAt(at - 1) === 92) at -= 1;
  return (position - at) % 2 === 1;
};

/** Where the field ends whose closing quote stands before `position`: spaces may follow; -1 when text does. */
export const endAfterQuote = (text: string, position: number, delimiter: string): number => {
  if (isFieldEnd(text, position, delimiter)) return position;
  const at = skipSpaces(text, position);
  return isFieldEnd(text, at, delimiter) ? at : -1;
};

/** Where the quote of a field would stand: spaces may precede it unless they delimit. */
export const openingPosition = (text: string, start: number, delimiter: string): number =>
  delimiter.startsWith(' ') ? start : skipSpaces(text, start);

const isTooLong = (text: string, from: number, to: number): boolean =>
  to - from > mostLinesInField && countLines(text, from, to) > mostLinesInField;

/** The closing quote of a field, -1 when text follows a quote, `undefined` when there is none. */
const findClosing = (text: string, from: number, dialect: RecordDialect): number | undefined => {
  const { delimiter, quote, escape = quote } = dialect;
  for (let at = text.indexOf(quote, from); at >= 0;) {
    if (escape === '\\' && isBackslashed(text, from, at)) at = text.indexOf(quote, at + quote.length);
    else if (escape === quote && text.startsWith(quote, at + quote.length))
      at = text.indexOf(quote, at + 2 * quote.length);
    else return endAfterQuote(text, at + quote.length, delimiter) < 0 ? -1 : at;
  }
  return undefined;
};

const readQuoted = (
  text: string,
  opening: number,
  dialect: RecordDialect,
  isFinal: boolean,
): Field | 'incomplete' | 'broken' => {
  const from = opening + dialect.quote.length;
  const closing = findClosing(text, from, dialect);
  if (closing === undefined) return isFinal || isTooLong(text, from, text.length) ? 'broken' : 'incomplete';
  if (closing < 0) return 'broken';
  const after = closing + dialect.quote.length;
  if (after >= text.length && !isFinal) return 'incomplete';
  if (isTooLong(text, from, closing)) return 'broken';
  const value = unescape(text.slice(from, closing), dialect);
  return { value, next: endAfterQuote(text, after, dialect.delimiter), isQuoted: true };
};

const readField = (
  text: string,
  start: number,
  dialect: RecordDialect,
  isFinal: boolean,
): Field | 'incomplete' | 'broken' => {
  const { delimiter, quote } = dialect;
  if (quote !== '') {
    const opening = openingPosition(text, start, delimiter);
    if (text.startsWith(quote, opening)) return readQuoted(text, opening, dialect, isFinal);
  }
  const next = plainFieldEnd(text, start, delimiter);
  return { value: text.slice(start, next), next, isQuoted: false };
};

/** The end of a record at a line end or the end of the text; undefined when more of it may come. */
const recordEnd = (text: string, at: number, isFinal: boolean): number | undefined => {
  const isCut = at >= text.length || (text.charCodeAt(at) === 13 && at + 1 >= text.length);
  if (isCut && !isFinal) return undefined;
  return at >= text.length ? at : afterLineEnd(text, at);
};

const endsLoosely = ({ isQuoted, value }: Field, quote: string): boolean =>
  !isQuoted && quote !== '' && value.endsWith(quote);

/** Reads one record as the dialect says and no other way. `loose`: plain values end in a quote, which may mean more. */
export const readStrict = (
  text: string,
  start: number,
  dialect: RecordDialect,
  isFinal: boolean,
): StrictReading => {
  const { delimiter, quote } = dialect;
  const skip = (at: number): number => (delimiter === ' ' ? skipSpaces(text, at) : at);
  const step = delimiter === ' ' ? 0 : delimiter.length;
  const fields: string[] = [];
  let quoted: boolean[] | undefined;
  let isLoose = false;
  for (let at = skip(start); ; at += step) {
    const field = readField(text, at, dialect, isFinal);
    if (typeof field === 'string') return { outcome: field };
    isLoose ||= endsLoosely(field, quote);
    fields.push(field.value);
    if (field.isQuoted) (quoted ??= [])[fields.length - 1] = true;
    at = skip(field.next);
    if (at < text.length && !isLineEnd(text.charCodeAt(at))) continue;
    const next = recordEnd(text, at, isFinal);
    if (next === undefined) return { outcome: 'incomplete' };
    const lines = countLines(text, start, next);
    const record = { fields, quoted: quoted ?? none, next, lines, isLoose, isIrregular: false };
    return { outcome: isLoose ? 'loose' : 'clean', record };
  }
};
