import type { Dialect } from '../contract.ts';

/** Order of day, month and year where all three are numbers. */
export type DateOrder = Dialect['dateOrder'];

/** How one way of writing a date is read. */
export interface DateFormat {
  /** A `strptime` format, or what else a number may mean. */
  readonly pattern: string;
  readonly kind: 'strptime' | 'excel-serial' | 'epoch-seconds' | 'epoch-milliseconds';
  readonly hasTime: boolean;
  /** A time zone or fractions of a second stand at the end and are cut off: the local time is kept. */
  readonly hasTail: boolean;
}

const months = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const longMonths = 'january|february|march|april|june|july|august|september|october|november|december';
const zonePattern = / ?(?:Z|UTC|GMT|[+-]\d\d:?\d\d)$/;
const timePattern = /(?:[ T]+| at |, )(\d{1,2}):\d\d(:\d\d)?([.,]\d+)?( ?[AaPp][Mm])?$/;

/** Fractions of a second and a time zone at the end of a timestamp, as a regular expression for SQL. */
export const tailExpression = String.raw`(:\d\d)([.,]\d+)? ?(Z|UTC|GMT|[+-]\d\d:?\d\d)?$`;

const numericDate = (date: string, order: DateOrder): string | undefined => {
  const iso = /^\d{4}([-/.])\d{1,2}\1\d{1,2}$/.exec(date);
  if (iso) return `%Y${iso[1]}%m${iso[1]}%d`;
  if (/^(19|20|99)\d{6}$/.test(date)) return '%Y%m%d';
  const short = /^\d{1,2}([-/.])\d{1,2}\1(\d{4}|\d{2})$/.exec(date);
  if (!short) return undefined;
  const [, mark, year = ''] = short;
  if (order === 'ymd' && year.length === 2) return `%y${mark}%m${mark}%d`;
  const yearPart = year.length === 4 ? '%Y' : '%y';
  return order === 'mdy' ? `%m${mark}%d${mark}${yearPart}` : `%d${mark}%m${mark}${yearPart}`;
};

const namedDate = (date: string): string | undefined => {
  const month = new RegExp(`(${longMonths}|${months})`, 'i').exec(date)?.[1];
  if (month === undefined) return undefined;
  const part = month.length > 3 ? '%B' : '%b';
  const weekday = /^(mon|tue|wed|thu|fri|sat|sun),? /i.exec(date)?.[0];
  const rest = date.slice(weekday?.length ?? 0).replace(month, part);
  const format = rest
    .replace(/(\d{4})/, '%Y')
    .replace(/(?<!%)\b\d{1,2}\b(?=(st|nd|rd|th)?)/, '%d')
    .replace(/(?<=[-/ ])\d{2}$/, '%y');
  const isComplete = /%d/.test(format) && /%[Yy]/.test(format) && !/\d/.test(format);
  if (!isComplete || /[a-z]/i.test(format.replaceAll(/%[a-z]/gi, ''))) return undefined;
  return (weekday ?? '').replace(/[a-z]+/i, '%a') + format;
};

const timeFormat = (time: RegExpExecArray): string => {
  const [whole, , seconds, , half] = time;
  const lead = /^(?: at |, |[ T]+)/.exec(whole)?.[0] ?? ' ';
  const clock = `${half ? '%I' : '%H'}:%M${seconds ? ':%S' : ''}`;
  return lead + clock + (half ? `${half.startsWith(' ') ? ' ' : ''}%p` : '');
};

const timestampNumber = (text: string): DateFormat | undefined => {
  const base = { pattern: '', hasTail: false, hasTime: true };
  if (/^\d{10}$/.test(text)) return { ...base, kind: 'epoch-seconds' };
  if (/^\d{13}$/.test(text)) return { ...base, kind: 'epoch-milliseconds' };
  if (/^\d{5}(\.\d+)?$/.test(text)) return { ...base, kind: 'excel-serial', hasTime: text.includes('.') };
  return undefined;
};

/** A timestamp taken apart: what is left when clock and time zone are cut off. */
const splitTime = (
  text: string,
): { readonly date: string; readonly time: RegExpExecArray | null; readonly hasZone: boolean } => {
  const whole = timePattern.exec(text);
  if (whole) return { date: text.slice(0, whole.index), time: whole, hasZone: false };
  const zone = zonePattern.exec(text)?.[0] ?? '';
  const local = text.slice(0, text.length - zone.length);
  const time = zone === '' ? null : timePattern.exec(local);
  return time
    ? { date: local.slice(0, time.index), time, hasZone: true }
    : { date: text, time: null, hasZone: false };
};

/**
 * How to read a date or timestamp that is written like `text` (digits may be masked as 9). Undefined: it isn't one.
 * Order matters only for all-number dates that don't begin with the year.
 */
export const dateFormatOf = (text: string, order: DateOrder): DateFormat | undefined => {
  const { date, time, hasZone } = splitTime(text);
  const format = numericDate(date, order) ?? namedDate(date);
  if (format === undefined) return time === null ? timestampNumber(text) : undefined;
  if (time === null) return { pattern: format, kind: 'strptime', hasTime: false, hasTail: false };
  const hasTail = hasZone || time[3] !== undefined;
  return { pattern: format + timeFormat(time), kind: 'strptime', hasTime: true, hasTail };
};

/** The two leading numbers of a date that begins with day or month; undefined for other dates. */
export const leadingNumbers = (text: string): readonly [first: number, second: number] | undefined => {
  const parts = /^(\d{1,2})([-/.])(\d{1,2})\2(?:\d{4}|\d{2})(?!\d)/.exec(text);
  return parts ? [Number(parts[1]), Number(parts[3])] : undefined;
};

const isBetween = (number: number, least: number, most: number): boolean => number >= least && number <= most;

/** Whether a text is a real date: its numbers are in range. For sample values, not for masked shapes. */
export const isDateText = (text: string): boolean => {
  if (dateFormatOf(text, 'dmy')?.kind !== 'strptime') return false;
  const numbers = leadingNumbers(text);
  if (numbers) return isBetween(Math.min(...numbers), 1, 12) && Math.max(...numbers) <= 31;
  const ymd = /^(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})/.exec(text);
  if (!ymd) return true;
  const [year, month, day] = [Number(ymd[1]), Number(ymd[2]), Number(ymd[3])];
  return isBetween(year, 1900, 2100) && isBetween(month, 1, 12) && isBetween(day, 1, 31);
};
