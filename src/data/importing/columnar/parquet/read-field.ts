import type { RowGroup } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { textColumn, type ArrowColumn } from '../arrow-columns.ts';
import { EncryptedFileError } from '../columnar-problem.ts';
import { flatColumn } from './flat-column.ts';
import { leafKind } from './leaf-kind.ts';
import { nestedParts, nestedTexts } from './nested-column.ts';
import type { ParquetField } from './parquet-fields.ts';
import { readChunk, type ParquetChunk } from './read-chunk.ts';

/** Row groups that are read together, and how many of their rows. */
export interface GroupRows {
  readonly groups: readonly RowGroup[];
  readonly rows: number;
}

/** The columns of a field, and how many of their values are none. */
export interface ReadField {
  readonly columns: readonly ArrowColumn[];
  readonly unreadable: number;
}

/** Old writers left the header of the dictionary out when they counted a column's bytes (PARQUET-816). */
const forgottenBytes = 100;

/** Reads a leaf's bytes of a row group and decodes them. */
const readLeaf = async (
  file: Blob,
  group: RowGroup,
  { leaf, index }: ParquetField['leaves'][number],
  wanted: number,
): Promise<ParquetChunk> => {
  const stored = group.columns[index];
  if (stored?.crypto_metadata !== undefined) throw new EncryptedFileError();
  const column = stored?.meta_data;
  if (column === undefined || column.path_in_schema.join('.') !== leaf.path.join('.'))
    throw new Error(`The column ${leaf.path.join('.')} is missing in a row group`);
  const dictionary = Number(column.dictionary_page_offset ?? 0);
  const data = Number(column.data_page_offset);
  const from = dictionary > 0 && dictionary < data ? dictionary : data;
  const bytes = Number(column.total_compressed_size);
  if (from < 0 || bytes < 0 || from + bytes > file.size) throw new Error('A column lies outside of the file');
  const buffer = await file.slice(from, from + bytes + forgottenBytes).arrayBuffer();
  return readChunk(buffer, bytes, { leaf, column, compressors }, wanted);
};

/** A leaf's pages of all groups. Each group must have as many values as rows, or what follows would be shifted. */
const readFlatLeaf = async (
  file: Blob,
  { groups, rows }: GroupRows,
  place: ParquetField['leaves'][number],
): Promise<ParquetChunk> => {
  const chunks: ParquetChunk[] = [];
  for (const group of groups) {
    const wanted = Math.min(rows, Number(group.num_rows));
    const chunk = await readLeaf(file, group, place, wanted);
    const isWhole = wanted === Number(group.num_rows);
    if (chunk.entries < wanted || (isWhole && chunk.entries > wanted))
      throw new Error(`A column has ${chunk.entries} of ${wanted} rows`);
    chunks.push(chunk);
  }
  return {
    pages: chunks.flatMap(({ pages }) => pages),
    entries: chunks.reduce((sum, { entries }) => sum + entries, 0),
  };
};

const readNestedField = async (
  file: Blob,
  { groups, rows }: GroupRows,
  field: ParquetField,
): Promise<readonly ArrowColumn[]> => {
  const parts = nestedParts(field.node);
  const texts: (string | null)[][] = parts.map(() => []);
  for (const group of groups) {
    const chunks = [];
    for (const place of field.leaves)
      chunks.push({ leaf: place.leaf, chunk: await readLeaf(file, group, place, Infinity) });
    const wanted = Math.min(rows, Number(group.num_rows));
    const found = nestedTexts(field.node, parts, chunks, wanted);
    texts.forEach((column, index) => {
      for (const text of found[index] ?? []) column.push(text);
    });
  }
  return texts.map(textColumn);
};

/** Reads a field of some row groups. Throws where the file is damaged or encrypted. */
export const readField = async (file: Blob, groups: GroupRows, field: ParquetField): Promise<ReadField> => {
  if (field.isNested) return { columns: await readNestedField(file, groups, field), unreadable: 0 };
  const columns: ArrowColumn[] = [];
  let unreadable = 0;
  for (const place of field.leaves) {
    const chunk = await readFlatLeaf(file, groups, place);
    const flat = flatColumn(chunk, place.leaf, leafKind(place.leaf.element), groups.rows);
    columns.push(flat.column);
    unreadable += flat.unreadable;
  }
  return { columns, unreadable };
};
