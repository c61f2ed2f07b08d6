import { dateDay, decimal, float64, utf8, type DataType } from '@uwdata/flechette';
import { columnOf, type ArrowColumn, type Validity } from '../../columnar/arrow-columns.ts';
import { dayOf } from './day-bytes.ts';
import { doubleOf, moneyOf } from './number-bytes.ts';
import type { TextColumnType } from './text-form.ts';

/** Values of one column of a batch, written one after another at their row's place. A row that is written again takes the place of itself. */
export interface ColumnValues {
  /** Writes the bytes of a value that isn't empty; false when they are not written as this column expects. */
  put(row: number, bytes: Uint8Array, start: number, end: number): boolean;
  /** Writes that there is no value. */
  leave(row: number): void;
  /** The first `rows` values. */
  take(rows: number): ArrowColumn;
}

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
  #bytes = new Uint8Array(2 ** 20);
  #offsets = new Int32Array(2 ** 16);

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    this.#reserve(row);
    const from = this.#offsets[row] as number;
    const to = from + end - start;
    if (to > this.#bytes.length) this.#bytes = grown(this.#bytes, to);
    if (end - start >= shortValue) this.#bytes.set(bytes.subarray(start, end), from);
    else {
      const values = this.#bytes;
      for (let at = from, of = start; of < end; at += 1, of += 1) values[at] = bytes[of] as number;
    }
    this.#offsets[row + 1] = to;
    return true;
  }

  leave(row: number): void {
    this.#reserve(row);
    this.#offsets[row + 1] = this.#offsets[row] as number;
  }

  take(rows: number): ArrowColumn {
    const offsets = this.#offsets.subarray(0, rows + 1);
    const values = this.#bytes.subarray(0, offsets[rows]);
    return columnOf(utf8(), { length: rows, validity: undefined, values, offsets });
  }

  #reserve(row: number): void {
    if (row + 2 > this.#offsets.length) this.#offsets = grown(this.#offsets, row + 2);
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
  readonly #kind: NumberKind<T>;
  #values: T;
  #known = new Uint8Array(2 ** 16);

  constructor(kind: NumberKind<T>) {
    this.#kind = kind;
    this.#values = kind.make(kind.places * this.#known.length);
  }

  put(row: number, bytes: Uint8Array, start: number, end: number): boolean {
    const { places, read, write } = this.#kind;
    const value = read(bytes, start, end);
    if (value !== value) return false;
    this.#reserve(row);
    this.#known[row] = 1;
    write(this.#values, places * row, value);
    return true;
  }

  leave(row: number): void {
    this.#reserve(row);
    this.#known[row] = 0;
  }

  take(rows: number): ArrowColumn {
    const { places, type } = this.#kind;
    const values = this.#values.subarray(0, places * rows);
    return columnOf(type, { length: rows, validity: validityOf(this.#known, rows), values });
  }

  #reserve(row: number): void {
    if (row < this.#known.length) return;
    this.#known = grown(this.#known, row + 1);
    const larger = this.#kind.make(this.#kind.places * this.#known.length);
    larger.set(this.#values);
    this.#values = larger;
  }
}

const setValue = (values: Int32Array | Float64Array, at: number, value: number): void => {
  values[at] = value;
};

/** Four parts of 32 bits, the lowest first, as a number of 128 bits with its sign. */
const setWide = (values: Int32Array, at: number, value: number): void => {
  const high = Math.floor(value / 2 ** 32);
  values[at] = value - high * 2 ** 32;
  values[at + 1] = high;
  values[at + 2] = values[at + 3] = value < 0 ? -1 : 0;
};

/** Empty values of a column of a type. */
export const valuesOf = (type: TextColumnType): ColumnValues => {
  const int32 = (length: number): Int32Array => new Int32Array(length);
  switch (type) {
    case 'VARCHAR':
      return new TextValues();
    case 'DATE':
      return new NumberValues({ read: dayOf, make: int32, places: 1, write: setValue, type: dateDay() });
    case 'DOUBLE': {
      const make = (length: number): Float64Array => new Float64Array(length);
      return new NumberValues({ read: doubleOf, make, places: 1, write: setValue, type: float64() });
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
