import { Type, type DataType } from '@uwdata/flechette';
import { momentText, shortFloat } from '../moment-text.ts';
import type { NestedValue } from '../nested-text.ts';
import { bytesText } from '../parquet/text-column.ts';

const ticksASecond = [1n, 1000n, 1_000_000n, 1_000_000_000n] as const;

const clock = (value: bigint, unit: number): string => {
  const ticks = ticksASecond[unit as 0 | 1 | 2 | 3];
  const seconds = Number(value / ticks);
  const fraction = (Number(value % ticks) / Number(ticks))
    .toFixed(9)
    .slice(1)
    .replace(/\.?0+$/, '');
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':') + fraction;
};

const wholeNumber = (value: number | bigint): NestedValue =>
  Number.isSafeInteger(Number(value)) ? Number(value) : String(value);

const listOf = (items: Iterable<unknown>, type: DataType): NestedValue =>
  Array.from(items, (item) => arrowValue(type, item));

const recordOf = (value: object, type: DataType): NestedValue => {
  const fields = 'children' in type ? (type.children as readonly { name: string; type: DataType }[]) : [];
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      arrowValue(field.type, (value as Record<string, unknown>)[field.name]),
    ]),
  );
};

/** Entries of a map as a record; keys of any type are written as text. */
const mapOf = (entries: Iterable<readonly [unknown, unknown]>, type: DataType): NestedValue => {
  const pair = 'children' in type ? (type.children as readonly { type: DataType }[])[0]?.type : undefined;
  const inner =
    pair !== undefined && 'children' in pair ? (pair.children as readonly { type: DataType }[]) : [];
  const write = (index: number, value: unknown): NestedValue =>
    inner[index] === undefined ? String(value) : arrowValue(inner[index].type, value);
  return Object.fromEntries(Array.from(entries, ([key, value]) => [String(write(0, key)), write(1, value)]));
};

const nestedValue = (type: DataType, value: object): NestedValue => {
  switch (type.typeId) {
    case Type.Struct:
      return recordOf(value, type);
    case Type.Map:
      return mapOf(value as Iterable<readonly [unknown, unknown]>, type);
    case Type.List:
    case Type.LargeList:
    case Type.ListView:
    case Type.LargeListView:
    case Type.FixedSizeList:
      return listOf(value as Iterable<unknown>, (type.children[0] as { type: DataType }).type);
    default:
      return value instanceof Uint8Array ? bytesText(value) : JSON.stringify(value, writeLarge);
  }
};

const writeLarge = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? String(value) : value;

/** A moment or number; timestamps and times come as whole numbers in their unit. */
const plainValue = (type: DataType, value: number | bigint): NestedValue => {
  switch (type.typeId) {
    case Type.Timestamp: {
      const ticks = ticksASecond[type.unit];
      return momentText((BigInt(value) * 1_000_000n) / ticks);
    }
    case Type.Date:
      return new Date(Number(value)).toISOString().slice(0, 10);
    case Type.Time:
      return clock(BigInt(value), type.unit);
    case Type.Float:
      return type.precision === 1 ? shortFloat(Number(value)) : Number(value);
    case Type.Int:
      return wholeNumber(value);
    default:
      return typeof value === 'bigint' ? wholeNumber(value) : value;
  }
};

/** A decoded value as it is written in a text or in JSON; days, moments and times as ISO text. */
export const arrowValue = (type: DataType, value: unknown): NestedValue => {
  if (value === null || value === undefined) return null;
  if (type.typeId === Type.Dictionary) return arrowValue(type.dictionary, value);
  if (type.typeId === Type.RunEndEncoded)
    return arrowValue((type.children[1] as { type: DataType }).type, value);
  if (typeof value === 'number' || typeof value === 'bigint') return plainValue(type, value);
  if (typeof value === 'object') return nestedValue(type, value);
  return typeof value === 'boolean' ? value : String(value as string);
};
