import type { FormatKind } from './number-format.ts';

const day = 86_400;
const daysBefore1970 = 25_569;
const daysBetweenSystems = 1462;
const lastSerial = 2_958_466;

const isoDay = (days: number): string => new Date(days * day * 1000).toISOString().slice(0, 10);

const clock = (seconds: number): string =>
  [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':');

/** Binary fractions show up as 0.30000000000000004: a spreadsheet itself keeps 15 digits. */
export const numberText = (value: number): string =>
  Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';

/**
 * A number as its format shows it: a day as `2024-01-31`, a moment as `2024-01-31 13:05:00`, a time as `13:05:00`.
 * @param from1904 days are counted from 1904 instead of 1900, which knows a 29 February 1900
 */
export const serialText = (value: number, kind: FormatKind, from1904: boolean): string => {
  if (kind === 'number' || value < 0 || value >= lastSerial) return numberText(value);
  const total = Math.round(value * day);
  const whole = Math.floor(total / day);
  const seconds = total - whole * day;
  if (kind === 'time') return clock(total);
  const fixed = from1904 ? whole + daysBetweenSystems : whole < 60 ? whole + 1 : whole;
  if (whole === 0 && !from1904 && seconds > 0) return clock(seconds);
  const date = isoDay(fixed - daysBefore1970);
  return seconds === 0 ? date : `${date} ${clock(seconds)}`;
};

/** ISO text of a moment as it is written elsewhere: midnight is a day, no fractions of a second. */
export const isoText = (text: string): string => {
  const match = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?Z?)?$/.exec(text);
  if (!match) return text;
  const [, date = '', time = ''] = match;
  const full = time.length === 5 ? `${time}:00` : time;
  return time === '' || full === '00:00:00' ? date : `${date} ${full}`;
};
