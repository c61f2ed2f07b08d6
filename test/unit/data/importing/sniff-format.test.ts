import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/data/importing/format/detect-encoding.ts';
import { sniffFile } from '../../../../src/data/importing/format/sniff-file.ts';
import { sniffFormat } from '../../../../src/data/importing/format/sniff-format.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('sniffFormat', () => {
  it.each([
    ['', 'empty'],
    ['\x1f\x8b\x08', 'gzip'],
    ['PK\x03\x04 notes.txt', 'zip'],
    ['PAR1abc', 'parquet'],
    ['PAREabc', 'encrypted'],
    ['ARROW1\0\0', 'arrow'],
    ['[{"a": 1}]', 'json'],
    ['\n{\n  "a": [1]\n}\n', 'json'],
    ['[{"a": 1},{"b":', 'json'],
    ["{\n  'a': 1\n}", 'json'],
    ['{"a": 1}\n{"a": 2}\n', 'ndjson'],
    ['["id","name"]\n[1,"x"]\n', 'ndjson'],
    ['{"a": 1}, x, y\n{"a": 2}, z, w\n', 'text'],
    ['[note] sold;paid\n1;2\n', 'text'],
    ['customer,date\n1,2024-01-01\n', 'text'],
    ['Name;Straße\nMüller;Hof\n'.normalize(), 'text'],
  ])('takes %j for %s', (text, kind) => {
    expect(sniffFormat(bytes(text)).kind).toBe(kind);
  });

  it.each(['%PDF-1.7', '\x89PNG\r\n', '\xff\xd8\xff\xe0', 'a\x01b\x02\x00\x03c\x04\x05'])(
    'refuses %j as no table',
    (text) => {
      expect(sniffFormat(bytes(text)).kind).toBe('not-a-table');
    },
  );

  it.each([
    ['7z\xbc\xaf\x27\x1c', '7-Zip archive'],
    ['Rar!\x1a\x07', 'RAR archive'],
    ['BZh91AY', 'bzip2 archive'],
    ['\xfd7zXZ\0', 'xz archive'],
    [`${'a.csv'.padEnd(257, '\0')}ustar\0`, 'TAR archive'],
    ['SQLite format 3\0', 'SQLite database'],
    ['FEA1', 'Feather, version 1'],
    ['<!DOCTYPE html><table>', 'HTML page'],
    ['<?xml version="1.0"?><a/>', 'XML'],
  ])('names what %j is and what to do', (text, format) => {
    expect(sniffFormat(bytes(text))).toMatchObject({
      kind: 'unsupported',
      format,
      instead: expect.stringMatching(/CSV|Unpack/),
    });
  });

  it('takes UTF-16 without a byte order mark for text', () => {
    expect(sniffFormat(utf16('customer\tdate\n1\t2024-01-01\n')).kind).toBe('text');
  });
});

describe('sniffFile', () => {
  const kindOf = async (content: BlobPart): Promise<unknown> => {
    const sniffed = await sniffFile(new File([content], 'given.csv'));
    return sniffed.ok ? sniffed.value.kind : sniffed.error.kind;
  };
  const zipOf = (...names: readonly string[]): Uint8Array<ArrayBuffer> =>
    zipSync(
      Object.fromEntries(
        names.map((name) => [name, strToU8('application/vnd.oasis.opendocument.spreadsheet')]),
      ),
      {
        level: 0,
      },
    ) as Uint8Array<ArrayBuffer>;

  it.each([
    [['theme.xml', 'xl/workbook.xml', '[Content_Types].xml'], 'xlsx'],
    [['[Content_Types].xml', 'xl/workbook.bin'], 'xls'],
    [['mimetype', 'content.xml'], 'ods'],
    [['[Content_Types].xml', 'word/document.xml'], 'not-a-table'],
    [['Index/Document.iwa'], 'unsupported'],
    [['xl/orders.csv', 'content.csv'], 'zip'],
  ])('looks into a container of %j', async (names, kind) => {
    expect(await kindOf(zipOf(...names))).toBe(kind);
  });

  it('tells a workbook with a password from an old workbook and a document', async () => {
    const container = (name: string): Uint8Array<ArrayBuffer> =>
      new Uint8Array([...bytes(ole), ...utf16(name)]);
    expect(await kindOf(container('EncryptedPackage'))).toBe('encrypted');
    expect(await kindOf(container('WordDocument'))).toBe('not-a-table');
    expect(await kindOf(container('Workbook'))).toBe('xls');
  });
});

describe('detectEncoding', () => {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  it('believes a byte order mark', () => {
    expect(detectEncoding([new Uint8Array([0xef, 0xbb, 0xbf, 65])])).toBe('utf-8');
    expect(detectEncoding([new Uint8Array([0xff, 0xfe, 65, 0])])).toBe('utf-16le');
    expect(detectEncoding([new Uint8Array([0xfe, 0xff, 0, 65])])).toBe('utf-16be');
  });
  it('tells UTF-16 by its zeros', () => {
    expect(detectEncoding([utf16('a;b\n1;2\n')])).toBe('utf-16le');
  });
  it('forgives a character that is cut by the edge of a sample', () => {
    const whole = encode('aé€x');
    for (let cut = 1; cut < whole.length; cut += 1)
      expect(detectEncoding([encode('abc'), whole.subarray(0, cut), whole.subarray(cut)])).toBe('utf-8');
  });
  it('takes anything else for Windows-1252, also when only a later sample shows it', () => {
    expect(detectEncoding([encode('abc'), bytes('caf\xe9 noir')])).toBe('windows-1252');
  });
});
