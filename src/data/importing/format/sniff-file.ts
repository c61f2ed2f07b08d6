import { ok, type Result } from '../../../core/result.ts';
import { readZipDirectory } from '../archives/zip-directory.ts';
import { readBytes } from '../text/read-head.ts';
import { sniffedBytes, sniffFormat, type SniffedFormat } from './sniff-format.ts';

/** What a file is, looked at inside of its container. */
export type FileKind =
  | Exclude<
      SniffedFormat,
      { kind: 'text' | 'gzip' | 'zip' | 'ole' | 'parquet' | 'arrow' | 'json' | 'ndjson' | 'empty' }
    >
  | {
      readonly kind:
        'text' | 'gzip' | 'zip' | 'xlsx' | 'xls' | 'ods' | 'parquet' | 'arrow' | 'json' | 'ndjson' | 'empty';
    };

const saveAsCsv = 'Open it in a spreadsheet program and save it as CSV or XLSX.';

/** What the names of a ZIP container's members say it is. */
const zipKind = (names: readonly string[], head: string): FileKind => {
  const has = (name: string): boolean => names.includes(name);
  if (has('xl/workbook.xml')) return { kind: 'xlsx' };
  // SheetJS reads the binary workbook as it reads the old one.
  if (has('xl/workbook.bin')) return { kind: 'xls' };
  if (has('word/document.xml') || has('ppt/presentation.xml'))
    return { kind: 'not-a-table', detected: 'an Office document' };
  if (has('Index/Document.iwa') || names.some((name) => name.endsWith('.iwa')))
    return { kind: 'unsupported', format: 'Apple document (Numbers)', instead: saveAsCsv };
  if (!has('content.xml'))
    return { kind: names.some((name) => /^xl\//.test(name)) && has('[Content_Types].xml') ? 'xlsx' : 'zip' };
  if (head.includes('opendocument.spreadsheet')) return { kind: 'ods' };
  return head.includes('opendocument')
    ? { kind: 'not-a-table', detected: 'an Office document' }
    : { kind: 'zip' };
};

/** A container that breaks off can't be listed: its first member tells what it was to be. */
const brokenZipKind = (head: string): FileKind => {
  if (/\[Content_Types\]\.xml|xl\/|_rels\/\.rels/.test(head)) return { kind: 'xlsx' };
  return { kind: head.includes('opendocument.spreadsheet') ? 'ods' : 'zip' };
};

const sniffZip = async (file: File, bytes: Uint8Array): Promise<FileKind> => {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const directory = await readZipDirectory(file);
  return directory.ok
    ? zipKind(
        directory.value.map(({ name }) => name),
        head,
      )
    : brokenZipKind(head);
};

const sectorOfDirectory = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return bytes.length < 52 ? 0 : (view.getUint32(48, true) + 1) * 2 ** view.getUint16(30, true);
};

/** What the directory of an OLE container names: an old workbook, a document, or an Office file with a password. */
const sniffOle = async (file: File, bytes: Uint8Array): Promise<FileKind> => {
  const at = sectorOfDirectory(bytes);
  const directory = await readBytes(file, at, at + 4096);
  const wide = (part: Uint8Array): string => new TextDecoder('utf-16le').decode(part);
  const places = [bytes, bytes.subarray(1), ...(directory.ok ? [directory.value] : [])];
  const has = (name: string): boolean => places.some((part) => wide(part).includes(name));
  if (has('EncryptedPackage')) return { kind: 'encrypted' };
  if (has('WordDocument') || has('PowerPoint Document'))
    return { kind: 'not-a-table', detected: 'an Office document' };
  return { kind: 'xls' };
};

/** Tells the format of a file from its bytes, of containers also from what lies inside. */
export const sniffFile = async (file: File): Promise<Result<FileKind>> => {
  const start = await readBytes(file, 0, sniffedBytes);
  if (!start.ok) return start;
  const sniffed = sniffFormat(start.value);
  switch (sniffed.kind) {
    case 'zip':
      return ok(await sniffZip(file, start.value));
    case 'ole':
      return ok(await sniffOle(file, start.value));
    default:
      return ok(sniffed as FileKind);
  }
};
