/** What the first bytes say a file is. Everything but the first four kinds can't be loaded (yet). */
export type SniffedFormat =
  | { readonly kind: 'text' | 'gzip' | 'xlsx' | 'empty' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unsupported'; readonly format: string; readonly instead: string }
  | { readonly kind: 'not-a-table'; readonly detected: string };

const saveAsCsv = 'Open it in a spreadsheet program and save it as CSV or XLSX.';
const exportAsCsv = 'Export the table as CSV from the program that wrote it.';
const unpack = 'Unpack it and drop the files that are inside.';

const startsWith = (bytes: Uint8Array, signature: string, offset = 0): boolean =>
  [...signature].every((character, index) => bytes[offset + index] === character.charCodeAt(0));

const contains = (bytes: Uint8Array, text: string, bytesPerCharacter: 1 | 2 = 1): boolean => {
  const decoded = new TextDecoder(bytesPerCharacter === 1 ? 'latin1' : 'utf-16le');
  return decoded.decode(bytes).includes(text);
};

const unsupportedSignatures: readonly (readonly [signature: string, format: string, instead: string])[] = [
  ['PAR1', 'Parquet', exportAsCsv],
  ['ARROW1', 'Arrow', exportAsCsv],
  ['SQLite format 3', 'SQLite database', exportAsCsv],
  ['7z\xbc\xaf', '7-Zip archive', unpack],
  ['Rar!', 'RAR archive', unpack],
  ['BZh', 'bzip2 archive', unpack],
  ['\xfd7zXZ', 'xz archive', unpack],
  ['\x28\xb5\x2f\xfd', 'Zstandard archive', unpack],
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

const sniffZip = (bytes: Uint8Array): SniffedFormat => {
  if (contains(bytes, 'application/vnd.oasis.opendocument'))
    return { kind: 'unsupported', format: 'OpenDocument spreadsheet', instead: saveAsCsv };
  if (contains(bytes, 'xl/') || contains(bytes, '[Content_Types].xml')) {
    const isDocument = contains(bytes, 'word/') || contains(bytes, 'ppt/');
    return isDocument ? { kind: 'not-a-table', detected: 'an Office document' } : { kind: 'xlsx' };
  }
  return { kind: 'unsupported', format: 'ZIP archive', instead: unpack };
};

/** An OLE container holds an old workbook, or any Office file with a password. */
const sniffOle = (bytes: Uint8Array): SniffedFormat =>
  contains(bytes, 'EncryptedPackage', 2) || contains(bytes.subarray(1), 'EncryptedPackage', 2)
    ? { kind: 'encrypted' }
    : { kind: 'unsupported', format: 'Excel 97–2003 workbook (XLS)', instead: saveAsCsv };

const sniffMarkup = (bytes: Uint8Array): SniffedFormat | undefined => {
  const start = new TextDecoder().decode(bytes.subarray(0, 400)).trimStart().toLowerCase();
  if (/^<(!doctype html|html|table|\?xml|head|body)/.test(start))
    return {
      kind: 'unsupported',
      format: start.startsWith('<?xml') ? 'XML' : 'HTML page',
      instead: saveAsCsv,
    };
  if (/^(\{\s*["}]|\[\s*[[{"\]])/.test(start))
    return { kind: 'unsupported', format: 'JSON', instead: exportAsCsv };
  return undefined;
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

/**
 * Tells the format from the bytes alone; names and extensions are not believed.
 * @param bytes the beginning of the file; 64 KB are plenty
 */
export const sniffFormat = (bytes: Uint8Array): SniffedFormat => {
  if (bytes.length === 0) return { kind: 'empty' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'gzip' };
  if (startsWith(bytes, 'PK\x03\x04') || startsWith(bytes, 'PK\x05\x06')) return sniffZip(bytes);
  if (startsWith(bytes, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return sniffOle(bytes);
  const unsupported = unsupportedSignatures.find(([signature]) => startsWith(bytes, signature));
  if (unsupported) return { kind: 'unsupported', format: unsupported[1], instead: unsupported[2] };
  const junk = junkSignatures.find(([signature]) => startsWith(bytes, signature));
  if (junk) return { kind: 'not-a-table', detected: junk[1] };
  if (looksBinary(bytes)) return { kind: 'not-a-table', detected: 'binary data' };
  return sniffMarkup(bytes) ?? { kind: 'text' };
};
