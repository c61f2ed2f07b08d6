import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/data/importing/archives/crc32.ts';
import { inflateMembers } from '../../../../src/data/importing/archives/gunzip.ts';
import { fileOf, inspectAll } from '../../../support/importing.ts';

type Bytes = Uint8Array<ArrayBuffer>;

const table = 'customer,date,amount\nc1,2024-01-31,10\nc2,2024-02-01,20\n';
const zipOf = (files: Record<string, string | Uint8Array>): Bytes =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  ) as Bytes;

/** Changes a number in the entries of an archive's directory. */
const patchDirectory = (zip: Bytes, offset: number, change: (value: number) => number): Bytes => {
  const patched = zip.slice();
  const view = new DataView(patched.buffer);
  for (let at = 0; at + 46 < zip.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50)
      view.setUint32(at + offset, change(view.getUint32(at + offset, true)), true);
  return patched;
};

describe('ZIP archives', () => {
  it('puts the members in the archive’s place, without folders and what file managers leave', async () => {
    const zip = zipOf({
      'shop/': new Uint8Array(),
      'shop/orders.csv': table,
      'shop/more/orders.csv.gz': gzipSync(table),
      '__MACOSX/shop/._orders.csv': 'junk',
      'shop/.DS_Store': 'junk',
      'notes.pdf': '%PDF-1.7',
    });
    const found = await inspectAll(fileOf('export.zip', zip), fileOf('plain.csv', table));
    expect(
      found.map(({ file, format, compression, error }) => [file, error?.kind ?? format, compression]),
    ).toEqual([
      ['export.zip/shop/orders.csv', 'csv', 'zip'],
      ['export.zip/shop/more/orders.csv.gz', 'csv', 'zip'],
      ['export.zip/notes.pdf', 'file-not-a-table', 'zip'],
      ['plain.csv', 'csv', 'none'],
    ]);
    expect(found[0]?.columns.map(({ name }) => name)).toEqual(['customer', 'date', 'amount']);
  });

  it.each([
    [
      'an encrypted member',
      patchDirectory(zipOf({ 'a.csv': table }), 8, (flags) => flags | 1),
      { kind: 'file-encrypted' },
    ],
    [
      'another way of packing',
      patchDirectory(zipOf({ 'a.csv': table }), 10, () => 12),
      { kind: 'format-unsupported', format: 'ZIP archive with packing method 12' },
    ],
    [
      'a member that claims to grow beyond measure',
      patchDirectory(zipOf({ 'a.csv': table }), 24, () => 2_000_000_000),
      { kind: 'file-corrupt', reason: expect.stringContaining('2000 MB') },
    ],
    [
      'a member that is longer than said',
      patchDirectory(zipOf({ 'a.csv': table.repeat(50) }), 24, () => 10),
      { kind: 'file-corrupt', reason: 'It is longer than the archive says' },
    ],
    [
      'a wrong check sum',
      patchDirectory(zipOf({ 'a.csv': table }), 16, (sum) => sum ^ 1),
      { kind: 'file-corrupt', reason: expect.stringContaining('check sum') },
    ],
    [
      'an archive in an archive',
      zipOf({ 'inner.zip': zipOf({ 'a.csv': table }) }),
      { kind: 'format-unsupported', instead: expect.stringContaining('archive within an archive') },
    ],
    ['an archive that breaks off', zipOf({ 'a.csv': table }).slice(0, 60), { kind: 'file-corrupt' }],
    ['an archive of nothing', zipOf({ 'empty/': new Uint8Array() }), { kind: 'file-not-a-table' }],
  ])('refuses %s with its facts', async (_, zip, error) => {
    const [found] = await inspectAll(fileOf('given.zip', zip));
    expect(found?.error).toMatchObject(error);
  });
});

describe('gzip', () => {
  const inflate = async (...parts: readonly Uint8Array[]): Promise<string> => {
    const pieces: Bytes[] = [];
    for await (const piece of inflateMembers(new Blob(parts as Bytes[]), () => undefined)) pieces.push(piece);
    return new Blob(pieces).text();
  };

  it('reads all members one after another, as `cat a.gz b.gz` makes them', async () => {
    expect(await inflate(gzipSync('a,b\n'), gzipSync('1,2\n'), gzipSync('3,4\n'))).toBe('a,b\n1,2\n3,4\n');
    const [found] = await inspectAll(
      new File([gzipSync('customer,amount\n'), gzipSync('c1,5\n')], 'two.csv.gz'),
    );
    expect(found).toMatchObject({ compression: 'gzip', preview: [['c1', '5']] });
  });

  it('notices a member whose check sum is wrong', async () => {
    const broken = gzipSync('1,2\n');
    broken[broken.length - 8] = (broken[broken.length - 8] ?? 0) ^ 1;
    await expect(inflate(broken, gzipSync('3,4\n'))).rejects.toThrow('damaged');
    await expect(inflate(gzipSync('3,4\n'), broken)).rejects.toThrow('damaged');
  });

  it('takes gzip off other formats too, and refuses what is packed twice', async () => {
    const packed = await inspectAll(
      new File([gzipSync('[{"a":1},{"a":2}]')], 'a.json.gz'),
      new File([gzipSync(gzipSync(table))], 'twice.gz'),
      new File([gzipSync(zipOf({ 'a.csv': table }))], 'a.zip.gz'),
    );
    expect(packed.map(({ format, compression, error }) => error?.kind ?? `${format} ${compression}`)).toEqual(
      ['json gzip', 'format-unsupported', 'format-unsupported'],
    );
  });
});

it('computes the check sum of the standard', () => {
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926);
});
