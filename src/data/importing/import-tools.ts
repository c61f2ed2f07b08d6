import type { Result } from '../../core/result.ts';
import type { ColumnarFacts } from './columnar/column-facts.ts';
import type { ColumnBatch } from './columnar/columnar-reader.ts';
import type { NativeColumn } from './columnar/native-column.ts';
import type { ImportIssue, RejectedRow } from './contract.ts';
import type { TextFacts, TextForm } from './text/columns/text-form.ts';

/** Formats that are written anew as CSV before anything else is done with them. */
export type WrittenFormat = 'xlsx' | 'xls' | 'ods' | 'json' | 'ndjson';

/** Formats whose rows come by typed columns. */
export type ColumnarFormat = 'parquet' | 'arrow';

/** A table as CSV: UTF-8, comma, double quotes, `\n`, every row equally long, numbers with a point, dates in ISO form. */
export interface TableText {
  readonly csv: File;
  /** Names of all tables of the file (sheets, lists of records), in its order, and the one that was read. */
  readonly tables: readonly string[];
  readonly table: string;
  /** The first row is the header, and names are unique; otherwise that has to be found out. */
  readonly hasKnownHeader: boolean;
  /** Some numbers have decimals, so that the point is known to be the decimal mark. */
  readonly hasDecimals: boolean;
  readonly issues: readonly ImportIssue[];
  /** Rows that could not be written, the first 1,000 of them, and how many there are. */
  readonly rejected: readonly RejectedRow[];
  readonly rowsRejected: number;
}

/** A typed file that is being read. Batches are asked for one after another; the file must be closed in the end. */
export interface ColumnarSource {
  readonly columns: readonly NativeColumn[];
  /** Rows in all; undefined when the file doesn't say. */
  readonly rows: number | undefined;
  /** The next rows; undefined after the last. With `most`, the rest of a batch may be left out. */
  next(most?: number): Promise<Result<ColumnBatch | undefined>>;
  /** Leaves out so many batches, where they needn't be read one after another. */
  skip?(batches: number): void;
  /** What all values showed, after the last row; undefined where it isn't known. */
  facts(): Promise<Result<ColumnarFacts | undefined>>;
  /** Rows with a value that repeat an earlier one; undefined when there are too many to know. Asked once, in the end. */
  repeatedRows(): Promise<Result<number | undefined>>;
  /** What was noticed while reading. */
  issues(): Promise<readonly ImportIssue[]>;
  close(): void;
}

/** A regular text that is being read into columns; it must be closed in the end. */
export interface TextSource {
  /** The next rows; undefined after the last, and where the text isn't written regularly. */
  next(): Promise<Result<ColumnBatch | undefined>>;
  /** What all values showed, after the last row; undefined when the text isn't written regularly: none of its rows can be trusted. */
  facts(): Promise<Result<TextFacts | undefined>>;
  /** Rows with a value that repeat an earlier one; undefined when there are too many to know. Asked once, in the end. */
  repeatedRows(): Promise<Result<number | undefined>>;
  close(): void;
}

/** What an import needs from outside: readers that are too heavy for the engine's thread, and a clock. */
export interface ImportTools {
  /** Writes a table of a file as CSV; without a name, its fullest one. Fails with `file-corrupt`, `file-encrypted` or `file-not-a-table`. */
  readTable(file: File, format: WrittenFormat, table?: string): Promise<Result<TableText>>;
  /** Opens a typed file. Fails with `file-corrupt` or `file-encrypted`. */
  openColumns(file: File, format: ColumnarFormat): Promise<Result<ColumnarSource>>;
  /** Opens a regular text in UTF-8. */
  openText(file: File, form: TextForm): Promise<Result<TextSource>>;
  /** Gets ready for a text that will be opened soon, most probably. */
  expectText?(file: File): void;
  /** Milliseconds since some fixed moment, for durations only. */
  now(): number;
}

/** Progress of an import in the user's words. `fraction` is 0–1, absent when it can't be known. */
export interface ImportProgress {
  readonly stage: string;
  readonly detail?: string;
  readonly fraction?: number;
}

/** Receives progress; must return quickly. */
export type OnImportProgress = (progress: ImportProgress) => void;
