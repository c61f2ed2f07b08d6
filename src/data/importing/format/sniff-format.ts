import { sniffJson } from './sniff-json.ts';

/** What the first bytes say a file is. */
export type SniffedFormat =
  | { readonly kind: 'text' | 'gzip' | 'zip' | 'ole' | 'parquet' | 'arrow' | 'json' | 'ndjson' | 'empty' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unsupported'; readonly format: string; readonly instead: string }
  | { readonly kind: 'not-a-table'; readonly detected: string };

/** Bytes of the head by which a format is told. */
export const sniffedBytes = 64 * 1024;

const saveAsCsv = 'Open it in a spreadsheet program and save it as CSV or XLSX.';
const exportAsCsv = 'Export the table as CSV from the program that wrote it.';
const unpack = 'Unpack it and drop the files that are inside.';
const writeAnew = 'Write it anew in the present version of its format, or as CSV or Parquet.';

const startsWith = (bytes: Uint8Array, signature: string, offset = 0): boolean =>
  [...signature].every((character, index) => bytes[offset + index] === character.charCodeAt(0));

const knownSignatures: readonly (readonly [
  signature: string,
  kind: 'gzip' | 'zip' | 'ole' | 'parquet' | 'arrow',
])[] = [
  ['\x1f\x8b', 'gzip'],
  ['PK\x03\x04', 'zip'],
  ['PK\x05\x06', 'zip'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'ole'],
  ['PAR1', 'parquet'],
  ['ARROW1', 'arrow'],
];

const unsupportedSignatures: readonly (readonly [signature: string, format: string, instead: string])[] = [
  ['SQLite format 3', 'SQLite database', exportAsCsv],
  ['7z\xbc\xaf', '7-Zip archive', unpack],
  ['Rar!', 'RAR archive', unpack],
  ['BZh', 'bzip2 archive', unpack],
  ['\xfd7zXZ', 'xz archive', unpack],
  ['\x28\xb5\x2f\xfd', 'Zstandard archive', unpack],
  ['\x04\x22\x4d\x18', 'LZ4 archive', unpack],
  ['FEA1', 'Feather, version 1', writeAnew],
  ['ORC', 'ORC', exportAsCsv],
  ['Obj\x01', 'Avro', exportAsCsv],
  ['\x00\x01\x00\x00Standard Jet DB', 'Access database', exportAsCsv],
  ['\x00\x01\x00\x00Standard ACE DB', 'Access database', exportAsCsv],
  ['$FL2', 'SPSS file', exportAsCsv],
  ['<stata_dta>', 'Stata file', exportAsCsv],
  ['\x89HDF\r\n\x1a\n', 'HDF5 file', exportAsCsv],
];

const junkSignatures: readonly (readonly [signature: string, detected: string])[] = [
  ['%PDF', 'a PDF document'],
  ['\x89PNG', 'a PNG picture'],
  ['\xff\xd8\xff', 'a JPEG picture'],
  ['GIF8', 'a GIF picture'],
  ['RIFF', 'a media file'],
  ['\x00\x00\x00\x1cftyp', 'a video'],
  ['\x7fELF', 'a program'],
  ['MZ\x90\x00', 'a program'],
  ['{\\rtf', 'a text document (RTF)'],
];

const decodeStart = (bytes: Uint8Array): string => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
};

const sniffMarkup = (text: string): SniffedFormat | undefined => {
  const start = text.slice(0, 400).trimStart().toLowerCase();
  if (!/^<(!doctype html|html|table|\?xml|head|body|!--)/.test(start)) return undefined;
  const format = start.startsWith('<?xml') ? 'XML' : 'HTML page';
  return { kind: 'unsupported', format, instead: saveAsCsv };
};

const isByteOrderMark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Zero bytes on every other place are UTF-16; other zero and control bytes are not text. */
const looksBinary = (bytes: Uint8Array): boolean => {
  if (isByteOrderMark(bytes)) return false;
  let controls = 0;
  const zeros: [even: number, odd: number] = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[(index % 2) as 0 | 1] += 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26)
      controls += 1;
  });
  const [fewer, more] = [Math.min(...zeros), Math.max(...zeros)];
  const isWide = more > bytes.length * 0.2 && fewer < more * 0.1;
  return !isWide && (controls + fewer + more) / bytes.length > 0.01;
};

/** A stream of Arrow messages has no mark; it begins with the length of its schema, a flatbuffer. */
const isArrowStream = (bytes: Uint8Array): boolean => {
  if (bytes.length < 16 || !startsWith(bytes, '\xff\xff\xff\xff')) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = view.getInt32(4, true);
  return length > 0 && length % 8 === 0 && view.getUint32(8, true) < length;
};

/** An old-style archive of files names itself in its first header. */
const isTar = (bytes: Uint8Array): boolean => startsWith(bytes, 'ustar', 257);

/**
 * Tells the format from the bytes alone; names and extensions are not believed. What lies inside of a ZIP or OLE
 * container is told by {@link sniffFile}.
 * @param bytes the beginning of the file; 64 KB are plenty
 */
export const sniffFormat = (bytes: Uint8Array): SniffedFormat => {
  if (bytes.length === 0) return { kind: 'empty' };
  const known = knownSignatures.find(([signature]) => startsWith(bytes, signature));
  if (known) return { kind: known[1] };
  if (startsWith(bytes, 'PARE')) return { kind: 'encrypted' };
  if (isArrowStream(bytes)) return { kind: 'arrow' };
  const unsupported = unsupportedSignatures.find(([signature]) => startsWith(bytes, signature));
  if (unsupported) return { kind: 'unsupported', format: unsupported[1], instead: unsupported[2] };
  if (isTar(bytes)) return { kind: 'unsupported', format: 'TAR archive', instead: unpack };
  const junk = junkSignatures.find(([signature]) => startsWith(bytes, signature));
  if (junk) return { kind: 'not-a-table', detected: junk[1] };
  if (looksBinary(bytes)) return { kind: 'not-a-table', detected: 'binary data' };
  const text = decodeStart(bytes);
  const json = sniffJson(text);
  return sniffMarkup(text) ?? { kind: json ?? 'text' };
};
