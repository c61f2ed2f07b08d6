import { columnOf, textColumn, type ArrowColumn } from '../arrow-columns.ts';
import { eachPage, RowMarks } from './each-page.ts';
import { flatForm, type FlatForm } from './flat-values.ts';
import type { LeafKind } from './leaf-kind.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';
import { presentValues } from './present-values.ts';
import type { ParquetChunk } from './read-chunk.ts';
import { bytesColumn } from './text-column.ts';
import { writeValue, type RawValue } from './write-value.ts';

/** A column of a row group, and how many of its values are none. */
export interface FlatColumn {
  readonly column: ArrowColumn;
  readonly unreadable: number;
}

/** Puts the values of a page in their rows; the rows of those that are none lose their value. */
const place = (
  target: ReturnType<FlatForm['make']>,
  form: FlatForm,
  page: ReturnType<FlatForm['convert']>,
  from: number,
  places: Int32Array | undefined,
): void => {
  const { width } = form;
  const { values } = page;
  if (places === undefined) {
    const room = target.length - from * width;
    target.set((values.length > room ? values.subarray(0, room) : values) as never, from * width);
    return;
  }
  for (let at = 0; at < places.length; at += 1)
    for (let part = 0; part < width; part += 1)
      target[(places[at] as number) * width + part] = values[at * width + part] as never;
};

const packBits = (bytes: ArrayLike<number | bigint>): Uint8Array => {
  const bits = new Uint8Array(Math.ceil(bytes.length / 8));
  for (let at = 0; at < bytes.length; at += 1)
    if (bytes[at]) bits[at >> 3] = (bits[at >> 3] as number) | (1 << (at & 7));
  return bits;
};

const numberColumn = (
  chunk: ParquetChunk,
  leaf: ParquetLeaf,
  rows: number,
  form: FlatForm,
  isBoolean: boolean,
): FlatColumn => {
  const target = form.make(rows * form.width);
  const marks = new RowMarks(rows);
  let unreadable = 0;
  eachPage(chunk, leaf, rows, marks, (page, from, places) => {
    const converted = form.convert(presentValues(page));
    place(target, form, converted, from, places);
    unreadable += converted.outside.length;
    for (const at of converted.outside) {
      const row = places?.[at] ?? from + at;
      marks.clear(row);
      target[row] = 0n as never;
    }
  });
  const values = isBoolean ? packBits(target) : target;
  return { column: columnOf(form.type, { length: rows, validity: marks.validity, values }), unreadable };
};

const writtenColumn = (
  chunk: ParquetChunk,
  leaf: ParquetLeaf,
  rows: number,
  kind: Extract<LeafKind, { kind: 'written' }>,
): FlatColumn => {
  const texts = new Array<string | null>(rows).fill(null);
  eachPage(chunk, leaf, rows, new RowMarks(rows), (page, from, places) => {
    const values = presentValues(page);
    for (let at = 0; at < values.length; at += 1) {
      const row = places?.[at] ?? from + at;
      if (row < rows) texts[row] = writeValue(kind, values[at] as RawValue);
    }
  });
  return { column: textColumn(texts), unreadable: 0 };
};

/** A column that is in no list, from its pages: the first `rows` of them. */
export const flatColumn = (
  chunk: ParquetChunk,
  leaf: ParquetLeaf,
  kind: LeafKind,
  rows: number,
): FlatColumn => {
  if (kind.kind === 'written') return writtenColumn(chunk, leaf, rows, kind);
  const form = flatForm(kind);
  return form === undefined
    ? { column: bytesColumn(chunk, leaf, rows), unreadable: 0 }
    : numberColumn(chunk, leaf, rows, form, kind.kind === 'boolean');
};
