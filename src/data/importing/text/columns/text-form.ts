import type { RecordDialect } from '../record-dialect.ts';

/** The types in which columns of a text can be given: texts, days of ISO 8601, numbers and money with a decimal point. */
export type TextColumnType = 'VARCHAR' | 'DATE' | 'DOUBLE' | 'DECIMAL(18, 4)';

/** What a column is expected to be. */
export interface TextColumn {
  readonly type: TextColumnType;
  /** Its texts will be identifiers. */
  readonly isIdentifier: boolean;
}

/** How a regular text in UTF-8 is written: rows only, without a header. */
export interface TextForm {
  readonly records: Pick<RecordDialect, 'delimiter' | 'quote' | 'escape' | 'widths' | 'header'>;
  readonly columns: readonly TextColumn[];
}

/** What reading all values of a text showed. */
export interface TextFacts {
  readonly rows: number;
  /** Rows without any value. */
  readonly emptyRows: number;
  /** By column: values that are not empty. */
  readonly filled: readonly number[];
  /** By column: whether all its texts surely need no closer look. */
  readonly isPlain: readonly boolean[];
  /** Numbers and days that aren't texts were in a file that had types of its own: they may be out of range. */
  readonly hasOwnTypes?: true;
}

/** What some rows of a text showed. */
export interface RowsRead extends TextFacts {
  /** Whether their lines end in CR LF; undefined when no line has an end. */
  readonly hasReturns: boolean | undefined;
}

/** What all rows showed, from those that several readers read; undefined when their lines end in different ways. */
export const gatherFacts = (parts: readonly RowsRead[]): TextFacts | undefined => {
  const [first, ...others] = parts;
  if (first === undefined) return undefined;
  const ends = new Set(parts.flatMap(({ hasReturns }) => hasReturns ?? []));
  if (ends.size > 1) return undefined;
  const { hasReturns: _, ...facts } = first;
  return others.reduce<TextFacts>(
    (sum, part) => ({
      rows: sum.rows + part.rows,
      emptyRows: sum.emptyRows + part.emptyRows,
      filled: sum.filled.map((count, column) => count + (part.filled[column] ?? 0)),
      isPlain: sum.isPlain.map((is, column) => is && part.isPlain[column] === true),
    }),
    facts,
  );
};

const isAscii = (text: string): boolean => text.length === 1 && text.charCodeAt(0) < 128;

/** Whether texts of a dialect can be read so: one ASCII character delimits, and one encloses values or none; quotes are doubled. */
export const canReadColumns = ({ delimiter, quote, escape = quote, widths }: TextForm['records']): boolean =>
  widths === undefined &&
  escape === quote &&
  (quote === '' || isAscii(quote)) &&
  isAscii(delimiter) &&
  // A space may stand for any run of spaces.
  delimiter !== ' ' &&
  delimiter !== quote;
