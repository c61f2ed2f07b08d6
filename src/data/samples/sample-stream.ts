import {
  bool,
  dateDay,
  decimal,
  dictionary,
  float64,
  int16,
  int32,
  int8,
  tableFromArrays,
  tableToIPC,
  timestamp,
  utf8,
  TimeUnit,
  type DataType,
  type IntType,
} from '@uwdata/flechette';
import { canonicalTables } from '../tables/canonical-tables.ts';
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

/** Types whose values are longer than the number of an entry. */
const longTypes: readonly SqlType[] = ['VARCHAR', 'DECIMAL(18,4)', 'DOUBLE'];

/** The shortest whole number that can count so many entries. */
const entryNumber = (entries: number): IntType => {
  if (entries <= 0x7f) return int8();
  return entries <= 0x7fff ? int16() : int32();
};

/** Values that repeat themselves are written once and referred to, which is several times faster to write and to insert. */
const arrowType = ({ type, values }: SampleColumn): DataType => {
  const different = new Set(values).size;
  const repeats = longTypes.includes(type) && different * 2 <= values.length;
  return repeats ? dictionary(arrowTypes[type](), entryNumber(different)) : arrowTypes[type]();
};

/** All columns that a canonical table is declared with, in that order: one that fits at once is inserted as it is. */
const declaredColumns = (table: SampleTable): readonly SampleColumn[] => {
  const declared = canonicalTables.find(({ name }) => name === table.name)?.columns ?? table.columns;
  return declared.map(
    ({ name, type }) =>
      table.columns.find((column) => column.name === name) ?? {
        name,
        type,
        values: Array.from({ length: table.rows }, () => null),
      },
  );
};

/** A generated table as an Arrow IPC stream with its end mark, every column in its declared type. */
export const streamOfSample = (table: SampleTable): Uint8Array => {
  const columns = declaredColumns(table);
  const types = Object.fromEntries(columns.map((column) => [column.name, arrowType(column)]));
  const arrays = columns.map((column): [string, unknown[]] => [column.name, arrowValues(column)]);
  const bytes = tableToIPC(tableFromArrays(arrays, { types }), { format: 'stream' });
  if (bytes === null) throw new Error('No bytes without a sink of our own');
  return bytes;
};
