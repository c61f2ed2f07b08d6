import { numberAsDate, numericFormat, periodFormat } from './calendar-format.ts';
import { halfExpression, splitClock, tailExpression } from './clock-format.ts';
import type { DateFormat, DateOrder, DateStep } from './date-format.ts';
import { namedDateFormat } from './date-words.ts';

const tail = new RegExp(tailExpression);
const half = new RegExp(halfExpression);
const longestDate = 80;

const withoutClock = { hasTime: false, steps: [], kind: 'strptime' } as const;

/** A date or local timestamp without fractions and zone. */
const localFormat = (text: string, order: DateOrder): DateFormat | undefined => {
  const date = numericFormat(text, order);
  if (date) return { ...withoutClock, ...date };
  const split = splitClock(text);
  const day = split && numericFormat(split.date, order);
  if (split && day && !day.isCoarse)
    return { ...withoutClock, ...day, hasTime: true, pattern: split.before + day.pattern + split.after };
  return /\p{L}{3}/u.test(text) ? namedDateFormat(text) : undefined;
};

/**
 * How to read a date or timestamp that is written like `text` (digits may be masked as 9). Undefined: it isn't one.
 * Order matters only for all-number dates that don't begin with the year. Numbers alone are taken for dates.
 */
export const dateFormatOf = (text: string, order: DateOrder): DateFormat | undefined => {
  if (text.length > longestDate || !/\d/.test(text)) return undefined;
  const whole = numberAsDate(text) ?? localFormat(text, order) ?? periodFormat(text);
  if (whole) return whole;
  const steps: DateStep[] = [];
  let local = text.replace(tail, '$1$2');
  if (local !== text) steps.push('tail');
  const halved = local.replace(half, '$1m');
  if (halved !== local) steps.push('half');
  local = halved;
  if (steps.length === 0) return undefined;
  const format = localFormat(local, order);
  return format?.hasTime ? { ...format, steps: [...steps, ...format.steps] } : undefined;
};

/** The three numbers of a date that begins with day or month, or with a year of two digits; undefined for other dates. */
export const leadingNumbers = (
  text: string,
): readonly [first: number, second: number, third: number] | undefined => {
  const parts = /^(\d{1,2})([-/. ]|\. )(\d{1,2})\2(\d{4}|\d{2})(?!\d)/.exec(text);
  return parts ? [Number(parts[1]), Number(parts[3]), Number(parts[4])] : undefined;
};

const isBetween = (number: number, least: number, most: number): boolean => number >= least && number <= most;

/** Whether three numbers are a day in some order. */
const areDay = ([first, second, third]: readonly [number, number, number]): boolean => {
  const isYearLast = isBetween(Math.min(first, second), 1, 12) && isBetween(Math.max(first, second), 1, 31);
  return isYearLast || (third <= 31 && third > 0 && isBetween(second, 1, 12));
};

/** Numbers too short for a date: most numbers are told by one look. */
const shortNumber = /^-?(?:\d{1,7}|\d{1,3}[.,]\d{1,3})$/;

/** Whether a text is a real date of one day: its numbers are in range. For sample values, not for masked shapes. */
export const isDateText = (text: string): boolean => {
  if (shortNumber.test(text)) return false;
  const format = dateFormatOf(text, 'dmy');
  if (format === undefined || format.isCoarse || !/[%]/.test(format.pattern)) return false;
  if (numberAsDate(text) !== undefined) return false;
  const numbers = leadingNumbers(text);
  if (numbers) return areDay(numbers);
  const ymd = /^(\d{4})[-/. ]*(\d{1,2})[-/. ]*(\d{1,2})/.exec(text);
  if (!ymd) return true;
  const [year, month, day] = [Number(ymd[1]), Number(ymd[2]), Number(ymd[3])];
  return isBetween(year, 1900, 2100) && isBetween(month, 1, 12) && isBetween(day, 1, 31);
};

/** Whether a text is a month, week or quarter, whose first day can stand for a date. */
export const isPeriodText = (text: string): boolean =>
  !shortNumber.test(text) && numberAsDate(text) === undefined && dateFormatOf(text, 'dmy')?.isCoarse === true;

/**
 * Whether a number lies in the range of moments: seconds, milliseconds or microseconds since 1970 from 2000 to 2050, or
 * a spreadsheet's days from 1970 to 2064. Only where the header speaks of a date is it one.
 */
export const isDateNumber = (text: string): boolean => {
  const number = Number(text.replace(',', '.'));
  if (!/^\d+([.,]\d+)?$/.test(text)) return false;
  const kind = numberAsDate(text)?.kind;
  const seconds = { 'epoch-seconds': 1, 'epoch-milliseconds': 1e3, 'epoch-microseconds': 1e6 } as const;
  if (kind === 'excel-serial') return isBetween(number, 25_569, 60_000);
  if (kind === undefined || !(kind in seconds)) return false;
  return isBetween(number / seconds[kind as keyof typeof seconds], 946_684_800, 2_524_608_000);
};
