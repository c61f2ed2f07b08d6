import { dateDay, decimal, float64, utf8, type DataType } from '@uwdata/flechette';
import { columnOf, type ArrowColumn, type Validity } from '../../columnar/arrow-columns.ts';
import { dayOf } from './day-bytes.ts';
import { doubleOf, moneyOf } from './number-bytes.ts';
import { isPlainText } from './plain-text.ts';
import type { TextColumn } from './text-form.ts';
import type { RowIndex } from './row-index.ts';

/** Values of one column that are collected for a batch. What was found out about them stays when they are taken. */
export interface ColumnValues {
  /** Adds the values of all rows of an index; false when one isn't written as this column expects. */
  add(bytes: Uint8Array, index: RowIndex, column: number): boolean;
  /** The values so far, which are forgotten here. */
  take(): ArrowColumn;
  /** Values that are not empty. */
  readonly filled: number;
  /** Whether all texts surely need no closer look. */
  readonly isPlain: boolean;
}

/** Places that a column begins with: a table may have thousands of columns and few rows. */
const firstRoom = 256;

/** Values shorter than this are copied byte by byte, which is faster. */
const shortValue = 48;

const grown = <T extends Uint8Array | Int32Array>(values: T, atLeast: number): T => {
  const Kind = values.constructor as new (length: number) => T;
  const larger = new Kind(Math.max(atLeast, 2 * values.length));
  larger.set(values);
  return larger;
};

/** Texts; empty ones are empty texts. */
class TextValues implements ColumnValues {
  filled = 0;
  isPlain = true;
  readonly #isIdentifier: boolean;
  readonly #quote: number;
  #bytes = new Uint8Array(firstRoom);
  #offsets = new Int32Array(firstRoom);
  #rows = 0;

  constructor(isIdentifier: boolean, quote: number) {
    this.#isIdentifier = isIdentifier;
    this.#quote = quote;
  }

  add(bytes: Uint8Array, { starts, ends, rows, width }: RowIndex, column: number): boolean {
    const first = this.#rows;
    const last = first + rows;
    if (last >= this.#offsets.length) this.#offsets = grown(this.#offsets, last + 1);
    const offsets = this.#offsets;
    let to = offsets[first] as number;
    let filled = 0;
    let isPlain = this.isPlain;
    for (let row = first, place = column; row < last; row += 1, place += width) {
      const start = starts[place] as number;
      const end = ends[place] as number;
      if (end < 0) {
        isPlain = false;
        filled += 1;
        to = this.#copyDoubled(bytes, start, -1 - end, to);
      } else if (end > start) {
        isPlain = isPlain && isPlainText(bytes, start, end, this.#isIdentifier);
        filled += 1;
        to = this.#copy(bytes, start, end, to);
      }
      offsets[row + 1] = to;
    }
    this.filled += filled;
    this.isPlain = isPlain;
    this.#rows = last;
    return true;
  }

  take(): ArrowColumn {
    const rows = this.#rows;
    this.#rows = 0;
    const offsets = this.#offsets.subarray(0, rows + 1);
    const values = this.#bytes.subarray(0, offsets[rows]);
    return columnOf(utf8(), { length: rows, validity: undefined, values, offsets });
  }

  #copy(bytes: Uint8Array, start: number, end: number, to: number): number {
    const next = to + end - start;
    if (next > this.#bytes.length) this.#bytes = grown(this.#bytes, next);
    const values = this.#bytes;
    if (end - start >= shortValue) values.set(bytes.subarray(start, end), to);
    else for (let at = to, of = start; of < end; at += 1, of += 1) values[at] = bytes[of] as number;
    return next;
  }

  /** Copies a value of whose doubled quotes one each is left out. */
  #copyDoubled(bytes: Uint8Array, start: number, end: number, to: number): number {
    let next = to;
    let from = start;
    for (let at = start; at < end; at += 1) {
      if (bytes[at] !== this.#quote) continue;
      next = this.#copy(bytes, from, at + 1, next);
      at += 1;
      from = at + 1;
    }
    return this.#copy(bytes, from, end, next);
  }
}

/** Which rows have a value: one byte each while they are written, one bit each when they are taken. */
const validityOf = (known: Uint8Array, rows: number): Validity | undefined => {
  const bits = new Uint8Array((rows + 7) >> 3);
  let filled = 0;
  for (let row = 0; row < rows; row += 1) {
    if (known[row] === 0) continue;
    bits[row >> 3] = (bits[row >> 3] as number) | (1 << (row & 7));
    filled += 1;
  }
  return filled === rows ? undefined : { bits, nulls: rows - filled };
};

/** How the numbers of a column are read, kept and handed over. */
interface NumberKind<T extends Int32Array | Float64Array> {
  /** NaN where the bytes are not written as expected. */
  readonly read: (bytes: Uint8Array, start: number, end: number) => number;
  readonly make: (length: number) => T;
  /** Places that one value takes. */
  readonly places: number;
  readonly write: (values: T, at: number, value: number) => void;
  readonly type: DataType;
}

/** Numbers or days. */
class NumberValues<T extends Int32Array | Float64Array> implements ColumnValues {
  filled = 0;
  readonly isPlain = true;
  readonly #kind: NumberKind<T>;
  #values: T;
  #known = new Uint8Array(firstRoom);
  #rows = 0;

  constructor(kind: NumberKind<T>) {
    this.#kind = kind;
    this.#values = kind.make(kind.places * this.#known.length);
  }

  add(bytes: Uint8Array, { starts, ends, rows, width }: RowIndex, column: number): boolean {
    const last = this.#rows + rows;
    if (last > this.#known.length) this.#grow(last);
    const { places, read, write } = this.#kind;
    const values: T = this.#values;
    const known = this.#known;
    for (let row = this.#rows, place = column; row < last; row += 1, place += width) {
      const start = starts[place] as number;
      const end = ends[place] as number;
      known[row] = start === end ? 0 : 1;
      if (start === end) continue;
      const value = end < 0 ? NaN : read(bytes, start, end);
      if (Number.isNaN(value)) return false;
      write(values, places * row, value);
    }
    this.#rows = last;
    return true;
  }

  take(): ArrowColumn {
    const { places, type } = this.#kind;
    const rows = this.#rows;
    this.#rows = 0;
    const validity = validityOf(this.#known, rows);
    this.filled += rows - (validity?.nulls ?? 0);
    return columnOf(type, { length: rows, validity, values: this.#values.subarray(0, places * rows) });
  }

  #grow(rows: number): void {
    this.#known = grown(this.#known, rows);
    const larger = this.#kind.make(this.#kind.places * this.#known.length);
    larger.set(this.#values);
    this.#values = larger;
  }
}

const setDay = (values: Int32Array, at: number, value: number): void => {
  values[at] = value;
};

const setDouble = (values: Float64Array, at: number, value: number): void => {
  values[at] = value;
};

/** Four parts of 32 bits, the lowest first, as a number of 128 bits with its sign. */
const setWide = (values: Int32Array, at: number, value: number): void => {
  const high = Math.floor(value / 2 ** 32);
  values[at] = value - high * 2 ** 32;
  values[at + 1] = high;
  values[at + 2] = values[at + 3] = value < 0 ? -1 : 0;
};

/** A column without values yet; `quote` = the byte that encloses values. */
export const valuesOf = ({ type, isIdentifier }: TextColumn, quote: number): ColumnValues => {
  const int32 = (length: number): Int32Array => new Int32Array(length);
  switch (type) {
    case 'VARCHAR':
      return new TextValues(isIdentifier, quote);
    case 'DATE':
      return new NumberValues({ read: dayOf, make: int32, places: 1, write: setDay, type: dateDay() });
    case 'DOUBLE': {
      const make = (length: number): Float64Array => new Float64Array(length);
      return new NumberValues({ read: doubleOf, make, places: 1, write: setDouble, type: float64() });
    }
    case 'DECIMAL(18, 4)':
      return new NumberValues({
        read: moneyOf,
        make: int32,
        places: 4,
        write: setWide,
        type: decimal(18, 4, 128),
      });
  }
};
