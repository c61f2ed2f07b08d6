import { Column, Type, type DataType, type Field } from '@uwdata/flechette';
import { columnOf, textColumn, type ArrowColumn } from '../arrow-columns.ts';
import { nestedText, type NestedValue } from '../nested-text.ts';
import type { NativeColumn, NativeType } from '../native-column.ts';
import { wholeType } from '../parquet/leaf-kind.ts';
import { arrowValue } from './arrow-value.ts';

/** A column that a field of an Arrow schema gives. Fields of records give one each, with dots in the names. */
export interface ArrowPart extends NativeColumn {
  /** Place among the fields of the first level. */
  readonly field: number;
  /** Names to follow within a record; empty for a field of the first level. */
  readonly path: readonly string[];
  readonly source: DataType;
  /** Its buffers can be handed to the engine as they are. */
  readonly isDirect: boolean;
}

/** Types that are the same whatever their details. */
const plainTypes: Readonly<Partial<Record<number, NativeType>>> = {
  [Type.Bool]: 'BOOLEAN',
  [Type.Date]: 'DATE',
  [Type.Timestamp]: 'TIMESTAMP',
  [Type.Utf8]: 'VARCHAR',
  [Type.LargeUtf8]: 'VARCHAR',
};

const floatTypes = [undefined, 'FLOAT', 'DOUBLE'] as const;

/** The engine's type for a field whose buffers it reads as they are; undefined for the others. */
const directType = (type: DataType): NativeType | undefined => {
  switch (type.typeId) {
    case Type.Int:
      return wholeType({ bits: type.bitWidth, isSigned: type.signed });
    case Type.Float:
      return floatTypes[type.precision];
    case Type.Decimal: {
      const isFitting = type.bitWidth === 128 && type.precision <= 38 && type.scale >= 0;
      return isFitting ? `DECIMAL(${type.precision}, ${type.scale})` : undefined;
    }
    case Type.Dictionary:
      return type.dictionary.typeId === Type.Utf8 ? 'VARCHAR' : undefined;
    default:
      return plainTypes[type.typeId];
  }
};

const partsOf = (field: Field, index: number, above: readonly string[]): readonly ArrowPart[] => {
  const { type } = field;
  const path = [...above, field.name];
  if (type.typeId === Type.Struct) return type.children.flatMap((child) => partsOf(child, index, path));
  const direct = above.length === 0 ? directType(type) : undefined;
  return [
    {
      name: path.join('.'),
      type: direct ?? 'VARCHAR',
      field: index,
      path: path.slice(1),
      source: type,
      isDirect: direct !== undefined,
    },
  ];
};

/** The columns of a schema. */
export const arrowParts = (fields: readonly Field[]): readonly ArrowPart[] =>
  fields.flatMap((field, index) => partsOf(field, index, []));

/** Names of columns whose timestamps have a time zone: they are moments in UTC. */
export const zonedColumns = (fields: readonly Field[]): readonly string[] =>
  fields
    .filter(({ type }) => type.typeId === Type.Timestamp && Boolean(type.timezone))
    .map(({ name }) => name);

const pick = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined,
    value,
  );

/** The local time is kept: a time zone is taken off a timestamp, whose instants are in UTC. */
const withoutZone = (column: ArrowColumn): ArrowColumn => {
  const { type } = column;
  if (type.typeId !== Type.Timestamp || !type.timezone) return column;
  const plain: DataType = { ...type, timezone: null };
  const batches = column.data.map((batch) => {
    const { length, nullCount, validity, values } = batch;
    const marks = nullCount > 0 ? { bits: validity as Uint8Array, nulls: nullCount } : undefined;
    return columnOf(plain, { length, validity: marks, values: values as unknown as ArrayBufferView }).data[0];
  });
  return new Column(batches as never[]);
};

/** The columns of a batch of rows, one for each part. */
export const arrowColumns = (
  parts: readonly ArrowPart[],
  columnAt: (field: number) => ArrowColumn,
): readonly ArrowColumn[] =>
  parts.map((part) => {
    const column = columnAt(part.field);
    if (part.isDirect) return withoutZone(column);
    const texts: (string | null)[] = [];
    for (const value of column)
      texts.push(nestedText(arrowValue(part.source, pick(value, part.path)) as NestedValue));
    return textColumn(texts);
  });
