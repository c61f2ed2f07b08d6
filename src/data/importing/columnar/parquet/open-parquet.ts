import {
  parquetMetadataAsync,
  parquetSchema,
  type FileMetaData,
  type RowGroup,
  type SchemaTree,
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { toStream, type ArrowColumn } from '../arrow-columns.ts';
import { EncryptedFileError } from '../columnar-problem.ts';
import type { ColumnarReader } from '../columnar-reader.ts';
import type { NativeColumn } from '../native-column.ts';
import { flatColumn } from './flat-column.ts';
import { leafKind, nativeType } from './leaf-kind.ts';
import { nestedColumns, nestedParts } from './nested-column.ts';
import { leavesOf, type ParquetLeaf } from './parquet-leaf.ts';
import { readChunk, type ParquetChunk } from './read-chunk.ts';

/** A field of the file's first level, with its leaves and where they are among all leaves. */
interface Field {
  readonly node: SchemaTree;
  readonly leaves: readonly { readonly leaf: ParquetLeaf; readonly index: number }[];
  readonly isNested: boolean;
}

const fieldsOf = (root: SchemaTree): readonly Field[] => {
  let index = 0;
  return root.children.map((node) => {
    const leaves = leavesOf(node, [root]).map((leaf) => ({ leaf, index: index++ }));
    const isNested = leaves.some(
      ({ leaf }) =>
        leaf.repetition > 0 || leaf.nodes.some(({ element }) => element.logical_type?.type === 'VARIANT'),
    );
    return { node, leaves, isNested };
  });
};

const columnsOf = ({ node, leaves, isNested }: Field): readonly NativeColumn[] =>
  isNested
    ? nestedParts(node).map(({ name }) => ({ name, type: 'VARCHAR' }))
    : leaves.map(({ leaf }) => ({ name: leaf.path.join('.'), type: nativeType(leafKind(leaf.element)) }));

/** Old writers left the header of the dictionary out when they counted a column's bytes (PARQUET-816). */
const forgottenBytes = 100;

/** Reads a leaf's bytes of a row group and decodes them. */
const readLeaf = async (
  file: Blob,
  group: RowGroup,
  { leaf, index }: Field['leaves'][number],
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

interface ReadField {
  readonly columns: readonly ArrowColumn[];
  readonly unreadable: number;
}

const readField = async (file: Blob, group: RowGroup, field: Field, rows: number): Promise<ReadField> => {
  if (field.isNested) {
    const chunks = [];
    for (const place of field.leaves)
      chunks.push({ leaf: place.leaf, chunk: await readLeaf(file, group, place, Infinity) });
    return { columns: nestedColumns(field.node, nestedParts(field.node), chunks, rows), unreadable: 0 };
  }
  const columns: ArrowColumn[] = [];
  let unreadable = 0;
  for (const place of field.leaves) {
    const chunk = await readLeaf(file, group, place, rows);
    if (chunk.entries < rows) throw new Error(`A column has ${chunk.entries} of ${rows} rows`);
    const flat = flatColumn(chunk, place.leaf, leafKind(place.leaf.element), rows);
    columns.push(flat.column);
    unreadable += flat.unreadable;
  }
  return { columns, unreadable };
};

/** A file that the reader asks for pieces; it hands out copies, so that nothing is kept. */
const metadataOf = (file: Blob): Promise<FileMetaData> =>
  parquetMetadataAsync({ byteLength: file.size, slice: (from, to) => file.slice(from, to).arrayBuffer() });

/** Opens a Parquet file; its rows come by row groups. Throws where the file is damaged or encrypted. */
export const openParquet = async (file: Blob): Promise<ColumnarReader> => {
  const metadata = await metadataOf(file);
  const fields = fieldsOf(parquetSchema(metadata));
  const groups = metadata.row_groups.filter((group) => group.num_rows > 0n);
  let at = 0;
  let unreadable = 0;
  return {
    columns: fields.flatMap(columnsOf),
    rows: groups.reduce((rows, group) => rows + Number(group.num_rows), 0),
    next: async (most = Infinity) => {
      const group = groups[at];
      if (group === undefined) return undefined;
      at += 1;
      const rows = Math.min(Number(group.num_rows), most);
      const columns: ArrowColumn[] = [];
      for (const field of fields) {
        const read = await readField(file, group, field, rows);
        columns.push(...read.columns);
        unreadable += read.unreadable;
      }
      return { stream: toStream(columns), rows };
    },
    issues: () => {
      if (unreadable === 0) return [];
      const message = 'Timestamps outside of the years 1 to 9999 were left empty';
      return [{ severity: 'warning', code: 'unreadable-values', message, count: unreadable }];
    },
  };
};
