import type { DecodedArray } from 'hyparquet';
import {
  bool,
  dateDay,
  decimal128,
  float32,
  float64,
  int32,
  int64,
  timestamp,
  TimeUnit,
  uint64,
  type DataType,
} from '@uwdata/flechette';
import { wholeType, type LeafKind } from './leaf-kind.ts';
import { readTimestamps } from './read-timestamps.ts';
import { halfFloat } from './write-value.ts';

type NumberArray = Float32Array | Float64Array | Int32Array | BigInt64Array | BigUint64Array | Uint8Array;

/** How the values of a kind are laid out in memory: so many array elements a value. */
export interface FlatForm {
  readonly type: DataType;
  readonly width: number;
  make(elements: number): NumberArray;
  /** The values of a page in this form, and the places of those that can't be read. */
  convert(values: DecodedArray): { readonly values: NumberArray; readonly outside: readonly number[] };
}

const none: readonly number[] = [];

/** Whole numbers of 64 bits; those of 32 unsigned bits are widened to them. */
const wideForm = (isSigned: boolean): FlatForm => ({
  type: isSigned ? int64() : uint64(),
  width: 1,
  make: (elements) => (isSigned ? new BigInt64Array(elements) : new BigUint64Array(elements)),
  convert: (raw) => {
    if (raw instanceof BigInt64Array)
      return {
        values: isSigned ? raw : new BigUint64Array(raw.buffer, raw.byteOffset, raw.length),
        outside: none,
      };
    const values = new BigInt64Array(raw.length);
    for (let at = 0; at < raw.length; at += 1) values[at] = BigInt((raw[at] as number) >>> 0);
    return { values, outside: none };
  },
});

const wholeForm = (kind: Extract<LeafKind, { kind: 'whole' }>): FlatForm => {
  const type = wholeType(kind);
  if (type === 'INTEGER') return plainForm(int32(), (elements) => new Int32Array(elements));
  return wideForm(type === 'BIGINT');
};

/** Decimals of 128 bits from 32 or 64 bits: the sign fills the upper words. */
const widenWords = (raw: Int32Array | BigInt64Array): Int32Array => {
  const source = new Int32Array(raw.buffer, raw.byteOffset, raw.byteLength / 4);
  const words = raw.BYTES_PER_ELEMENT / 4;
  const values = new Int32Array(raw.length * 4);
  for (let at = 0; at < raw.length; at += 1) {
    for (let word = 0; word < words; word += 1) values[at * 4 + word] = source[at * words + word] as number;
    const sign = (source[at * words + words - 1] as number) >> 31;
    for (let word = words; word < 4; word += 1) values[at * 4 + word] = sign;
  }
  return values;
};

/** Decimals of 128 bits from bytes, the highest first. */
const widenBytes = (raw: readonly Uint8Array[]): Int32Array => {
  const values = new Uint8Array(raw.length * 16);
  raw.forEach((bytes, at) => {
    if (bytes.length > 16) throw new Error(`A decimal has ${bytes.length} bytes`);
    const sign = (bytes[0] ?? 0) > 127 ? 255 : 0;
    values.fill(sign, at * 16, at * 16 + 16);
    for (let byte = 0; byte < bytes.length; byte += 1)
      values[at * 16 + byte] = bytes[bytes.length - 1 - byte] as number;
  });
  return new Int32Array(values.buffer);
};

const decimalForm = (precision: number, scale: number): FlatForm => ({
  type: decimal128(precision, scale),
  width: 4,
  make: (elements) => new Int32Array(elements),
  convert: (raw) => ({
    values:
      raw instanceof Int32Array || raw instanceof BigInt64Array
        ? widenWords(raw)
        : widenBytes(raw as unknown as readonly Uint8Array[]),
    outside: none,
  }),
});

/** Numbers that are stored as they are needed; an empty page comes as a plain list. */
const plainForm = (type: DataType, make: (elements: number) => NumberArray): FlatForm => ({
  type,
  width: 1,
  make,
  convert: (raw) => {
    if (!Array.isArray(raw)) return { values: raw as NumberArray, outside: none };
    const values = make(raw.length);
    raw.forEach((value, at) => (values[at] = Number(value)));
    return { values, outside: none };
  },
});

const halfFloatForm: FlatForm = {
  ...plainForm(float32(), (elements) => new Float32Array(elements)),
  convert: (raw) => ({ values: Float32Array.from(raw as unknown as Uint8Array[], halfFloat), outside: none }),
};

const timestampForm = (unit: Extract<LeafKind, { kind: 'timestamp' }>['unit']): FlatForm => ({
  type: timestamp(TimeUnit.MICROSECOND),
  width: 1,
  make: (elements) => new BigInt64Array(elements),
  convert: (raw) => readTimestamps(raw, unit),
});

/** The form of a kind's values; undefined for texts, which have none. Booleans are bytes here. */
export const flatForm = (kind: LeafKind): FlatForm | undefined => {
  switch (kind.kind) {
    case 'boolean':
      return plainForm(bool(), (elements) => new Uint8Array(elements));
    case 'whole':
      return wholeForm(kind);
    case 'float':
      return plainForm(float32(), (elements) => new Float32Array(elements));
    case 'double':
      return plainForm(float64(), (elements) => new Float64Array(elements));
    case 'date':
      return plainForm(dateDay(), (elements) => new Int32Array(elements));
    case 'decimal':
      return decimalForm(kind.precision, kind.scale);
    case 'timestamp':
      return timestampForm(kind.unit);
    case 'half-float':
      return halfFloatForm;
    default:
      return undefined;
  }
};
