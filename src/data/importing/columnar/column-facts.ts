import { Type } from '@uwdata/flechette';
import { isPlainText } from '../text/columns/plain-text.ts';
import { RowHashes, type HashedRows } from '../text/columns/row-hashes.ts';
import type { ArrowColumn } from './arrow-columns.ts';
import { RowDigests } from './row-digests.ts';

/** What reading the values of one column showed. */
export interface ColumnFacts {
  /** Values that are neither missing nor an empty text. */
  readonly filled: number;
  /** Whether all values are texts that surely need no closer look; and whether that holds for them as identifiers. */
  readonly isPlain: boolean;
  readonly isPlainIdentifier: boolean;
}

/** What reading some rows of a typed file showed. */
export interface ColumnarFacts {
  readonly rows: number;
  /** Rows without any value. */
  readonly emptyRows: number;
  readonly columns: readonly ColumnFacts[];
}

/** What all rows showed, from those that several readers read; undefined where one doesn't know. */
export const gatherColumnarFacts = (
  parts: readonly (ColumnarFacts | undefined)[],
): ColumnarFacts | undefined => {
  const known = parts.filter((part) => part !== undefined);
  const [first, ...others] = known.toSorted((one, other) => other.columns.length - one.columns.length);
  if (first === undefined || known.length < parts.length) return undefined;
  return others.reduce<ColumnarFacts>(
    (sum, part) => ({
      rows: sum.rows + part.rows,
      emptyRows: sum.emptyRows + part.emptyRows,
      columns: sum.columns.map((column, index) => {
        const more = part.columns[index];
        return more === undefined
          ? column
          : {
              filled: column.filled + more.filled,
              isPlain: column.isPlain && more.isPlain,
              isPlainIdentifier: column.isPlainIdentifier && more.isPlainIdentifier,
            };
      }),
    }),
    first,
  );
};

type Batch = ArrowColumn['data'][number];
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** The buffers of a batch, which the library's types keep to themselves. */
interface Buffers {
  readonly length: number;
  readonly nullCount: number;
  readonly validity: Uint8Array;
  readonly values: Uint8Array | Int32Array | Float64Array | BigInt64Array;
  readonly offsets: Int32Array;
  readonly dictionary?: ArrowColumn;
}

const isThere = ({ nullCount, validity }: Buffers, row: number): boolean =>
  nullCount === 0 || ((validity[row >> 3] as number) & (1 << (row & 7))) !== 0;

/** Two words that stand for the bytes of a text. */
const digestOf = (bytes: Uint8Array, start: number, end: number, into: Int32Array): void => {
  let one = end - start;
  let other = 0x9747b28c;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at] as number;
    one = Math.imul(one ^ byte, 0x9e3779b1);
    one ^= one >>> 15;
    other = Math.imul(((other << 13) | (other >>> 19)) ^ byte, 0x85ebca6b);
  }
  into[0] = one;
  into[1] = other;
};

const look = (facts: Mutable<ColumnFacts>, bytes: Uint8Array, start: number, end: number): void => {
  if (!facts.isPlain) return;
  facts.isPlainIdentifier &&= isPlainText(bytes, start, end, true);
  facts.isPlain = facts.isPlainIdentifier || isPlainText(bytes, start, end, false);
};

const addTexts = (batch: Buffers, from: number, digests: RowDigests, facts: Mutable<ColumnFacts>): void => {
  const { offsets } = batch;
  const bytes = batch.values as Uint8Array;
  const digest = new Int32Array(2);
  for (let row = 0; row < batch.length; row += 1) {
    const start = offsets[row] as number;
    const end = offsets[row + 1] as number;
    if (start === end || !isThere(batch, row)) {
      digests.leaveOut(from + row);
      continue;
    }
    facts.filled += 1;
    look(facts, bytes, start, end);
    digestOf(bytes, start, end, digest);
    digests.mix(from + row, digest[0] as number, digest[1] as number);
  }
};

/** Digests of the different texts that rows point to, and whether each is empty; undefined when they aren't plain UTF-8. */
const readDictionary = (column: ArrowColumn, facts: Mutable<ColumnFacts>): Int32Array | undefined => {
  if (column.type.typeId !== Type.Utf8 || column.data.length !== 1) return undefined;
  const { values, offsets, length } = column.data[0] as unknown as Buffers;
  const bytes = values as Uint8Array;
  const digests = new Int32Array(3 * length);
  for (let at = 0; at < length; at += 1) {
    const [start, end] = [offsets[at] as number, offsets[at + 1] as number];
    if (start === end) continue;
    look(facts, bytes, start, end);
    digestOf(bytes, start, end, digests.subarray(3 * at));
    digests[3 * at + 2] = 1;
  }
  return digests;
};

const addPlaces = (
  batch: Buffers,
  from: number,
  digests: RowDigests,
  facts: Mutable<ColumnFacts>,
): boolean => {
  const known = batch.dictionary && readDictionary(batch.dictionary, facts);
  if (known === undefined || !(batch.values instanceof Int32Array)) return false;
  for (let row = 0; row < batch.length; row += 1) {
    const at = 3 * (batch.values[row] as number);
    if (!isThere(batch, row) || known[at + 2] !== 1) digests.leaveOut(from + row);
    else {
      facts.filled += 1;
      digests.mix(from + row, known[at] as number, known[at + 1] as number);
    }
  }
  return true;
};

/** Values of so many words of 32 bits each. */
const addWords = (
  batch: Buffers,
  from: number,
  digests: RowDigests,
  facts: Mutable<ColumnFacts>,
): boolean => {
  const { buffer, byteOffset, byteLength } = batch.values;
  const width = byteLength / batch.length / 4;
  if (!Number.isInteger(width) || byteOffset % 4 !== 0) return false;
  const words = new Int32Array(buffer, byteOffset, byteLength / 4);
  for (let row = 0; row < batch.length; row += 1) {
    if (!isThere(batch, row)) {
      digests.leaveOut(from + row);
      continue;
    }
    facts.filled += 1;
    for (let at = row * width; at < (row + 1) * width; at += 1)
      digests.mix(from + row, words[at] as number, words[at] as number);
  }
  return true;
};

const fixedTypes: readonly number[] = [Type.Int, Type.Float, Type.Decimal, Type.Date, Type.Timestamp];

const addBatch = (
  batch: Batch,
  typeId: number,
  from: number,
  digests: RowDigests,
  facts: Mutable<ColumnFacts>,
): boolean => {
  const buffers = batch as unknown as Buffers;
  if (buffers.length === 0) return true;
  if (typeId === Type.Dictionary) return addPlaces(buffers, from, digests, facts);
  if (typeId === Type.Utf8) addTexts(buffers, from, digests, facts);
  else if (!fixedTypes.includes(typeId)) return false;
  else {
    facts.isPlain = facts.isPlainIdentifier = false;
    return addWords(buffers, from, digests, facts);
  }
  return true;
};

/** Collects what the values of a typed file show, batch by batch. A column of another kind than usual ends it. */
export class ColumnarFactsCollector {
  readonly #hashes = new RowHashes();
  readonly #columns: Mutable<ColumnFacts>[] = [];
  #rows = 0;
  #emptyRows = 0;
  #isKnown = true;

  add(columns: readonly ArrowColumn[], rows: number): void {
    if (!this.#isKnown) return;
    const digests = new RowDigests(rows);
    this.#isKnown = columns.every((column, index) => {
      const facts = (this.#columns[index] ??= { filled: 0, isPlain: true, isPlainIdentifier: true });
      let from = 0;
      return column.data.every((batch) => {
        const isKnown = addBatch(batch, column.type.typeId, from, digests, facts);
        from += batch.length;
        return isKnown;
      });
    });
    this.#rows += rows;
    this.#emptyRows += digests.noteIn(this.#hashes);
  }

  /** What was read so far; undefined where it isn't known. */
  get facts(): ColumnarFacts | undefined {
    return this.#isKnown
      ? { rows: this.#rows, emptyRows: this.#emptyRows, columns: this.#columns }
      : undefined;
  }

  /** The hashes of all rows that were read; they are gone from here then. */
  takeHashes(): HashedRows {
    return this.#hashes.take();
  }
}
