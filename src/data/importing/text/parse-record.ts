/** What a record reader must know of a dialect. A delimiter of one space means any run of spaces. */
export interface RecordDialect {
  readonly delimiter: string;
  readonly quote: string;
  /** Fields that a record should have, where that is known. */
  readonly columns?: number;
}

/** One row of a delimited text. */
export interface TextRecord {
  readonly fields: readonly string[];
  /** Where the next record begins. */
  readonly next: number;
  /** Line ends inside and after the record. */
  readonly lines: number;
}

/** A quoted field with more line ends than this was never closed. */
const mostLinesInField = 2000;

interface Field {
  readonly value: string;
  readonly next: number;
}

const isLineEnd = (code: number): boolean => code === 10 || code === 13;

/** The first position that isn't a space. */
const skipSpaces = (text: string, position: number): number => {
  let at = position;
  while (text.charCodeAt(at) === 32) at += 1;
  return at;
};

const isFieldEnd = (text: string, position: number, delimiter: string): boolean =>
  position >= text.length || isLineEnd(text.charCodeAt(position)) || text.startsWith(delimiter, position);

const readPlainField = (text: string, start: number, delimiter: string): Field => {
  const first = delimiter.charCodeAt(0);
  let at = start;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isLineEnd(code) || (code === first && text.startsWith(delimiter, at))) break;
    at += 1;
  }
  return { value: text.slice(start, at), next: at };
};

const lineEndsBetween = (text: string, from: number, to: number, most: number): number => {
  let count = 0;
  for (
    let at = text.indexOf('\n', from);
    at >= 0 && at < to && count <= most;
    at = text.indexOf('\n', at + 1)
  )
    count += 1;
  return count;
};

/** Whether another quote that could close the field stands on the rest of this line. */
const closesLaterOnLine = (text: string, from: number, { delimiter, quote }: RecordDialect): boolean => {
  const lineEnd = text.slice(from, from + 100_000).search(/[\r\n]/);
  const end = lineEnd < 0 ? Math.min(text.length, from + 100_000) : from + lineEnd;
  for (let at = text.indexOf(quote, from); at >= 0 && at < end; at = text.indexOf(quote, at + 1))
    if (isFieldEnd(text, skipSpaces(text, at + 1), delimiter)) return true;
  return false;
};

/** Some writers double a quote inside quoted text, others leave it as it is. */
type Escaping = 'doubled' | 'none';

interface FieldReader extends RecordDialect {
  readonly escaping: Escaping;
}

type Quote = 'escaped' | 'closing' | 'inside' | 'invalid' | 'unknown';

const classifyQuote = (text: string, at: number, dialect: FieldReader, isFinal: boolean): Quote => {
  const after = at + dialect.quote.length;
  if (after >= text.length && !isFinal) return 'unknown';
  if (dialect.escaping === 'doubled' && text.startsWith(dialect.quote, after)) return 'escaped';
  if (isFieldEnd(text, skipSpaces(text, after), dialect.delimiter)) return 'closing';
  return text[at - 1] === '\\' || closesLaterOnLine(text, after, dialect) ? 'inside' : 'invalid';
};

/**
 * A field that begins with a quote. Undefined: the text ends before the field does. `invalid`: it isn't a quoted field
 * after all (text after the closing quote, or never closed), so its quotes are part of the value.
 */
const readQuotedField = (
  text: string,
  start: number,
  dialect: FieldReader,
  isFinal: boolean,
): Field | 'invalid' | undefined => {
  const { quote } = dialect;
  let value = '';
  let from = start + quote.length;
  for (let at = text.indexOf(quote, from); at >= 0; at = text.indexOf(quote, at)) {
    const kind = classifyQuote(text, at, dialect, isFinal);
    if (kind === 'unknown') return undefined;
    if (kind === 'invalid' || lineEndsBetween(text, start, at, mostLinesInField) > mostLinesInField)
      return 'invalid';
    if (kind === 'closing')
      return { value: value + text.slice(from, at), next: skipSpaces(text, at + quote.length) };
    const isBackslashed = kind === 'inside' && text[at - 1] === '\\';
    value += text.slice(from, isBackslashed ? at - 1 : at) + quote;
    at += kind === 'escaped' ? 2 * quote.length : quote.length;
    from = at;
  }
  const isUnclosed =
    isFinal || lineEndsBetween(text, start, text.length, mostLinesInField) > mostLinesInField;
  return isUnclosed ? 'invalid' : undefined;
};

const readField = (
  text: string,
  start: number,
  dialect: FieldReader,
  isFinal: boolean,
): Field | undefined => {
  const opening = dialect.delimiter === ' ' ? start : skipSpaces(text, start);
  if (dialect.quote !== '' && text.startsWith(dialect.quote, opening)) {
    const quoted = readQuotedField(text, opening, dialect, isFinal);
    if (quoted !== 'invalid') return quoted;
  }
  return readPlainField(text, start, dialect.delimiter);
};

const lengthOfLineEnd = (text: string, position: number): number =>
  text.charCodeAt(position) === 13 && text.charCodeAt(position + 1) === 10 ? 2 : 1;

const countLines = (text: string, from: number, to: number): number =>
  (text.slice(from, to).match(/\r\n|\r|\n/g) ?? []).length;

const readRecord = (
  text: string,
  start: number,
  dialect: FieldReader,
  isFinal: boolean,
): TextRecord | undefined => {
  const { delimiter } = dialect;
  const isRuns = delimiter === ' ';
  const fields: string[] = [];
  let at = isRuns ? skipSpaces(text, start) : start;
  for (;;) {
    const field = readField(text, at, dialect, isFinal);
    if (field === undefined) return undefined;
    at = isRuns ? skipSpaces(text, field.next) : field.next;
    fields.push(field.value);
    if (at >= text.length)
      return isFinal ? { fields, next: at, lines: countLines(text, start, at) } : undefined;
    if (isLineEnd(text.charCodeAt(at))) break;
    if (!isRuns) at += delimiter.length;
  }
  if (text.charCodeAt(at) === 13 && at + 1 >= text.length && !isFinal) return undefined;
  const next = at + lengthOfLineEnd(text, at);
  return { fields, next, lines: countLines(text, start, next) };
};

/**
 * Reads one record, forgiving what real files do: text after a closing quote, quotes inside quoted text that are not
 * doubled, quotes that are never closed, any mix of line ends. A blank line is a record with one empty field.
 * Undefined: the text ends before the record does, and more of it may come (`isFinal` false).
 */
export const parseRecord = (
  text: string,
  start: number,
  dialect: RecordDialect,
  isFinal: boolean,
): TextRecord | undefined => {
  const record = readRecord(text, start, { ...dialect, escaping: 'doubled' }, isFinal);
  const { columns } = dialect;
  if (record === undefined || columns === undefined || record.fields.length === columns) return record;
  // 11"";"20 ends a field when inner quotes are not doubled: that reading is right if it gives every column a field.
  const other = readRecord(text, start, { ...dialect, escaping: 'none' }, isFinal);
  return other?.fields.length === columns ? other : record;
};
