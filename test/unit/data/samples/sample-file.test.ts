import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packSample, unpackSample, type PackedTable } from '../../../../src/data/samples/sample-file.ts';

const table = fc.record({
  name: fc.string(),
  rows: fc.nat(),
  bytes: fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
});

/** The bytes as a stream that gives them in pieces of a length. */
const streamed = (bytes: Uint8Array, length: number): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + length));
      at += length;
    },
  });
};

const unpacked = async (packed: Uint8Array, length: number): Promise<readonly PackedTable[]> => {
  const tables: PackedTable[] = [];
  for await (const one of unpackSample(streamed(packed, length))) tables.push(one);
  return tables;
};

const plain = (tables: readonly PackedTable[]) =>
  tables.map(({ bytes, ...rest }) => ({ ...rest, bytes: [...bytes] }));

it('unpacks what was packed, whatever the names and lengths and however it arrives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(table), fc.integer({ min: 1, max: 50 }), async (tables, length) => {
      expect(plain(await unpacked(packSample(tables), length))).toEqual(plain(tables));
    }),
  );
});

it('starts every table at a multiple of eight bytes, as Arrow wants it', async () => {
  const tables = [1, 9, 16].map((length) => ({ name: `t${length}`, rows: 1, bytes: new Uint8Array(length) }));
  const offsets = (await unpacked(packSample(tables), 7)).map(({ bytes }) => bytes.byteOffset % 8);
  expect(offsets).toEqual([0, 0, 0]);
});

it('says when the end is missing', async () => {
  const packed = packSample([{ name: 't', rows: 1, bytes: new Uint8Array(40) }]);
  await expect(unpacked(packed.subarray(0, packed.length - 8), 7)).rejects.toThrow('8 bytes are missing');
});
