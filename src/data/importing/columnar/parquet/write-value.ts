import { wkbToGeojson } from 'hyparquet/src/wkb.js';
import type { LeafKind } from './leaf-kind.ts';

/** A value as it is stored. */
export type RawValue = number | bigint | boolean | Uint8Array;

const two = (value: number): string => String(value).padStart(2, '0');

/** Nanoseconds since midnight as `13:05:09`, fractions only where there are some. */
const timeText = (nanoseconds: bigint): string => {
  const seconds = Number(nanoseconds / 1_000_000_000n);
  const fraction = String(nanoseconds % 1_000_000_000n)
    .padStart(9, '0')
    .replace(/0+$/, '');
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return fraction === '' ? clock : `${clock}.${fraction}`;
};

/** Bytes as hexadecimal digits. */
export const hexText = (bytes: Uint8Array): string => {
  let text = '0x';
  for (const byte of bytes) text += byte.toString(16).padStart(2, '0');
  return text;
};

const uuidText = (bytes: Uint8Array): string =>
  hexText(bytes)
    .slice(2)
    .replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/** A whole number in bytes, the highest first, negative by two's complement. */
export const bigEndian = (bytes: Uint8Array): bigint => {
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  return BigInt.asIntN(bytes.length * 8, value);
};

/** A whole number with its decimal point put in. */
export const decimalText = (unscaled: bigint, scale: number): string => {
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
};

const intervalText = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [months, days, milliseconds] = [0, 4, 8].map((at) => view.getUint32(at, true));
  return `${months} months ${days} days ${milliseconds} milliseconds`;
};

const geometryText = (bytes: Uint8Array): string => {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return JSON.stringify(wkbToGeojson({ view, offset: 0 }));
  } catch {
    return hexText(bytes);
  }
};

const nanosecondsOf = { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n } as const;

/** A half-precision number (IEEE 754 binary16) from its two bytes. */
export const halfFloat = (bytes: Uint8Array): number => {
  const bits = ((bytes[1] ?? 0) << 8) | (bytes[0] ?? 0);
  const sign = bits >> 15 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * 2 ** -14 * (fraction / 1024);
  if (exponent === 0x1f) return fraction ? NaN : sign * Infinity;
  return sign * 2 ** (exponent - 15) * (1 + fraction / 1024);
};

const asBytes = (raw: RawValue): Uint8Array => {
  if (raw instanceof Uint8Array) return raw;
  throw new Error('A value is not stored as bytes');
};
const asWhole = (raw: RawValue): bigint => (raw instanceof Uint8Array ? bigEndian(raw) : BigInt(raw));

/** A value of a kind that the engine has no fitting type for, as text. */
export const writeValue = (kind: Extract<LeafKind, { kind: 'written' }>, raw: RawValue): string | null => {
  switch (kind.as) {
    case 'time':
      return timeText(asWhole(raw) * nanosecondsOf[kind.unit ?? 'MICROS']);
    case 'uuid':
      return uuidText(asBytes(raw));
    case 'interval':
      return intervalText(asBytes(raw));
    case 'geometry':
      return geometryText(asBytes(raw));
    case 'decimal':
      return decimalText(asWhole(raw), kind.scale ?? 0);
    case 'hex':
      return raw instanceof Uint8Array ? hexText(raw) : String(raw);
    default:
      return null;
  }
};
