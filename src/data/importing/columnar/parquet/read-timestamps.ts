import type { DecodedArray } from 'hyparquet';

/** What lies outside of the years 1–9999 is no moment, but a placeholder or an overflow. */
const earliest = -62_135_596_800_000_000n;
const latest = 253_402_300_799_999_999n;
const epochJulianDay = 2_440_588;
const microsecondsADay = 86_400_000_000;

const floorDivision = (value: bigint, by: bigint): bigint =>
  value < 0n && value % by !== 0n ? value / by - 1n : value / by;

/** Days of the Julian calendar and nanoseconds of the day, in one number. */
const fromOldTimestamp = (value: bigint): number => {
  const days = Number(BigInt.asIntN(32, value >> 64n)) - epochJulianDay;
  const nanoseconds = Number(BigInt.asIntN(64, value));
  return days * microsecondsADay + Math.floor(nanoseconds / 1000);
};

const microseconds: Readonly<Record<string, (value: bigint) => number | bigint>> = {
  MILLIS: (value) => value * 1000n,
  MICROS: (value) => value,
  NANOS: (value) => floorDivision(value, 1000n),
  INT96: fromOldTimestamp,
};

/** Timestamps as microseconds since 1970; `outside` are the places of those that are no moment between the years 1 and 9999. */
export const readTimestamps = (
  raw: DecodedArray,
  unit: 'MILLIS' | 'MICROS' | 'NANOS' | 'INT96',
): { readonly values: BigInt64Array; readonly outside: readonly number[] } => {
  const values = unit === 'MICROS' && raw instanceof BigInt64Array ? raw : new BigInt64Array(raw.length);
  const outside: number[] = [];
  const convert = microseconds[unit] as (value: bigint) => number | bigint;
  for (let at = 0; at < raw.length; at += 1) {
    const value = values === raw ? (values[at] as bigint) : convert(raw[at] as bigint);
    if (value < earliest || value > latest) outside.push(at);
    else if (values !== raw) values[at] = BigInt(value);
  }
  return { values, outside };
};
