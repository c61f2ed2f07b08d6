import type { DecodedArray, Encoding, ParquetType } from 'hyparquet';
import { deltaBinaryUnpack, deltaByteArray, deltaLengthByteArray } from 'hyparquet/src/delta.js';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { readBitRuns } from './bit-runs.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';

const cursorOf = (bytes: Uint8Array): { view: DataView; offset: number } => ({
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  offset: 0,
});

const readBooleans = (bytes: Uint8Array, count: number): DecodedArray => {
  const output = new Uint8Array(count);
  readBitRuns({ bytes, at: 4 }, 1, output);
  return output;
};

const readIndices = (bytes: Uint8Array, count: number): Int32Array => {
  const indices = new Int32Array(count);
  if (count > 0) readBitRuns({ bytes, at: 1 }, bytes[0] ?? 0, indices);
  return indices;
};

/** Values, if reading them did not go beyond the page into what comes after it. */
const withinPage = (
  reader: { readonly view: DataView; readonly offset: number },
  values: DecodedArray,
): DecodedArray => {
  if (reader.offset > reader.view.byteLength) throw new Error('A page ends before its values do');
  return values;
};

/** Values in the encodings of differences, whose readers fill an array. */
const readDeltas = (
  encoding: Encoding,
  { element }: ParquetLeaf,
  bytes: Uint8Array,
  count: number,
): DecodedArray => {
  const reader = cursorOf(bytes);
  if (encoding === 'DELTA_BINARY_PACKED') {
    const numbers = element.type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count);
    deltaBinaryUnpack(reader, count, numbers);
    return numbers;
  }
  const texts: Uint8Array[] = new Array<Uint8Array>(count);
  if (encoding === 'DELTA_LENGTH_BYTE_ARRAY') deltaLengthByteArray(reader, count, texts);
  else deltaByteArray(reader, count, texts);
  return withinPage(reader, texts);
};

const readPlainValues = (
  reader: ReturnType<typeof cursorOf>,
  ...[type, count, length]: [ParquetType, number, number | undefined]
): DecodedArray => withinPage(reader, readPlain(reader, type, count, length));

/** The values of a page that are there, in its encoding: plain ones, or places in the dictionary. Throws where the page ends early. */
export const readValues = (
  encoding: Encoding,
  leaf: ParquetLeaf,
  bytes: Uint8Array,
  count: number,
): DecodedArray => {
  const { type, type_length: length } = leaf.element;
  if (type === undefined) throw new Error('A column has no type');
  if (count === 0) return [];
  switch (encoding) {
    case 'PLAIN':
      return readPlainValues(cursorOf(bytes), type, count, length);
    case 'PLAIN_DICTIONARY':
    case 'RLE_DICTIONARY':
      return readIndices(bytes, count);
    case 'RLE':
      return readBooleans(bytes, count);
    case 'BYTE_STREAM_SPLIT':
      return byteStreamSplit(cursorOf(bytes), count, type, length);
    case 'DELTA_BINARY_PACKED':
    case 'DELTA_LENGTH_BYTE_ARRAY':
    case 'DELTA_BYTE_ARRAY':
      return readDeltas(encoding, leaf, bytes, count);
    default:
      throw new Error(`The encoding ${String(encoding)} is not read`);
  }
};
