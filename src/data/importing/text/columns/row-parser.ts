import { toStream } from '../../columnar/arrow-columns.ts';
import { byteClass } from './byte-classes.ts';
import { valuesOf, type ColumnValues } from './column-values.ts';
import { isPlainText } from './plain-text.ts';
import { RowHashes } from './row-hashes.ts';
import type { TextFacts, TextForm } from './text-form.ts';
import { irregular, unfinished, ValueScanner } from './value-scanner.ts';

const lineFeed = 10;

/** So many names tell a header that is repeated among the rows. */
const mostNames = 5;

const firstNames = (header: readonly string[]): readonly (Uint8Array | undefined)[] => {
  const encoder = new TextEncoder();
  let left = mostNames;
  return header.map((name) => {
    if (name === '' || left === 0) return undefined;
    left -= 1;
    return encoder.encode(name);
  });
};

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
  readonly #isText: readonly boolean[];
  readonly #isIdentifier: readonly boolean[];
  readonly #scanner: ValueScanner;
  /** The first names of the header, at their columns. */
  readonly #header: readonly (Uint8Array | undefined)[];
  readonly #namesOfHeader: number;
  readonly #hashes = new RowHashes();
  readonly #filled: Float64Array;
  readonly #isPlain: boolean[];
  /** Which columns have a value in the row at hand. */
  readonly #has: Uint8Array;
  /** How many values of the row at hand are the names of their columns. */
  #names = 0;
  #rowsRead = 0;
  #emptyRows = 0;
  readonly #most: number;
  /** Rows in the columns. */
  #held = 0;
  /** Whether lines end in CR LF; undefined before the first. */
  #hasReturns: boolean | undefined;
  #view: DataView = new DataView(new ArrayBuffer(0));
  /** The classes of all bytes of the chunk. */
  #mask = 0;

  /** `most`: rows that are held at once. */
  constructor({ records, columns }: TextForm, most: number) {
    this.#most = most;
    this.#columns = columns.map(({ type }) => valuesOf(type));
    this.#isText = columns.map(({ type }) => type === 'VARCHAR');
    this.#isIdentifier = columns.map(({ isIdentifier }) => isIdentifier);
    this.#scanner = new ValueScanner(records);
    this.#header = firstNames(records.header ?? []);
    this.#namesOfHeader = this.#header.filter((name) => name !== undefined).length;
    this.#filled = new Float64Array(columns.length);
    this.#isPlain = columns.map(() => true);
    this.#has = new Uint8Array(columns.length);
  }

  /** What was read so far. */
  get facts(): TextFacts {
    return {
      rows: this.#rowsRead,
      emptyRows: this.#emptyRows,
      repeatedRows: this.#hashes.repeated,
      filled: [...this.#filled],
      isPlain: this.#isPlain,
    };
  }

  /** Rows that wait to be taken. */
  get held(): number {
    return this.#held;
  }

  /** Whether no more rows are read until these are taken. */
  get isFull(): boolean {
    return this.#held === this.#most;
  }

  /**
   * Reads whole rows until it is full. Gives where the next one begins; undefined when something is irregular. `isLast`:
   * nothing follows these bytes.
   */
  read(bytes: Uint8Array, start: number, isLast: boolean): number | undefined {
    this.#mask = 0;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    let at = start;
    while (at < bytes.length && this.#held < this.#most) {
      const next = this.#readRow(bytes, at, isLast);
      if (next === irregular) return undefined;
      if (next === unfinished) break;
      this.#held += 1;
      this.#rowsRead += 1;
      at = Math.min(next, bytes.length);
    }
    return (this.#mask & byteClass.high) === 0 || isUtf8(bytes.subarray(start, at)) ? at : undefined;
  }

  /** The rows that were read last, as an Arrow IPC stream. */
  take(): { readonly stream: Uint8Array<ArrayBuffer>; readonly rows: number } {
    const rows = this.#held;
    this.#held = 0;
    return { stream: toStream(this.#columns.map((values) => values.take(rows))), rows };
  }

  /** Reads the row that begins at `start`. Gives where the next one begins, {@link unfinished} or {@link irregular}. */
  #readRow(bytes: Uint8Array, start: number, isLast: boolean): number {
    const scanner = this.#scanner;
    const width = this.#columns.length;
    this.#names = 0;
    let at = start;
    for (let column = 0; column < width; column += 1) {
      at = scanner.scan(bytes, at, isLast);
      if (at < 0) return at;
      if (!this.#put(column)) return irregular;
      const isRowEnd = at >= bytes.length || bytes[at] === lineFeed;
      if (isRowEnd !== (column === width - 1)) return irregular;
      at += 1;
    }
    return this.#finish(start, at - 1, at > bytes.length) ? at : irregular;
  }

  /** Puts the value that was found in its column; false when it isn't written as expected. */
  #put(column: number): boolean {
    const { source, start, end, mask } = this.#scanner;
    const values = this.#columns[column] as ColumnValues;
    this.#mask |= mask;
    this.#has[column] = start === end ? 0 : 1;
    if (start === end) {
      values.leave(this.#held);
      return true;
    }
    if (this.#isText[column] && this.#isPlain[column])
      this.#isPlain[column] = isPlainText(source, start, end, mask, this.#isIdentifier[column] as boolean);
    const name = this.#header[column];
    if (name?.length === end - start && name.every((byte, index) => source[start + index] === byte))
      this.#names += 1;
    return values.put(this.#held, source, start, end);
  }

  /** Counts a whole row; false when it ends otherwise than those before, or is no row but the header again. */
  #finish(start: number, end: number, isUnended: boolean): boolean {
    const { hasReturn } = this.#scanner;
    if (!isUnended && hasReturn !== (this.#hasReturns ??= hasReturn)) return false;
    if (this.#names > 1 && this.#names === this.#namesOfHeader) return false;
    let filled = 0;
    for (let column = 0; column < this.#has.length; column += 1) {
      const has = this.#has[column] as number;
      filled += has;
      this.#filled[column] = (this.#filled[column] as number) + has;
    }
    if (filled === 0) this.#emptyRows += 1;
    else this.#hashes.add(this.#view, start, hasReturn ? end - 1 : end);
    return true;
  }
}
