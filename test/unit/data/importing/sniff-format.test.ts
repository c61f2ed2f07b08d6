import { describe, expect, it } from 'vitest';
import { detectEncoding } from '../../../../src/data/importing/format/detect-encoding.ts';
import { sniffFormat } from '../../../../src/data/importing/format/sniff-format.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const ole = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';

describe('sniffFormat', () => {
  it.each([
    ['', 'empty'],
    ['\x1f\x8b\x08', 'gzip'],
    ['PK\x03\x04....xl/workbook.xml', 'xlsx'],
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
    ['PAR1abc', 'Parquet'],
    [`${ole}Workbook`, 'Excel 97–2003 workbook (XLS)'],
    ['PK\x03\x04 notes.txt', 'ZIP archive'],
    ['<!DOCTYPE html><table>', 'HTML page'],
    ['[{"a": 1}]', 'JSON'],
  ])('names what %j is and what to do', (text, format) => {
    expect(sniffFormat(bytes(text))).toMatchObject({
      kind: 'unsupported',
      format,
      instead: expect.stringContaining(''),
    });
  });

  it('tells a workbook with a password from an old workbook', () => {
    const container = new Uint8Array([...bytes(ole), ...utf16('EncryptedPackage')]);
    expect(sniffFormat(container)).toEqual({ kind: 'encrypted' });
  });

  it('takes UTF-16 without a byte order mark for text', () => {
    expect(sniffFormat(utf16('customer\tdate\n1\t2024-01-01\n')).kind).toBe('text');
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
