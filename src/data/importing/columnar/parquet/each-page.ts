import type { Validity } from '../arrow-columns.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';
import type { ParquetChunk, ParquetPage } from './read-chunk.ts';

/** Marks of the rows that have a value, made only once one has none. */
export class RowMarks {
  #bits: Uint8Array | undefined;
  #nulls = 0;
  readonly #rows: number;

  constructor(rows: number) {
    this.#rows = rows;
  }

  /** Takes the value of a row away. */
  clear(row: number): void {
    this.#bits ??= new Uint8Array(Math.ceil(this.#rows / 8)).fill(255);
    this.#bits[row >> 3] = (this.#bits[row >> 3] as number) & ~(1 << (row & 7));
    this.#nulls += 1;
  }

  get validity(): Validity | undefined {
    return this.#bits === undefined ? undefined : { bits: this.#bits, nulls: this.#nulls };
  }
}

/** The rows of a page that have a value, as places in the column; undefined when all have. */
const presentRows = (
  page: ParquetPage,
  leaf: ParquetLeaf,
  from: number,
  rows: number,
  marks: RowMarks,
): Int32Array | undefined => {
  if (page.definitions === undefined) return undefined;
  const places = new Int32Array(page.values.length);
  let present = 0;
  for (let entry = 0; entry < page.entries; entry += 1) {
    if (page.definitions[entry] === leaf.definition) places[present++] = from + entry;
    else if (from + entry < rows) marks.clear(from + entry);
  }
  return places;
};

/** Calls back with each page's place in the column and the rows that its values belong to. */
export const eachPage = (
  chunk: ParquetChunk,
  leaf: ParquetLeaf,
  rows: number,
  marks: RowMarks,
  onPage: (page: ParquetPage, from: number, places: Int32Array | undefined) => void,
): void => {
  let from = 0;
  for (const page of chunk.pages) {
    onPage(page, from, presentRows(page, leaf, from, rows, marks));
    from += page.entries;
  }
};
