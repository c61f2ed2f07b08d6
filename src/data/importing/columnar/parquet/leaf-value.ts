import { momentText, shortFloat } from '../moment-text.ts';
import type { NestedValue } from '../nested-text.ts';
import { leafKind, type LeafKind } from './leaf-kind.ts';
import type { ParquetLeaf } from './parquet-leaf.ts';
import { readTimestamps } from './read-timestamps.ts';
import { bytesText } from './text-column.ts';
import { bigEndian, decimalText, halfFloat, writeValue, type RawValue } from './write-value.ts';

const day = (days: number): string => new Date(days * 86_400_000).toISOString().slice(0, 10);

const wholeValue = (raw: RawValue, { isSigned, bits }: Extract<LeafKind, { kind: 'whole' }>): NestedValue => {
  const value = isSigned ? BigInt(raw as number) : BigInt.asUintN(Math.max(bits, 32), BigInt(raw as number));
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
};

const timestampValue = (
  raw: RawValue,
  unit: Extract<LeafKind, { kind: 'timestamp' }>['unit'],
): NestedValue => {
  const { values, outside } = readTimestamps([raw], unit);
  return outside.length > 0 ? null : momentText(values[0] ?? 0n);
};

const valueOf = (kind: LeafKind, raw: RawValue): NestedValue => {
  switch (kind.kind) {
    case 'boolean':
      return Boolean(raw);
    case 'whole':
      return wholeValue(raw, kind);
    case 'float':
      return shortFloat(Number(raw));
    case 'double':
      return Number(raw);
    case 'date':
      return day(Number(raw));
    case 'timestamp':
      return timestampValue(raw, kind.unit);
    case 'decimal':
      return decimalText(raw instanceof Uint8Array ? bigEndian(raw) : BigInt(raw), kind.scale);
    case 'half-float':
      return shortFloat(halfFloat(raw as Uint8Array));
    case 'text':
      return bytesText(raw as Uint8Array);
    default:
      return writeValue(kind, raw);
  }
};

/** A value within a list or map, as it is written there. The inner bytes of a variant stay what they are. */
export const leafValue = ({ element, nodes }: ParquetLeaf, raw: unknown): NestedValue => {
  const isVariant = nodes.some((node) => node.element.logical_type?.type === 'VARIANT');
  if (isVariant && raw instanceof Uint8Array && element.converted_type === undefined) return raw as never;
  return valueOf(leafKind(element), raw as RawValue);
};
