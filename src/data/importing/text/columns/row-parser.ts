import { toStream } from '../../columnar/arrow-columns.ts';
import { valuesOf, type ColumnValues } from './column-values.ts';
import { RepeatedHeader } from './repeated-header.ts';
import { RowHashes } from './row-hashes.ts';
import { RowIndex } from './row-index.ts';
import type { TextFacts, TextForm } from './text-form.ts';

/** Values whose positions are found at once: their arrays stay in the processor's cache. */
const valuesAtOnce = 32_768;
/** More bytes than these are not held at once, however few rows they are. */
const mostBytes = 64 * 2 ** 20;

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/**
 * Reads rows of bytes into columns, strictly: whatever is written otherwise than expected ends it. A chunk may break off
 * anywhere; its last row is then read again with the next.
 */
export class RowParser {
  readonly #columns: readonly ColumnValues[];
  readonly #index: RowIndex;
  readonly #header: RepeatedHeader;
  readonly #hashes = new RowHashes();
  readonly #most: number;
  /** Rows in the columns, and the bytes that they were read from. */
  #held = 0;
  #bytesHeld = 0;
  #rowsRead = 0;
  #emptyRows = 0;

  /** `most`: rows that are held at once. */
  constructor(form: TextForm, most: number) {
    const quote = form.records.quote === '' ? -1 : form.records.quote.charCodeAt(0);
    this.#columns = form.columns.map((column) => valuesOf(column, quote));
    this.#index = new RowIndex(form, Math.ceil(valuesAtOnce / form.columns.length));
    this.#header = new RepeatedHeader(form.records.header ?? []);
    this.#most = most;
  }

  /** What was read and taken so far. */
  get facts(): TextFacts {
    return {
      rows: this.#rowsRead,
      emptyRows: this.#emptyRows,
      repeatedRows: this.#hashes.repeated,
      filled: this.#columns.map(({ filled }) => filled),
      isPlain: this.#columns.map(({ isPlain }) => isPlain),
    };
  }

  /** Rows that wait to be taken. */
  get held(): number {
    return this.#held;
  }

  /** Whether no more rows are read until these are taken. */
  get isFull(): boolean {
    return this.#held === this.#most || this.#bytesHeld > mostBytes;
  }

  /**
   * Reads whole rows until it is full. Gives where the next one begins; undefined when something is irregular. `isLast`:
   * nothing follows these bytes.
   */
  read(bytes: Uint8Array, start: number, isLast: boolean): number | undefined {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const index = this.#index;
    let at = start;
    let hasHigh = false;
    while (at < bytes.length && !this.isFull) {
      const next = index.find(bytes, at, isLast, this.#most - this.#held);
      if (next === undefined || this.#header.isAmong(bytes, index)) return undefined;
      if (next === at) break;
      if (!this.#columns.every((values, column) => values.add(bytes, index, column))) return undefined;
      this.#count(view);
      hasHigh ||= index.hasHigh;
      this.#bytesHeld += next - at;
      at = next;
    }
    return hasHigh && !isUtf8(bytes.subarray(start, at)) ? undefined : at;
  }

  /** The rows that were read last, as an Arrow IPC stream. */
  take(): { readonly stream: Uint8Array<ArrayBuffer>; readonly rows: number } {
    const rows = this.#held;
    this.#held = 0;
    this.#bytesHeld = 0;
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
