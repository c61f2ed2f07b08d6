import type { DateFormat, DateOrder } from './date-format.ts';

/** The format of a date without its clock, and whether it names no more than a month or a year. */
export type CalendarFormat = Pick<DateFormat, 'pattern' | 'isCoarse'>;

const dayFirst = (mark: string, year: string, order: DateOrder): string => {
  if (order === 'ymd' && year === '%y') return `%y${mark}%m${mark}%d`;
  return order === 'mdy' ? `%m${mark}%d${mark}${year}` : `%d${mark}%m${mark}${year}`;
};

/** A day in numbers; order matters only where the year doesn't come first with four digits. */
const numericDay = (date: string, order: DateOrder): string | undefined => {
  const iso = /^\d{4}([-/. ]|\. )\d{1,2}\1\d{1,2}(\.?)$/.exec(date);
  if (iso) return `%Y${iso[1]}%m${iso[1]}%d${iso[2] ?? ''}`;
  if (/^\d{4}年\d{1,2}月\d{1,2}日$/.test(date)) return '%Y年%m月%d日';
  if (/^(19|20|99)\d{6}$/.test(date)) return '%Y%m%d';
  const short = /^\d{1,2}([-/. ]|\. )\d{1,2}\1(\d{4}|\d{2})$/.exec(date);
  return short ? dayFirst(short[1] ?? '', short[2]?.length === 4 ? '%Y' : '%y', order) : undefined;
};

const numericMonth = (date: string): string | undefined => {
  const iso = /^(?:19|20|99)\d\d([-/.M])\d{2}$/.exec(date);
  if (iso) return `%Y${iso[1]}%m`;
  const short = /^\d{1,2}([-/.])\d{4}$/.exec(date);
  return short ? `%m${short[1]}%Y` : undefined;
};

/** The format of a date in numbers. */
export const numericFormat = (date: string, order: DateOrder): CalendarFormat | undefined => {
  const day = numericDay(date, order);
  if (day !== undefined) return { pattern: day, isCoarse: false };
  const month = numericMonth(date);
  return month === undefined ? undefined : { pattern: month, isCoarse: true };
};

const period = { hasTime: false, isCoarse: true, steps: [] } as const;
const moment = { pattern: '', hasTime: true, isCoarse: false, steps: [] } as const;

const numbers: readonly (readonly [pattern: RegExp, format: DateFormat])[] = [
  [/^\d{4}$/, { ...period, kind: 'strptime', pattern: '%Y' }],
  [/^\d{6}$/, { ...period, kind: 'strptime', pattern: '%Y%m' }],
  [/^\d{5}$/, { ...moment, kind: 'excel-serial', hasTime: false }],
  [/^\d{5}[.,]\d+$/, { ...moment, kind: 'excel-serial' }],
  [/^\d{9,10}(\.\d+)?$/, { ...moment, kind: 'epoch-seconds' }],
  [/^\d{12}$/, { ...moment, kind: 'strptime', pattern: '%Y%m%d%H%M' }],
  [/^\d{13}(\.\d+)?$/, { ...moment, kind: 'epoch-milliseconds' }],
  [/^\d{14}$/, { ...moment, kind: 'strptime', pattern: '%Y%m%d%H%M%S' }],
  [/^\d{16}$/, { ...moment, kind: 'epoch-microseconds' }],
];

/** Words for a calendar week before or after its number. */
const weekWord = '(?:KW|CW|WK|W|Week|Woche|Kalenderwoche|Semaine|Semana|Settimana|Sem)';
const mark = '[-/. ,]{0,2}';

/** A week of ISO 8601 in words: `KW 12/2024`, `12. KW 2024`, `2024 KW 12`, `W12 2024`; for JavaScript and SQL. */
export const weekExpression = [
  `[0-9]{4}${mark}${weekWord}[. ]{0,2}[0-9]{1,2}`,
  `${weekWord}[. ]{0,2}[0-9]{1,2}[-/. ,]{1,2}[0-9]{4}`,
  `[0-9]{1,2}[.]? ?${weekWord}[-/. ,]{1,2}[0-9]{4}`,
].join('|');

const periods: readonly (readonly [pattern: RegExp, format: DateFormat])[] = [
  [/^\d{4}-?W\d\d-?\d$/i, { ...period, kind: 'week', pattern: '', isCoarse: false }],
  [new RegExp(`^(?:${weekExpression})$`, 'i'), { ...period, kind: 'week', pattern: '' }],
  [/^(?:\d{4}[- /]?Q\d|Q\d[- /]?\d{4})$/i, { ...period, kind: 'quarter', pattern: '' }],
];

/** What a number may mean where a date is expected: a spreadsheet's day, seconds since 1970, a year … */
export const numberAsDate = (text: string): DateFormat | undefined =>
  numbers.find(([pattern]) => pattern.test(text))?.[1];

/** The format of a week (ISO 8601) or a quarter. */
export const periodFormat = (text: string): DateFormat | undefined =>
  periods.find(([pattern]) => pattern.test(text))?.[1];
