import { tableFromIPC, type Column } from '@uwdata/flechette';
import { ok, type Result } from '../../../core/result.ts';
import type { ColumnarSource } from '../import-tools.ts';
import { csvLine } from '../format/csv-writer.ts';
import { momentText, shortFloat } from './moment-text.ts';
import type { NativeType } from './native-column.ts';

/** The first rows of a typed file as CSV. */
export interface ColumnsSample {
  readonly csv: string;
  readonly rows: number;
  /** Some values have decimals. */
  readonly hasDecimals: boolean;
}

const sampledRows = 2000;

const asText = (value: unknown, type: NativeType): string => {
  if (value === null || value === undefined) return '';
  switch (type) {
    case 'DATE':
      return new Date(Number(value)).toISOString().slice(0, 10);
    case 'TIMESTAMP':
      return momentText(BigInt(value as bigint));
    case 'FLOAT':
      return String(shortFloat(Number(value)));
    default:
      return String(value as string | number | boolean | bigint);
  }
};

/** A decoder of values that can't be a date or a number any more gives the text of none. */
const safeText = (value: unknown, type: NativeType): string => {
  try {
    return asText(value, type);
  } catch {
    return '';
  }
};

/** Microseconds, whatever the unit of the column is. */
const inMicroseconds = (column: Column<unknown>, type: NativeType): ((value: unknown) => unknown) => {
  if (type !== 'TIMESTAMP' || !('unit' in column.type)) return (value) => value;
  const ticks = 1000n ** BigInt(column.type.unit as number);
  return (value) => (typeof value === 'bigint' ? (value * 1_000_000n) / ticks : value);
};

/** Reads the first rows of a typed file and closes it. */
export const sampleColumns = async (source: ColumnarSource): Promise<Result<ColumnsSample>> => {
  try {
    const header = csvLine(source.columns.map(({ name }) => name));
    const batch = await source.next(sampledRows);
    if (!batch.ok) return batch;
    if (batch.value === undefined) return ok({ csv: header, rows: 0, hasDecimals: false });
    const table = tableFromIPC(batch.value.stream, { useBigInt: true, useBigIntTimestamp: true });
    const rows = Math.min(batch.value.rows, sampledRows);
    const columns = source.columns.map(({ type }, index) => {
      const column = table.getChildAt(index);
      const convert = inMicroseconds(column, type);
      return Array.from({ length: rows }, (_, row) => safeText(convert(column.at(row)), type));
    });
    const lines = Array.from({ length: rows }, (_, row) => csvLine(columns.map((cells) => cells[row] ?? '')));
    const hasDecimals = source.columns.some(
      ({ type }, index) =>
        /^(FLOAT|DOUBLE|DECIMAL)/.test(type) && (columns[index] ?? []).some((cell) => cell.includes('.')),
    );
    return ok({ csv: header + lines.join(''), rows, hasDecimals });
  } finally {
    source.close();
  }
};
