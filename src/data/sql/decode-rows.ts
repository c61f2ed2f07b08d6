import { Type, type Column, type DataType, type Table } from '@uwdata/flechette';
import type { Cell, Row } from '../row.ts';

/** ISO text of a moment without a zone: `2025-03-01T12:30:00`, with milliseconds only when there are any. */
const isoMoment = (milliseconds: number): string =>
  new Date(milliseconds).toISOString().replace(/(?:\.000)?Z$/, '');

const isoDay = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const plainNumber = (value: number | bigint): Cell => {
  if (typeof value === 'bigint') {
    const near = Number(value);
    return Number.isSafeInteger(near) ? near : value.toString();
  }
  return Number.isFinite(value) ? value : null;
};

const asJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return plainNumber(part);
    return ArrayBuffer.isView(part) ? [...(part as Uint8Array)] : part;
  });

const decoderOf = (type: DataType): ((value: unknown) => Cell) => {
  switch (type.typeId) {
    case Type.Date:
      return (value) => isoDay(value as number);
    case Type.Timestamp:
      return (value) => isoMoment(value as number);
    case Type.Int:
    case Type.Float:
    case Type.Decimal:
      return (value) => plainNumber(value as number | bigint);
    case Type.Utf8:
    case Type.LargeUtf8:
    case Type.Bool:
      return (value) => value as string | boolean;
    default:
      return (value) => (typeof value === 'string' ? value : asJson(value));
  }
};

/** The names of a result's columns; one that occurs again (a join of two tables) gets a number. */
export const columnNames = (table: Table): readonly string[] => {
  const taken = new Set<string>();
  return table.schema.fields.map(({ name }) => {
    let free = name;
    for (let number = 2; taken.has(free); number += 1) free = `${name}_${number}`;
    taken.add(free);
    return free;
  });
};

/**
 * Plain rows of a query result: dates and timestamps as ISO text without a zone, decimals and counts as numbers
 * (a whole number beyond 2^53 as text), NaN and infinities as null, lists and structs as JSON text.
 * The table must have been decoded with {@link decodeOptions}.
 */
export const decodeRows = (table: Table, limit: number = table.numRows): Row[] => {
  const count = Math.min(limit, table.numRows);
  const rows: Record<string, Cell>[] = Array.from({ length: count }, () => ({}));
  const names = columnNames(table);
  table.schema.fields.forEach((field, position) => {
    const name = names[position] ?? field.name;
    const decode = decoderOf(field.type);
    const column: Column<unknown> = table.getChildAt(position);
    let at = 0;
    for (const value of column) {
      if (at >= count) break;
      const row = rows[at++];
      if (row) row[name] = value === null || value === undefined ? null : decode(value);
    }
  });
  return rows;
};

/** How a result must be decoded for {@link decodeRows}: whole numbers exactly, everything else as numbers. */
export const decodeOptions = { useBigInt: true } as const;

const typeNames: Readonly<Partial<Record<number, string>>> = {
  [Type.Utf8]: 'VARCHAR',
  [Type.LargeUtf8]: 'VARCHAR',
  [Type.Bool]: 'BOOLEAN',
  [Type.Date]: 'DATE',
  [Type.Timestamp]: 'TIMESTAMP',
  [Type.Time]: 'TIME',
  [Type.Interval]: 'INTERVAL',
  [Type.Binary]: 'BLOB',
  [Type.List]: 'LIST',
  [Type.FixedSizeList]: 'LIST',
  [Type.Struct]: 'STRUCT',
  [Type.Map]: 'MAP',
  [Type.Dictionary]: 'VARCHAR',
  [Type.Null]: 'NULL',
};

const integerNames: Readonly<Record<number, string>> = {
  8: 'TINYINT',
  16: 'SMALLINT',
  32: 'INTEGER',
  64: 'BIGINT',
};

/** The SQL name of a result column's type, as far as the result still tells it. */
export const sqlTypeName = (type: DataType): string => {
  if (type.typeId === Type.Int) return `${type.signed ? '' : 'U'}${integerNames[type.bitWidth] ?? 'INTEGER'}`;
  if (type.typeId === Type.Float) return type.precision === 2 ? 'DOUBLE' : 'FLOAT';
  if (type.typeId === Type.Decimal) return `DECIMAL(${type.precision},${type.scale})`;
  return typeNames[type.typeId] ?? 'OTHER';
};
