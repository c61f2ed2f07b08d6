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
  /** Rows with a value that repeat an earlier one; undefined when there are too many to know. */
  readonly repeatedRows: number | undefined;
  /** By column: values that are not empty. */
  readonly filled: readonly number[];
  /** By column: whether all its texts surely need no closer look. */
  readonly isPlain: readonly boolean[];
}

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
