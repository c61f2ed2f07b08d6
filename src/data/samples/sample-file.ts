import type { SampleTables } from './sample-tables.ts';
import { streamOfSample } from './sample-stream.ts';

/** A table of a packed company: an Arrow IPC stream with its end mark. */
export interface PackedTable {
  readonly name: string;
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const headerBytes = 8;
const aligned = (length: number): number => Math.ceil(length / 8) * 8;

/** All tables of a company as Arrow streams. */
export const streamsOfSample = (tables: SampleTables): readonly PackedTable[] =>
  tables.map((table) => ({
    name: table.name,
    rows: table.rows,
    bytes: new Uint8Array(streamOfSample(table)),
  }));

/**
 * A company in one piece, so that the page fetches what the build has generated: the length of a table of contents (8
 * bytes), the table of contents as JSON, then each stream, all at multiples of 8 bytes.
 */
export const packSample = (tables: readonly PackedTable[]): Uint8Array<ArrayBuffer> => {
  const contents = new TextEncoder().encode(
    JSON.stringify(tables.map(({ name, rows, bytes }) => ({ name, rows, length: bytes.length }))),
  );
  const start = headerBytes + aligned(contents.length);
  const packed = new Uint8Array(tables.reduce((length, { bytes }) => length + aligned(bytes.length), start));
  new DataView(packed.buffer).setUint32(0, contents.length, true);
  packed.set(contents, headerBytes);
  let at = start;
  for (const { bytes } of tables) {
    packed.set(bytes, at);
    at += aligned(bytes.length);
  }
  return packed;
};

/** The tables of {@link packSample}'s output, as views of it. */
export const unpackSample = (packed: Uint8Array<ArrayBuffer>): readonly PackedTable[] => {
  const length = new DataView(packed.buffer, packed.byteOffset).getUint32(0, true);
  const contents = JSON.parse(
    new TextDecoder().decode(packed.subarray(headerBytes, headerBytes + length)),
  ) as readonly { readonly name: string; readonly rows: number; readonly length: number }[];
  let at = headerBytes + aligned(length);
  return contents.map(({ name, rows, length: size }) => {
    const bytes = packed.subarray(at, at + size);
    at += aligned(size);
    return { name, rows, bytes };
  });
};
