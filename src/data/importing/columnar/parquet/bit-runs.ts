/** Small unsigned numbers: levels, dictionary indices, booleans. */
export type SmallNumbers = Uint8Array | Int32Array;

/** Bytes with a place to read from. */
export interface ByteCursor {
  readonly bytes: Uint8Array;
  at: number;
}

const endsEarly = (): Error => new Error('A page ends before its values do');

/** An unsigned number of seven bits a byte, the last byte below 128. */
const readVarInt = (cursor: ByteCursor): number => {
  let value = 0;
  for (let factor = 1; factor <= 2 ** 28; factor *= 128) {
    const byte = cursor.bytes[cursor.at];
    if (byte === undefined) throw endsEarly();
    cursor.at += 1;
    value += (byte & 0x7f) * factor;
    if (byte < 128) return value;
  }
  throw new Error('A number in a page is too long');
};

const readRun = (
  cursor: ByteCursor,
  count: number,
  width: number,
  output: SmallNumbers,
  from: number,
): number => {
  const length = (width + 7) >> 3;
  if (cursor.at + length > cursor.bytes.length) throw endsEarly();
  let value = 0;
  for (let byte = 0; byte < length; byte += 1)
    value += (cursor.bytes[cursor.at + byte] as number) * 256 ** byte;
  cursor.at += length;
  const to = Math.min(output.length, from + count);
  output.fill(value, from, to);
  return to;
};

/** Values side by side in so many bits each, the lowest bits first. */
const readPacked = (
  cursor: ByteCursor,
  count: number,
  width: number,
  output: SmallNumbers,
  from: number,
): number => {
  const { bytes } = cursor;
  const start = cursor.at;
  const to = Math.min(output.length, from + count);
  if (start + Math.ceil(((to - from) * width) / 8) > bytes.length) throw endsEarly();
  const mask = 2 ** width - 1;
  let at = start;
  let held = 0;
  let bits = 0;
  for (let index = from; index < to; index += 1) {
    while (bits < width) {
      held |= (bytes[at] as number) << bits;
      at += 1;
      bits += 8;
    }
    output[index] = held & mask;
    held >>>= width;
    bits -= width;
  }
  cursor.at = start + (count * width) / 8;
  return to;
};

/**
 * Fills `output` from Parquet's mixture of runs and bit-packed values (format specification, "RLE/Bit-Packing Hybrid").
 * Never writes or loops beyond the output, whatever a damaged page says.
 */
export const readBitRuns = (cursor: ByteCursor, width: number, output: SmallNumbers): void => {
  if (width > 24) throw new Error(`Values of ${width} bits are not read`);
  if (width === 0) return;
  for (let filled = 0; filled < output.length;) {
    const header = readVarInt(cursor);
    const count = header & 1 ? (header >>> 1) * 8 : header >>> 1;
    if (count === 0) throw new Error('A run in a page is empty');
    filled = (header & 1 ? readPacked : readRun)(cursor, count, width, output, filled);
  }
};

/** Bits needed for a number. */
export const bitWidth = (largest: number): number => 32 - Math.clz32(largest);
