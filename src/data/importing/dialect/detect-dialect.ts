import type { Dialect, TablePlace } from '../contract.ts';
import { isBlankRecord, parseSample } from '../text/parse-sample.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { detectDateOrder, detectNumberMarks } from './detect-marks.ts';
import { detectDelimiter, type DelimitedSample } from './detect-delimiter.ts';
import { detectStructure, mostRecords, type DialectSample } from './detect-structure.ts';
import { detectWidths } from './detect-widths.ts';

/** How a text is written, and the tables in it. */
export interface DetectedDialect {
  readonly dialect: Dialect;
  /** In file order; those that stand in the head. */
  readonly tables: readonly TablePlace[];
}

const scoredCharacters = 64 * 1024;

/** The cells of each column. */
const columnsOf = (rows: readonly (readonly string[])[], count: number): readonly (readonly string[])[] =>
  Array.from({ length: count }, (_, index) => rows.map((fields) => fields[index] ?? ''));

/** The beginning of the head, cut at a line end. */
const scoredSample = ({ head, isWhole }: DialectSample): DelimitedSample => {
  if (head.length <= scoredCharacters) return { text: head, isCut: !isWhole };
  const end = Math.max(head.lastIndexOf('\n', scoredCharacters), head.lastIndexOf('\r', scoredCharacters));
  return { text: head.slice(0, end > 0 ? end + 1 : scoredCharacters), isCut: true };
};

/** What the user said of how records are told apart. */
const givenRecords = ({ delimiter, quote, escape }: Partial<Dialect>): Partial<RecordDialect> => ({
  ...(delimiter === undefined ? {} : { delimiter }),
  ...(quote === undefined ? {} : { quote }),
  ...(escape === undefined ? {} : { escape }),
});

/** How the records are told apart. */
const detectRecords = (sample: DialectSample, given: Partial<Dialect>): RecordDialect => {
  if (given.widths) return { delimiter: ' ', quote: '', widths: given.widths };
  const scored = scoredSample(sample);
  const found = detectDelimiter(scored, givenRecords(given));
  const widths = given.delimiter === undefined ? detectWidths(scored.text, found) : undefined;
  return widths ? { delimiter: ' ', quote: '', widths } : found;
};

/**
 * Works out from samples how a delimited text is written; everything can be corrected by hand afterwards.
 * @param given what the user said; the rest is found in its light
 */
export const detectDialect = (
  sample: DialectSample,
  encoding: string,
  given: Partial<Dialect> = {},
): DetectedDialect => {
  const records = detectRecords(sample, given);
  const { place, tables, rows, columns } = detectStructure(sample, records, given);
  const later = sample.later.flatMap((text) =>
    parseSample(text, records, mostRecords)
      .map(({ fields }) => fields)
      .filter((fields) => fields.length === columns && !isBlankRecord(fields)),
  );
  const marks = detectNumberMarks(rows.flat(), records.delimiter);
  const days = detectDateOrder(columnsOf([...rows, ...later], columns), marks.decimalMark);
  const dialect: Dialect = {
    encoding,
    delimiter: records.delimiter,
    quote: records.quote,
    ...(records.escape === undefined ? {} : { escape: records.escape }),
    ...(records.widths === undefined ? {} : { widths: records.widths }),
    ...place,
    ...marks,
    ...days,
    ...given,
  };
  return { dialect, tables };
};
