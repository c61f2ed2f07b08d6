import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packSample, unpackSample } from '../../../../src/data/samples/sample-file.ts';

const table = fc.record({
  name: fc.string(),
  rows: fc.nat(),
  bytes: fc.uint8Array().map((bytes) => new Uint8Array(bytes)),
});

it('unpacks what was packed, whatever the names and lengths', () => {
  fc.assert(
    fc.property(fc.array(table), (tables) => {
      const unpacked = unpackSample(packSample(tables));
      expect(unpacked.map(({ bytes, ...rest }) => ({ ...rest, bytes: [...bytes] }))).toEqual(
        tables.map(({ bytes, ...rest }) => ({ ...rest, bytes: [...bytes] })),
      );
    }),
  );
});

it('starts every table at a multiple of eight bytes, as Arrow wants it', () => {
  const tables = [1, 9, 16].map((length) => ({ name: `t${length}`, rows: 1, bytes: new Uint8Array(length) }));
  expect(unpackSample(packSample(tables)).map(({ bytes }) => bytes.byteOffset % 8)).toEqual([0, 0, 0]);
});
