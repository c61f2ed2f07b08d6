import {
  bool,
  dateDay,
  decimal,
  dictionary,
  float64,
  int32,
  tableFromArrays,
  tableToIPC,
  timestamp,
  utf8,
  TimeUnit,
  type DataType,
} from '@uwdata/flechette';
import type { SqlType } from '../tables/table.ts';
import type { SampleColumn, SampleTable } from './sample-tables.ts';

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

/**
 * Values as flechette's builders take them: days in milliseconds, and decimals as whole numbers of their last place (it
 * would cut a plain number instead of rounding it: 4.35 becomes 4.3499).
 */
const arrowValues = ({ type, values }: SampleColumn): unknown[] => {
  if (type === 'DATE') return values.map((day) => (day === null ? null : Number(day) * millisecondsPerDay));
  if (type === 'DECIMAL(18,4)')
    return values.map((money) => (money === null ? null : BigInt(Math.round(Number(money) * 10_000))));
  return [...values];
};

const sampled = 4000;

/** Text that repeats itself is written once and referred to, which is several times faster to write and to insert. */
const arrowType = ({ type, values }: SampleColumn): DataType => {
  const head = values.slice(0, sampled);
  const repeats = type === 'VARCHAR' && new Set(head).size * 2 <= head.length;
  return repeats ? dictionary(utf8(), int32()) : arrowTypes[type]();
};

/** A generated table as an Arrow IPC stream with its end mark, every column in its declared type. */
export const streamOfSample = (table: SampleTable): Uint8Array => {
  const types = Object.fromEntries(table.columns.map((column) => [column.name, arrowType(column)]));
  const arrays = table.columns.map((column): [string, unknown[]] => [column.name, arrowValues(column)]);
  const bytes = tableToIPC(tableFromArrays(arrays, { types }), { format: 'stream' });
  if (bytes === null) throw new Error('No bytes without a sink of our own');
  return bytes;
};
