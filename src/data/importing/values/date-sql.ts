import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { SqlType } from '../../tables/table.ts';
import { halfExpression, tailExpression } from './clock-format.ts';
import { weekExpression } from './calendar-format.ts';
import { dateSteps, type DateFormat, type DateOrder, type DateStep } from './date-format.ts';
import { dateFormatOf } from './date-shape.ts';
import { monthNumberSql, ordinalExpression, plainWordsSql, weekdayExpression } from './date-words.ts';
import type { CountedText } from './number-shape.ts';

/** How the all-number dates of a column are read. */
export interface DateReading {
  readonly order: DateOrder;
  /** Another order, by which values are read that the first one can't explain. */
  readonly other?: DateOrder | undefined;
  /** Days and months that could be either are not read, as both orders are common. */
  readonly leavesAmbiguous?: boolean | undefined;
}

const replaceSql = (sql: string, expression: string, replacement: string): string =>
  `regexp_replace(${sql}, ${quoteLiteral(expression)}, ${quoteLiteral(replacement)})`;

const stepSql = (sql: string, step: DateStep, months: readonly string[]): string => {
  switch (step) {
    case 'tail':
      return replaceSql(sql, tailExpression, '\\1\\2');
    case 'half':
      return replaceSql(sql, halfExpression, '\\1m');
    case 'words':
      return plainWordsSql(sql);
    case 'weekday':
      return replaceSql(sql, weekdayExpression, '');
    case 'ordinal':
      return replaceSql(sql, ordinalExpression, '\\1\\2');
    case 'month':
      return monthNumberSql(sql, months);
  }
};

const isCompact = ({ pattern }: DateFormat): boolean => /^(?:%[YmdHMS])+$/.test(pattern);
const twoDigitYears = /%y/;

/** Patterns in the order in which they are tried: years of two digits first, as four are more than they can read. */
const tryAll = (local: string, patterns: readonly string[]): string => {
  const ordered = [
    ...patterns.filter((pattern) => twoDigitYears.test(pattern)),
    ...patterns.filter((pattern) => !twoDigitYears.test(pattern)),
  ];
  return `try_strptime(${local}, [${ordered.map(quoteLiteral).join(', ')}])`;
};

/** SQL for the formats that need the same steps. */
const calendarSql = (value: string, formats: readonly DateFormat[]): string => {
  const months = [...new Set(formats.flatMap(({ month }) => month ?? []))];
  const steps = dateSteps.filter((step) => formats[0]?.steps.includes(step));
  const local = steps.reduce((sql, step) => stepSql(sql, step, months), value);
  return tryAll(local, [...new Set(formats.map(({ pattern }) => pattern))]);
};

/** Digits without marks: read by their number, as a day may begin with the year or end with it. */
const compactSql = (value: string, formats: readonly DateFormat[], order: DateOrder): string => {
  const yearLast = order === 'mdy' ? '%m%d%Y' : '%d%m%Y';
  const found = new Set(formats.map(({ pattern }) => pattern));
  const patterns = [...found, ...(found.has('%Y%m%d') ? [yearLast] : [])];
  return `(case when regexp_full_match(${value}, '[0-9]{4}|[0-9]{6}|[0-9]{8}|[0-9]{12}|[0-9]{14}') then ${tryAll(value, patterns)} end)`;
};

const since1970 = (value: string, digits: string, microseconds: string): string =>
  `(case when regexp_full_match(${value}, '${digits}') then make_timestamp((try_cast(${value} as double) * ${microseconds})::bigint) end)`;

/**
 * A week of ISO 8601 with its Monday, or the day that it names; the year is the four digits, wherever they stand. The
 * engine would take a week 53 that a year doesn't have for the first of the next one.
 */
const weekSql = (value: string): string => {
  const isWeek = `regexp_full_match(${value}, ${quoteLiteral(`(?i:${weekExpression}|[0-9]{4}-?W[0-9]{2}-?[0-9])`)})`;
  const year = `regexp_extract(${value}, '[0-9]{4}')`;
  const rest = `regexp_replace(${value}, '[0-9]{4}-?', '')`;
  const week = `lpad(regexp_extract(${rest}, '[0-9]{1,2}'), 2, '0')`;
  const day = `coalesce(nullif(regexp_extract(${rest}, '(?i)^W[0-9]{2}-?([0-9])$', 1), ''), '1')`;
  const read = `try_strptime(${year} || '-' || ${week} || '-' || ${day}, '%G-%V-%u')`;
  return `(case when ${isWeek} and strftime(${read}, '%G-%V') = ${year} || '-' || ${week} then ${read} end)`;
};

const numberKinds: Readonly<Record<string, (value: string) => string>> = {
  'excel-serial': (value) =>
    `(case when regexp_full_match(${value}, '[0-9]{5}([.,][0-9]+)?') then make_timestamp((round((try_cast(replace(${value}, ',', '.') as double) - 25569) * 86400) * 1000000)::bigint) end)`,
  'epoch-seconds': (value) => since1970(value, '[0-9]{9,10}([.][0-9]+)?', '1000000'),
  'epoch-milliseconds': (value) => since1970(value, '[0-9]{13}([.][0-9]+)?', '1000'),
  'epoch-microseconds': (value) => since1970(value, '[0-9]{16}', '1'),
  week: weekSql,
  quarter: (value) =>
    `(case when regexp_matches(${value}, '[Qq][1-4]') then make_timestamp(try_cast(regexp_extract(${value}, '([0-9]{4})', 1) as bigint), 3 * try_cast(regexp_extract(${value}, '[Qq]([1-4])', 1) as bigint) - 2, 1, 0, 0, 0) end)`,
};

const isIso = ({ pattern, kind, steps }: DateFormat): boolean =>
  kind === 'strptime' && steps.length === 0 && /^%Y-%m-%d(?:[ T]%H:%M(?::%S)?)?$/.test(pattern);

/** The engine's own, quickest reading; it takes more than such dates, so whatever else occurs is kept from it. */
const isoSql = (value: string, isSafe: boolean): string => {
  const iso = '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([ T][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?)?';
  const read = `try_cast(${value} as timestamp)`;
  return isSafe ? read : `(case when regexp_full_match(${value}, '${iso}') then ${read} end)`;
};

/** Formats that need the same steps, together. */
const groupsOf = (formats: readonly DateFormat[]): readonly (readonly DateFormat[])[] => {
  const keyOf = ({ steps }: DateFormat): string => steps.join(' ');
  const keys = [...new Set(formats.map(keyOf))];
  return keys.map((key) => formats.filter((format) => keyOf(format) === key));
};

const inRange = (read: string): string =>
  `${read} between timestamp '1900-01-01' and timestamp '2199-12-31 23:59:59'`;

const readingsOf = (
  value: string,
  formats: readonly DateFormat[],
  isSafe: boolean,
  order: DateOrder,
): readonly string[] => {
  if (formats.every(isIso)) return [isoSql(value, isSafe)];
  const calendar = formats.filter(({ kind }) => kind === 'strptime');
  const compact = calendar.filter(isCompact);
  const groups = groupsOf(calendar.filter((format) => !isCompact(format)));
  return [
    ...groups.map((group) => calendarSql(value, group)),
    ...(compact.length > 0 ? [compactSql(value, compact, order)] : []),
    ...[...new Set(formats.map(({ kind }) => kind))].flatMap((kind) => numberKinds[kind]?.(value) ?? []),
  ];
};

/** SQL condition: a date whose first two numbers are both possible months, and different ones. */
const isAmbiguousSql = (value: string): string => {
  const number = (group: number): string =>
    `try_cast(regexp_extract(${value}, '^([0-9]{1,2})[-/. ]+([0-9]{1,2})[-/. ]', ${group}) as integer)`;
  return `coalesce(${number(1)} <= 12 and ${number(2)} <= 12 and ${number(1)} <> ${number(2)}, false)`;
};

/**
 * SQL that reads a date or local timestamp, null where it can't; what lies outside of 1900–2199 is a placeholder and
 * counts as unreadable. Time zones are left out: the time is kept as it is written.
 * @param isComplete whether `shapes` are all shapes of the column
 */
export const dateSql = (
  value: string,
  type: SqlType,
  shapes: readonly CountedText[],
  reading: DateReading,
  isComplete = true,
): string => {
  const orders = reading.other === undefined ? [reading.order] : [reading.order, reading.other];
  const found = shapes.map(({ text }) => orders.map((order) => dateFormatOf(text, order)));
  const formats = found.flat().filter((format) => format !== undefined);
  const isSafe = isComplete && found.every(([format]) => format !== undefined);
  const readings = readingsOf(value, formats, isSafe, reading.order);
  const [first = `null::timestamp`, ...others] = readings;
  const guarded = (read: string): string => `(case when ${inRange(read)} then ${read} end)`;
  const read = others.length === 0 ? guarded(first) : `coalesce(${readings.map(guarded).join(', ')})`;
  const known = reading.leavesAmbiguous ? `(case when not ${isAmbiguousSql(value)} then ${read} end)` : read;
  return type === 'TIMESTAMP' ? known : `${known}::${type}`;
};
