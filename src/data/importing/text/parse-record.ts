import { afterLineEnd, isLineEnd, type RecordDialect, type TextRecord } from './record-dialect.ts';
import { readStrict } from './read-strict.ts';
import { searchedCharacters, searchReading } from './search-reading.ts';

/** A line cut at the positions of a fixed-width text. */
const readWidths = (
  text: string,
  start: number,
  widths: readonly number[],
  isFinal: boolean,
): TextRecord | undefined => {
  let at = start;
  while (at < text.length && !isLineEnd(text.charCodeAt(at))) at += 1;
  const isCut = at >= text.length || (text.charCodeAt(at) === 13 && at + 1 >= text.length);
  if (isCut && !isFinal) return undefined;
  const line = text.slice(start, at);
  const fields = widths.map((from, index) => line.slice(from, widths[index + 1]).trim());
  const next = at >= text.length ? at : afterLineEnd(text, at);
  const isBlank = line.trim() === '';
  return {
    fields: isBlank ? [''] : fields,
    quoted: [],
    next,
    lines: next > at ? 1 : 0,
    isLoose: false,
    isIrregular: false,
  };
};

/**
 * Reads one record, forgiving what real files do: text after a closing quote, quotes inside quoted text that are not
 * escaped, quotes that are never closed, lost delimiters beside them, any mix of line ends. Where the number of columns
 * is known, the reading that gives every column a field is preferred. A blank line is a record with one empty field.
 * Undefined: the text ends before the record does, and more of it may come (`isFinal` false).
 */
export const parseRecord = (
  text: string,
  start: number,
  dialect: RecordDialect,
  isFinal: boolean,
): TextRecord | undefined => {
  if (dialect.widths) return readWidths(text, start, dialect.widths, isFinal);
  const strict = readStrict(text, start, dialect, isFinal);
  if (strict.outcome === 'incomplete') return undefined;
  if (strict.outcome === 'clean') return strict.record;
  if (!isFinal && text.length - start < searchedCharacters) return undefined;
  const found = searchReading(text, start, dialect);
  const { record } = strict;
  const isSame =
    record?.next === found.next &&
    record.fields.length === found.fields.length &&
    found.fields.every((field, index) => field === record.fields[index]);
  return isSame ? record : found;
};
