import {
  bool,
  dateDay,
  decimal,
  float64,
  int32,
  tableFromArrays,
  tableFromIPC,
  tableToIPC,
  timestamp,
  utf8,
  TimeUnit,
  type DataType,
} from '@uwdata/flechette';
import { sqlTypeName } from '../../data/sql/decode-rows.ts';
import type { SampleColumn, SampleTable } from '../../data/samples/sample-tables.ts';
import type { SqlType } from '../../data/tables/table.ts';

const millisecondsPerDay = 86_400_000;

const arrowTypes: Readonly<Record<SqlType, () => DataType>> = {
  VARCHAR: utf8,
  INTEGER: int32,
  DOUBLE: float64,
  'DECIMAL(18,4)': () => decimal(18, 4, 128),
  DATE: dateDay,
  TIMESTAMP: () => timestamp(TimeUnit.MICROSECOND),
  BOOLEAN: bool,
};

/** Flechette takes dates in milliseconds; generated tables hold whole days. */
const arrowValues = (column: SampleColumn): unknown[] =>
  column.type === 'DATE'
    ? column.values.map((value) => (value === null ? null : Number(value) * millisecondsPerDay))
    : [...column.values];

/** A generated table as an Arrow IPC stream with its end mark, every column in its declared type. */
export const streamOfSample = (table: SampleTable): Uint8Array => {
  const types = Object.fromEntries(table.columns.map((column) => [column.name, arrowTypes[column.type]()]));
  const arrays = table.columns.map((column): [string, unknown[]] => [column.name, arrowValues(column)]);
  const bytes = tableToIPC(tableFromArrays(arrays, { types }), { format: 'stream' });
  if (bytes === null) throw new Error('No bytes without a sink of our own');
  return bytes;
};

/** A column of an Arrow stream. */
export interface StreamColumn {
  readonly name: string;
  readonly type: string;
}

/** What an Arrow IPC stream holds, without decoding values; undefined when it is not such a stream. */
export const lookIntoStream = (
  stream: Uint8Array,
): { readonly columns: readonly StreamColumn[]; readonly rows: number } | undefined => {
  try {
    const table = tableFromIPC(stream);
    const columns = table.schema.fields.map(({ name, type }) => ({ name, type: sqlTypeName(type) }));
    return { columns, rows: table.numRows };
  } catch {
    return undefined;
  }
};
