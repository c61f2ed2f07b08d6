import type { ConvertedType, LogicalType, SchemaElement } from 'hyparquet';
import type { NativeType } from '../native-column.ts';

/** What the values of a leaf mean. `text`: bytes of a text; `written`: shown as text that is made value by value. */
export type LeafKind =
  | { readonly kind: 'boolean' | 'float' | 'double' | 'date' | 'text' }
  | { readonly kind: 'whole'; readonly isSigned: boolean; readonly bits: number }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'timestamp'; readonly unit: 'MILLIS' | 'MICROS' | 'NANOS' | 'INT96' }
  | { readonly kind: 'half-float' }
  | {
      readonly kind: 'written';
      readonly as: 'time' | 'uuid' | 'interval' | 'geometry' | 'hex' | 'decimal' | 'nothing';
      readonly unit?: 'MILLIS' | 'MICROS' | 'NANOS';
      readonly scale?: number;
    };

const widestDecimal = 38;

const whole = (bits: number, isSigned: boolean): LeafKind => ({ kind: 'whole', bits, isSigned });
const decimal = (precision: number, scale: number): LeafKind =>
  precision > widestDecimal || precision < 1 || scale > precision || scale < 0
    ? { kind: 'written', as: 'decimal', scale }
    : { kind: 'decimal', precision, scale };

const simpleLogical: Readonly<Partial<Record<LogicalType['type'], LeafKind>>> = {
  DATE: { kind: 'date' },
  UUID: { kind: 'written', as: 'uuid' },
  FLOAT16: { kind: 'half-float' },
  NULL: { kind: 'written', as: 'nothing' },
  GEOMETRY: { kind: 'written', as: 'geometry' },
  GEOGRAPHY: { kind: 'written', as: 'geometry' },
  BSON: { kind: 'written', as: 'hex' },
  STRING: { kind: 'text' },
  JSON: { kind: 'text' },
  ENUM: { kind: 'text' },
};

const byLogicalType = (type: LogicalType): LeafKind | undefined => {
  switch (type.type) {
    case 'DECIMAL':
      return decimal(type.precision, type.scale);
    case 'INTEGER':
      return whole(type.bitWidth, type.isSigned);
    case 'TIMESTAMP':
      return { kind: 'timestamp', unit: type.unit };
    case 'TIME':
      return { kind: 'written', as: 'time', unit: type.unit };
    default:
      return simpleLogical[type.type];
  }
};

const simpleConverted: Readonly<Partial<Record<ConvertedType, LeafKind>>> = {
  DATE: { kind: 'date' },
  TIMESTAMP_MILLIS: { kind: 'timestamp', unit: 'MILLIS' },
  TIMESTAMP_MICROS: { kind: 'timestamp', unit: 'MICROS' },
  TIME_MILLIS: { kind: 'written', as: 'time', unit: 'MILLIS' },
  TIME_MICROS: { kind: 'written', as: 'time', unit: 'MICROS' },
  INTERVAL: { kind: 'written', as: 'interval' },
  BSON: { kind: 'written', as: 'hex' },
  UTF8: { kind: 'text' },
  JSON: { kind: 'text' },
  ENUM: { kind: 'text' },
};

const byConvertedType = ({ converted_type: type, precision, scale }: SchemaElement): LeafKind | undefined => {
  if (type === undefined) return undefined;
  const integer = /^(U?)INT_(8|16|32|64)$/.exec(type);
  if (integer) return whole(Number(integer[2]), integer[1] === '');
  return type === 'DECIMAL' ? decimal(precision ?? widestDecimal, scale ?? 0) : simpleConverted[type];
};

const byPhysicalType = ({ type }: SchemaElement): LeafKind => {
  switch (type) {
    case 'BOOLEAN':
      return { kind: 'boolean' };
    case 'INT32':
      return whole(32, true);
    case 'INT64':
      return whole(64, true);
    case 'INT96':
      return { kind: 'timestamp', unit: 'INT96' };
    case 'FLOAT':
      return { kind: 'float' };
    case 'DOUBLE':
      return { kind: 'double' };
    case 'BYTE_ARRAY':
      // Old writers leave texts without a mark; what is none is shown as hexadecimal digits.
      return { kind: 'text' };
    default:
      return { kind: 'written', as: 'hex' };
  }
};

/** Physical types that a meaning can be read from; a schema that says otherwise is taken at its physical word. */
const isPossible = ({ kind }: LeafKind, { type }: SchemaElement): boolean => {
  const isNumber = type === 'INT32' || type === 'INT64';
  const isBytes = type === 'BYTE_ARRAY' || type === 'FIXED_LEN_BYTE_ARRAY';
  switch (kind) {
    case 'whole':
      return isNumber;
    case 'date':
      return type === 'INT32';
    case 'timestamp':
      return type === 'INT64' || type === 'INT96';
    case 'decimal':
      return isNumber || isBytes;
    case 'text':
    case 'half-float':
      return isBytes;
    default:
      return true;
  }
};

/** What the values of a leaf mean, by its logical type, its older converted type, or how they are stored. */
export const leafKind = (element: SchemaElement): LeafKind => {
  const logical = element.logical_type === undefined ? undefined : byLogicalType(element.logical_type);
  const said = logical ?? byConvertedType(element);
  if (said === undefined || !isPossible(said, element)) return byPhysicalType(element);
  return said.kind === 'whole' && element.type === 'INT64' ? { ...said, bits: 64 } : said;
};

/** The engine's type for whole numbers of so many bits. */
export const wholeType = ({
  bits,
  isSigned,
}: Pick<Extract<LeafKind, { kind: 'whole' }>, 'bits' | 'isSigned'>): 'INTEGER' | 'BIGINT' | 'UBIGINT' => {
  if (bits === 64) return isSigned ? 'BIGINT' : 'UBIGINT';
  return bits < 32 || isSigned ? 'INTEGER' : 'BIGINT';
};

/** The engine's type for a kind of values. */
export const nativeType = (kind: LeafKind): NativeType => {
  switch (kind.kind) {
    case 'boolean':
      return 'BOOLEAN';
    case 'whole':
      return wholeType(kind);
    case 'float':
    case 'half-float':
      return 'FLOAT';
    case 'double':
      return 'DOUBLE';
    case 'date':
      return 'DATE';
    case 'timestamp':
      return 'TIMESTAMP';
    case 'decimal':
      return `DECIMAL(${kind.precision}, ${kind.scale})`;
    default:
      return 'VARCHAR';
  }
};
