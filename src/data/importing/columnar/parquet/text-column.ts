import { utf8 } from '@uwdata/flechette';
import { columnOf, dictionaryColumn, textColumn, type ArrowColumn } from '../arrow-columns.ts';
import { eachPage, RowMarks } from './each-page.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';
import { presentValues } from './present-values.ts';
import type { ParquetChunk } from './read-chunk.ts';
import { hexText } from './write-value.ts';

const isUtf8 = (bytes: Uint8Array): boolean => {
  let at = 0;
  while (at < bytes.length && (bytes[at] as number) - 1 < 127 && bytes[at] !== 0) at += 1;
  if (at === bytes.length) return true;
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
};

/** Bytes as text where they are one, else as hexadecimal digits. */
export const bytesText = (bytes: Uint8Array): string =>
  isUtf8(bytes) ? new TextDecoder().decode(bytes) : hexText(bytes);

/** Texts one after another, with the place where each ends. */
class JoinedTexts {
  #bytes: Uint8Array;
  #at = 0;
  readonly offsets: Int32Array;

  constructor(rows: number, bytes: number) {
    this.#bytes = new Uint8Array(bytes);
    this.offsets = new Int32Array(rows + 1);
  }

  add(row: number, text: Uint8Array): void {
    if (this.#at + text.length > this.#bytes.length) {
      const larger = new Uint8Array((this.#at + text.length) * 2);
      larger.set(this.#bytes.subarray(0, this.#at));
      this.#bytes = larger;
    }
    if (text.length > 24) this.#bytes.set(text, this.#at);
    else
      for (let byte = 0; byte < text.length; byte += 1) this.#bytes[this.#at + byte] = text[byte] as number;
    this.#at += text.length;
    this.offsets[row + 1] = this.#at;
  }

  /** Rows without a text are as long as nothing. */
  done(): { values: Uint8Array; offsets: Int32Array } {
    for (let row = 1; row < this.offsets.length; row += 1)
      if ((this.offsets[row] as number) < (this.offsets[row - 1] as number))
        this.offsets[row] = this.offsets[row - 1] as number;
    return { values: this.#bytes.subarray(0, this.#at), offsets: this.offsets };
  }
}

/** A column of different texts. */
const distinctTexts = (texts: readonly Uint8Array[]): ArrowColumn => {
  const joined = new JoinedTexts(texts.length, 1024);
  texts.forEach((text, row) => joined.add(row, text));
  const buffers = joined.done();
  return isUtf8(buffers.values)
    ? columnOf(utf8(), { length: texts.length, validity: undefined, ...buffers })
    : textColumn(texts.map(bytesText));
};

type Texts = readonly Uint8Array[];

/** The texts of all dictionaries one after another, and where each dictionary begins. */
const joinDictionaries = ({ pages }: ParquetChunk): { texts: Texts; starts: ReadonlyMap<Texts, number> } => {
  const starts = new Map<Texts, number>();
  const texts: Uint8Array[] = [];
  for (const page of pages) {
    const dictionary = page.dictionary as unknown as Texts;
    if (starts.has(dictionary)) continue;
    starts.set(dictionary, texts.length);
    for (const text of dictionary) texts.push(text);
  }
  return { texts, starts };
};

const indexedColumn = (chunk: ParquetChunk, leaf: ParquetLeaf, rows: number): ArrowColumn => {
  const { texts, starts } = joinDictionaries(chunk);
  const places = new Int32Array(rows);
  const marks = new RowMarks(rows);
  eachPage(chunk, leaf, rows, marks, (page, from, present) => {
    const dictionary = page.dictionary as unknown as Texts;
    const start = starts.get(dictionary) ?? 0;
    for (let at = 0; at < page.values.length; at += 1) {
      const index = page.values[at] as number;
      if (index >= dictionary.length)
        throw new Error(`A page refers to value ${index} of ${dictionary.length}`);
      places[present?.[at] ?? from + at] = start + index;
    }
  });
  return dictionaryColumn(distinctTexts(texts), places, marks.validity);
};

const spelledColumn = (chunk: ParquetChunk, leaf: ParquetLeaf, rows: number): ArrowColumn => {
  const joined = new JoinedTexts(rows, rows * 16);
  const marks = new RowMarks(rows);
  eachPage(chunk, leaf, rows, marks, (page, from, places) => {
    const values = presentValues(page) as unknown as readonly Uint8Array[];
    for (let at = 0; at < values.length; at += 1) {
      const row = places?.[at] ?? from + at;
      if (row < rows) joined.add(row, values[at] as Uint8Array);
    }
  });
  const { values, offsets } = joined.done();
  const { validity } = marks;
  if (isUtf8(values)) return columnOf(utf8(), { length: rows, validity, values, offsets });
  return textColumn(
    Array.from({ length: rows }, (_, row) => {
      const isNull = validity !== undefined && !((validity.bits[row >> 3] as number) & (1 << (row & 7)));
      return isNull ? null : bytesText(values.subarray(offsets[row], offsets[row + 1]));
    }),
  );
};

/** A column of texts. Where all pages look them up in a dictionary, so does the column. */
export const bytesColumn = (chunk: ParquetChunk, leaf: ParquetLeaf, rows: number): ArrowColumn => {
  const isIndexed = chunk.pages.every(({ isIndexed, dictionary = [] }) => isIndexed && dictionary.length > 0);
  return isIndexed && chunk.pages.length > 0
    ? indexedColumn(chunk, leaf, rows)
    : spelledColumn(chunk, leaf, rows);
};
