import type { Dialect } from '../contract.ts';
import { isBlankRecord, parseSample } from '../text/parse-sample.ts';
import { detectDateOrder, detectNumberMarks } from './detect-marks.ts';
import { detectDelimiter } from './detect-delimiter.ts';
import { findTable } from './find-table.ts';

/** Rows of a file from its head and, for what needs more evidence, from its middle and end. */
export interface DialectSample {
  readonly head: string;
  /** Whole lines from elsewhere in the file. */
  readonly later: readonly string[];
}

const scoredCharacters = 64 * 1024;
const mostRecords = 5000;

/** The cells of each column. */
const columnsOf = (rows: readonly (readonly string[])[], count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => rows.map((fields) => fields[index] ?? ''));

/** The beginning of a text, cut at a line end. */
const cutAtLine = (text: string, length: number): string => {
  if (text.length <= length) return text;
  const end = text.lastIndexOf('\n', length);
  return end > 0 ? text.slice(0, end + 1) : text.slice(0, length);
};

/** Works out from samples how a delimited text is written; everything can be corrected by hand afterwards. */
export const detectDialect = (sample: DialectSample, encoding: string): Dialect => {
  const lines = detectDelimiter(cutAtLine(sample.head, scoredCharacters));
  const records = parseSample(sample.head, lines, mostRecords);
  const hasHint = /^sep=./i.test(records[0]?.fields[0] ?? '');
  const body = hasHint ? records.slice(1) : records;
  const table = findTable(body, lines.delimiter);
  const rows = body.slice(table.first + (table.hasHeader ? 1 : 0)).map(({ fields }) => fields);
  const later = sample.later.flatMap((text) =>
    parseSample(text, lines, mostRecords)
      .map(({ fields }) => fields)
      .filter((fields) => fields.length === table.columns && !isBlankRecord(fields)),
  );
  const marks = detectNumberMarks(rows.flat(), lines.delimiter);
  return {
    encoding,
    delimiter: lines.delimiter,
    quote: lines.quote,
    skipLines: (body[table.first]?.line ?? 1) - 1,
    hasHeader: table.hasHeader,
    ...marks,
    ...detectDateOrder(columnsOf([...rows, ...later], table.columns), marks.decimalMark),
  };
};
