import type { ColumnMetaData, Compressors, DecodedArray, Encoding, PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompressPage } from 'hyparquet/src/datapage.js';
import { crc32 } from '../../archives/crc32.ts';
import { bitWidth, readBitRuns, type ByteCursor } from './bit-runs.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';
import { readValues } from './read-values.ts';

/** Values of one page. */
export interface ParquetPage {
  /** Entries, nulls included. */
  readonly entries: number;
  readonly definitions: Uint8Array | undefined;
  readonly repetitions: Uint8Array | undefined;
  /** The values that are there: plain ones, or places in the dictionary. */
  readonly values: DecodedArray;
  readonly isIndexed: boolean;
  /** What the places refer to; all pages of a row group share it. */
  readonly dictionary: DecodedArray | undefined;
}

/** A column of one or several row groups. */
export interface ParquetChunk {
  readonly pages: readonly ParquetPage[];
  readonly entries: number;
}

const mostEntries = 2 ** 28;
const mostPageBytes = 2 ** 30;

/** What is needed to decode the pages of a column. */
interface PageContext {
  readonly dictionary?: DecodedArray | undefined;
  readonly leaf: ParquetLeaf;
  readonly column: ColumnMetaData;
  readonly compressors: Compressors;
}

const countPresent = (definitions: Uint8Array | undefined, entries: number, definition: number): number => {
  if (definitions === undefined) return entries;
  let present = 0;
  for (const level of definitions) if (level === definition) present += 1;
  return present;
};

/** Levels with their length before them, as in pages of the first version. */
const readLevels = (cursor: ByteCursor, largest: number, entries: number): Uint8Array | undefined => {
  if (largest === 0) return undefined;
  const { bytes, at } = cursor;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
  const levels = new Uint8Array(entries);
  readBitRuns({ bytes: bytes.subarray(at + 4, at + 4 + length), at: 0 }, bitWidth(largest), levels);
  cursor.at = at + 4 + length;
  return levels;
};

const makePage = (
  encoding: Encoding,
  { leaf, dictionary }: PageContext,
  bytes: Uint8Array,
  levels: Pick<ParquetPage, 'entries' | 'definitions' | 'repetitions'>,
): ParquetPage => {
  const present = countPresent(levels.definitions, levels.entries, leaf.definition);
  return {
    entries: levels.entries,
    definitions: present === levels.entries && leaf.repetition === 0 ? undefined : levels.definitions,
    repetitions: levels.repetitions,
    values: readValues(encoding, leaf, bytes, present),
    isIndexed: encoding.endsWith('DICTIONARY'),
    dictionary,
  };
};

const readFirstVersion = (header: PageHeader, packed: Uint8Array, context: PageContext): ParquetPage => {
  const { leaf, column, compressors } = context;
  const page = header.data_page_header;
  if (page === undefined) throw new Error('A page has no header');
  const bytes = decompressPage(packed, header.uncompressed_page_size, column.codec, compressors);
  const cursor: ByteCursor = { bytes, at: 0 };
  const entries = page.num_values;
  const repetitions = readLevels(cursor, leaf.repetition, entries);
  const definitions = readLevels(cursor, leaf.definition, entries);
  return makePage(page.encoding, context, bytes.subarray(cursor.at), { entries, definitions, repetitions });
};

const readSecondVersion = (header: PageHeader, packed: Uint8Array, context: PageContext): ParquetPage => {
  const { leaf, column, compressors } = context;
  const page = header.data_page_header_v2;
  if (page === undefined) throw new Error('A page has no header');
  const repetitionBytes = page.repetition_levels_byte_length;
  const levelBytes = repetitionBytes + page.definition_levels_byte_length;
  const entries = page.num_values;
  const levels = (from: number, to: number, largest: number): Uint8Array | undefined => {
    if (largest === 0) return undefined;
    const output = new Uint8Array(entries);
    readBitRuns({ bytes: packed.subarray(from, to), at: 0 }, bitWidth(largest), output);
    return output;
  };
  const repetitions = levels(0, repetitionBytes, leaf.repetition);
  const definitions = levels(repetitionBytes, levelBytes, leaf.definition);
  const rest = packed.subarray(levelBytes);
  const size = header.uncompressed_page_size - levelBytes;
  const isPacked = page.is_compressed !== false && size > 0;
  const bytes = isPacked ? decompressPage(rest, size, column.codec, compressors) : rest;
  return makePage(page.encoding, context, bytes, { entries, definitions, repetitions });
};

/** The page's bytes as they stand in the file, their check sum verified where the writer left one. */
const packedBytes = (header: PageHeader, reader: { view: DataView; offset: number }): Uint8Array => {
  const { view, offset } = reader;
  const { compressed_page_size: size, uncompressed_page_size: unpacked, crc } = header;
  if (size < 0 || offset + size > view.byteLength) throw new Error('A page goes beyond its column');
  if (unpacked < 0 || unpacked > mostPageBytes)
    throw new Error(`A page is said to hold ${unpacked} bytes: at most ${mostPageBytes} are read at once`);
  const bytes = new Uint8Array(view.buffer, view.byteOffset + offset, size);
  reader.offset += size;
  if (crc !== undefined && (crc32(bytes) | 0) !== crc) throw new Error('The check sum of a page is wrong');
  return bytes;
};

const readDictionary = (
  header: PageHeader,
  packed: Uint8Array,
  { leaf, column, compressors }: PageContext,
): DecodedArray => {
  const count = header.dictionary_page_header?.num_values ?? 0;
  const bytes = decompressPage(packed, header.uncompressed_page_size, column.codec, compressors);
  if (count < 0 || count > bytes.length * 8) throw new Error(`A dictionary claims to hold ${count} values`);
  return readValues('PLAIN', leaf, bytes, count);
};

const checkPage = (entries: number, read: number, expected: number): void => {
  if (entries < 0 || entries > mostEntries || read + entries > expected)
    throw new Error(`A page claims to hold ${entries} values, and its column has ${expected}`);
};

/**
 * Decodes the pages of a column chunk, only as many as are needed for `wanted` entries.
 * @param bytes length of the chunk by the file's word; the buffer may be longer, as the last page may
 */
export const readChunk = (
  buffer: ArrayBuffer,
  bytes: number,
  context: PageContext,
  wanted: number,
): ParquetChunk => {
  const reader = { view: new DataView(buffer), offset: 0 };
  const expected = Number(context.column.num_values);
  const pages: ParquetPage[] = [];
  let dictionary: DecodedArray | undefined;
  let entries = 0;
  while (entries < Math.min(expected, wanted) && reader.offset < bytes) {
    const header = parquetHeader(reader);
    const packed = packedBytes(header, reader);
    if (header.type === 'DICTIONARY_PAGE') dictionary = readDictionary(header, packed, context);
    if (header.type !== 'DATA_PAGE' && header.type !== 'DATA_PAGE_V2') continue;
    const isFirst = header.type === 'DATA_PAGE';
    const claimed = (isFirst ? header.data_page_header : header.data_page_header_v2)?.num_values ?? -1;
    checkPage(claimed, entries, expected);
    const page = (isFirst ? readFirstVersion : readSecondVersion)(header, packed, {
      ...context,
      dictionary,
    });
    pages.push(page);
    entries += page.entries;
  }
  if (entries < Math.min(expected, wanted))
    throw new Error(`A column ends after ${entries} of ${expected} values`);
  return { pages, entries };
};
