import type { ArrowColumn } from './arrow-columns.ts';
import type { ImportIssue } from '../contract.ts';
import type { NativeColumn } from './native-column.ts';

/** Rows of a typed file as an Arrow IPC stream with its end mark; its columns are called `c0`, `c1` … */
export interface ColumnBatch {
  readonly stream: Uint8Array<ArrayBuffer>;
  readonly rows: number;
  /** The part of the file that is read with it, 0–1, where the number of its rows isn't known. */
  readonly fraction?: number;
}

/** Columns of some rows of a typed file. */
export interface ColumnsRead {
  readonly columns: readonly ArrowColumn[];
  readonly rows: number;
}

/** A typed file that is being read batch by batch. Reading throws where the file is damaged. */
export interface ColumnarReader {
  readonly columns: readonly NativeColumn[];
  /** Rows in all; undefined when the file doesn't say. */
  readonly rows: number | undefined;
  /** The next rows; undefined after the last. With `most`, a reader that can may leave the rest of a batch out. */
  next(most?: number): Promise<ColumnsRead | undefined>;
  /** Leaves out so many batches. Absent where batches can only be read one after another. */
  skip?(batches: number): void;
  /** What was noticed so far. */
  issues(): readonly ImportIssue[];
}
