import {
  parquetMetadataAsync,
  parquetSchema,
  type FileMetaData,
  type RowGroup,
  type SchemaElement,
} from 'hyparquet';
import type { ArrowColumn } from '../arrow-columns.ts';
import type { ColumnarReader } from '../columnar-reader.ts';
import { utcIssue } from '../utc-issue.ts';
import { columnsOf, fieldsOf } from './parquet-fields.ts';
import { readField, type GroupRows } from './read-field.ts';

/** Small row groups are read together: the engine takes many rows at once much faster. */
const mostRowsTogether = 600_000;
const mostBytesTogether = 96 * 1024 * 1024;

const rowsOf = (groups: readonly RowGroup[]): number =>
  groups.reduce((rows, group) => rows + Number(group.num_rows), 0);

/** The groups from a place on that are read together: at least one. */
const together = (groups: readonly RowGroup[], from: number): readonly RowGroup[] => {
  let rows = 0;
  let bytes = 0;
  const end = groups.slice(from).findIndex((group) => {
    rows += Number(group.num_rows);
    bytes += Number(group.total_byte_size);
    return rows > mostRowsTogether || bytes > mostBytesTogether;
  });
  return groups.slice(from, end < 0 ? undefined : from + Math.max(1, end));
};

/** A file that the reader asks for pieces; it hands out copies, so that nothing is kept. */
const metadataOf = (file: Blob): Promise<FileMetaData> =>
  parquetMetadataAsync({ byteLength: file.size, slice: (from, to) => file.slice(from, to).arrayBuffer() });

/** Whether a column's timestamps are moments in UTC, not what a clock showed. */
const isUtc = ({ logical_type: logical, converted_type: converted }: SchemaElement): boolean =>
  logical === undefined
    ? converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS'
    : logical.type === 'TIMESTAMP' && logical.isAdjustedToUTC;

/** Opens a Parquet file; its rows come by row groups. Throws where the file is damaged or encrypted. */
export const openParquet = async (file: Blob): Promise<ColumnarReader> => {
  const metadata = await metadataOf(file);
  const fields = fieldsOf(parquetSchema(metadata));
  const groups = metadata.row_groups.filter((group) => group.num_rows > 0n);
  let at = 0;
  let unreadable = 0;
  return {
    columns: fields.flatMap(columnsOf),
    rows: rowsOf(groups),
    next: async (most = Infinity) => {
      const taken = most === Infinity ? together(groups, at) : groups.slice(at, at + 1);
      if (taken.length === 0) return undefined;
      at += taken.length;
      const wanted: GroupRows = { groups: taken, rows: Math.min(rowsOf(taken), most) };
      const columns: ArrowColumn[] = [];
      for (const field of fields) {
        const read = await readField(file, wanted, field);
        columns.push(...read.columns);
        unreadable += read.unreadable;
      }
      return { columns, rows: wanted.rows };
    },
    skip: (batches) => {
      for (let left = batches; left > 0 && at < groups.length; left -= 1) at += together(groups, at).length;
    },
    issues: () => {
      const utc = utcIssue(metadata.schema.filter(isUtc).map(({ name }) => name));
      if (unreadable === 0) return utc;
      const message = 'Timestamps outside of the years 1 to 9999 were left empty';
      return [...utc, { severity: 'warning', code: 'unreadable-values', message, count: unreadable }];
    },
  };
};
