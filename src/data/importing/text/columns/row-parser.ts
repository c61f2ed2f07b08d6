import { toStream } from '../../columnar/arrow-columns.ts';
import { valuesOf, type ColumnValues } from './column-values.ts';
import { RepeatedHeader } from './repeated-header.ts';
import { RowHashes, type HashedRows } from './row-hashes.ts';
import { RowIndex } from './row-index.ts';
import type { RowsRead, TextForm } from './text-form.ts';

/** Values whose positions are found at once: their arrays stay in the processor's cache. */
const valuesAtOnce = 32_768;
const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Reads rows of bytes into columns, strictly: whatever is written otherwise than expected ends it. */
export class RowParser {
  readonly #columns: readonly ColumnValues[];
  readonly #index: RowIndex;
  readonly #header: RepeatedHeader;
  readonly #hashes = new RowHashes();
  /** Rows in the columns. */
  #held = 0;
  #rowsRead = 0;
  #emptyRows = 0;

  constructor(form: TextForm) {
    const quote = form.records.quote === '' ? -1 : form.records.quote.charCodeAt(0);
    this.#columns = form.columns.map((column) => valuesOf(column, quote));
    this.#index = new RowIndex(form, Math.ceil(valuesAtOnce / form.columns.length));
    this.#header = new RepeatedHeader(form.records.header ?? []);
  }

  /** What was read and taken so far. */
  get facts(): RowsRead {
    return {
      rows: this.#rowsRead,
      emptyRows: this.#emptyRows,
      filled: this.#columns.map(({ filled }) => filled),
      isPlain: this.#columns.map(({ isPlain }) => isPlain),
      hasReturns: this.#index.hasReturns,
    };
  }

  /** The hashes of all rows that were read; they are gone from here then. */
  takeHashes(): HashedRows {
    return this.#hashes.take();
  }

  /** Reads a block of whole rows; false when something is irregular. Its rows wait to be taken. */
  read(bytes: Uint8Array): boolean {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const index = this.#index;
    let at = 0;
    let hasHigh = false;
    while (at < bytes.length) {
      const next = index.find(bytes, at);
      if (next === undefined || this.#header.isAmong(bytes, index)) return false;
      if (!this.#columns.every((values, column) => values.add(bytes, index, column))) return false;
      this.#count(view);
      hasHigh ||= index.hasHigh;
      at = next;
    }
    return !hasHigh || isUtf8(bytes);
  }

  /** The rows that were read last, as an Arrow IPC stream. */
  take(): { readonly stream: Uint8Array<ArrayBuffer>; readonly rows: number } {
    const rows = this.#held;
    this.#held = 0;
    return { stream: toStream(this.#columns.map((values) => values.take())), rows };
  }

  #count(view: DataView): void {
    const { rows, rowStarts, rowEnds } = this.#index;
    for (let row = 0; row < rows; row += 1) {
      if (this.#isEmpty(row)) this.#emptyRows += 1;
      else this.#hashes.add(view, rowStarts[row] as number, rowEnds[row] as number);
    }
    this.#held += rows;
    this.#rowsRead += rows;
  }

  /** Whether a row has no value. */
  #isEmpty(row: number): boolean {
    const { starts, ends, width } = this.#index;
    for (let place = row * width; place < (row + 1) * width; place += 1)
      if (starts[place] !== ends[place]) return false;
    return true;
  }
}
