const frameMark = 0x184d2204;

/** Output that grows by copying from itself, as LZ4 does. */
interface Target {
  readonly bytes: Uint8Array;
  at: number;
}

const damaged = (): Error => new Error('Its LZ4 compression is damaged');

/** A length that goes on in further bytes as long as they are 255. */
const readLength = (source: Uint8Array, from: number, short: number): { length: number; at: number } => {
  let at = from;
  let length = short;
  if (short === 15)
    for (;;) {
      const byte = source[at];
      if (byte === undefined) throw damaged();
      at += 1;
      length += byte;
      if (byte < 255) break;
    }
  return { length, at };
};

const copyMatch = (target: Target, distance: number, length: number): void => {
  const { bytes } = target;
  const from = target.at - distance;
  if (distance === 0 || from < 0 || target.at + length > bytes.length) throw damaged();
  if (distance >= length) bytes.copyWithin(target.at, from, from + length);
  else for (let byte = 0; byte < length; byte += 1) bytes[target.at + byte] = bytes[from + byte] as number;
  target.at += length;
};

/** One block: runs of literal bytes, each followed by a copy of earlier output, also of earlier blocks. */
const readBlock = (source: Uint8Array, target: Target): void => {
  let at = 0;
  while (at < source.length) {
    const token = source[at] as number;
    const literals = readLength(source, at + 1, token >> 4);
    at = literals.at + literals.length;
    if (at > source.length || target.at + literals.length > target.bytes.length) throw damaged();
    target.bytes.set(source.subarray(literals.at, at), target.at);
    target.at += literals.length;
    if (at === source.length) return;
    const distance = (source[at] ?? 0) | ((source[at + 1] ?? 0) << 8);
    const match = readLength(source, at + 2, token & 15);
    copyMatch(target, distance, match.length + 4);
    at = match.at;
  }
};

/** Unpacks an LZ4 frame (lz4 frame format 1.6.1), in which Arrow files are compressed. Check sums are not verified. */
export const unpackLz4Frame = (source: Uint8Array, length: number): Uint8Array => {
  const view = new DataView(source.buffer, source.byteOffset, source.byteLength);
  if (source.length < 11 || view.getUint32(0, true) !== frameMark) throw damaged();
  const flags = source[4] as number;
  const hasBlockSums = (flags & 0x10) !== 0;
  let at = 7 + (flags & 0x08 ? 8 : 0) + (flags & 0x01 ? 4 : 0);
  const target: Target = { bytes: new Uint8Array(length), at: 0 };
  while (at + 4 <= source.length) {
    const header = view.getUint32(at, true);
    if (header === 0) break;
    const size = header & 0x7fffffff;
    const block = source.subarray(at + 4, at + 4 + size);
    if (block.length < size) throw damaged();
    if (header >>> 31 === 0) readBlock(block, target);
    else {
      target.bytes.set(block, target.at);
      target.at += size;
    }
    at += 4 + size + (hasBlockSums ? 4 : 0);
  }
  if (target.at !== length) throw damaged();
  return target.bytes;
};
