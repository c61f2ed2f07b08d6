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

/** Takes a stream apart into pieces of asked lengths. */
class PieceReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  #rest = new Uint8Array();

  constructor(stream: ReadableStream<Uint8Array>) {
    this.#reader = stream.getReader();
  }

  /** The next bytes, in a buffer of their own. Throws where the stream ends before. */
  async take(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const piece = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (this.#rest.length === 0) {
        const { done, value } = await this.#reader.read();
        if (done) throw new Error(`${length - filled} bytes are missing at the end`);
        this.#rest = new Uint8Array(value.buffer as ArrayBuffer, value.byteOffset, value.byteLength);
      }
      const part = this.#rest.subarray(0, length - filled);
      piece.set(part, filled);
      filled += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return piece;
  }
}

/** The tables of {@link packSample}'s output, each as soon as it has arrived. Throws where the stream ends too early. */
export async function* unpackSample(
  packed: ReadableStream<Uint8Array>,
): AsyncGenerator<PackedTable, void, undefined> {
  const reader = new PieceReader(packed);
  const length = new DataView((await reader.take(headerBytes)).buffer).getUint32(0, true);
  const contents = JSON.parse(
    new TextDecoder().decode((await reader.take(aligned(length))).subarray(0, length)),
  ) as readonly { readonly name: string; readonly rows: number; readonly length: number }[];
  for (const { name, rows, length: size } of contents)
    yield { name, rows, bytes: (await reader.take(aligned(size))).subarray(0, size) };
}
