import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { SqlType } from '../../tables/table.ts';
import { dateFormatOf, tailExpression, type DateFormat, type DateOrder } from './date-shape.ts';
import { nullSigns, nullWords } from './null-words.ts';
import {
  currencySigns,
  isNumberText,
  numberFormatOf,
  type CountedText,
  type DecimalMark,
} from './number-shape.ts';

const spaces = quoteLiteral(' \t\r\n\u00a0\u202f\ufeff');
const list = (words: readonly string[]): string => words.map(quoteLiteral).join(', ');

/** What all values of a staged column have in common; keeps the SQL that reads them as simple as it can be. */
export interface ColumnFacts {
  /** Some values have spaces around them. */
  readonly needsTrim: boolean;
  /** The words and signs for "no value" that occur, as written. */
  readonly nullWords: readonly string[];
  /** Some identifiers end in `.0` or begin with an apostrophe. */
  readonly needsIdentifierRepair: boolean;
  /** Some values are e-mail addresses. */
  readonly hasEmails: boolean;
}

/**
 * Query of the facts about a column, over its different values. The words come as one text, separated by `\u0001`.
 * Signs such as a lone dash mean "no value" only where a number or a date is expected.
 */
export const columnFactsQuery = (table: string, column: string, isTyped: boolean): string => {
  const trimmed = `trim(v, ${spaces})`;
  const words = isTyped ? [...nullWords, ...nullSigns] : nullWords;
  return `with different as (select distinct ${column} as v from ${table} where ${column} is not null)
    select coalesce(bool_or(v <> ${trimmed}), false) as needs_trim,
      string_agg(distinct ${trimmed}, chr(1)) filter (lower(${trimmed}) in (${list(words)})) as null_words,
      coalesce(bool_or(regexp_matches(${trimmed}, '^(-?\\d+[.,]0+|''.*)$')), false) as needs_repair,
      coalesce(bool_or(contains(v, '@')), false) as has_emails
    from different`;
};

/** A staged cell without the spaces around it; null where it means "no value". */
export const textSql = (column: string, { needsTrim, nullWords: words }: ColumnFacts): string => {
  const value = needsTrim ? `trim(${column}, ${spaces})` : column;
  if (words.length === 0) return value;
  if (words.length === 1) return `nullif(${value}, ${list(words)})`;
  return `(case when ${value} in (${list(words)}) then null else ${value} end)`;
};

/** An identifier: a spreadsheet's leading apostrophe and a float's `.0` are removed, so that 17850.0 is 17850. */
export const identifierSql = (text: string, facts: ColumnFacts): string => {
  const repaired = facts.needsIdentifierRepair
    ? `nullif(regexp_replace(ltrim(${text}, ''''), '^(-?\\d+)[.,]0+$', '\\1'), '')`
    : text;
  return facts.hasEmails
    ? `(case when contains(${repaired}, '@') then lower(${repaired}) else ${repaired} end)`
    : repaired;
};

/** A text with its digits masked as 9: a column of numbers or dates has few such shapes. */
export const shapeSql = (text: string): string => `translate(${text}, '012345678', '999999999')`;

const notIn = (text: string, shapes: readonly string[]): string =>
  shapes.length === 0 ? 'true' : `${shapeSql(text)} not in (${list(shapes)})`;

/** At most so many unreadable shapes are listed one by one; what is beyond them fails on its own. */
const mostShapes = 300;

/** SQL that reads a number under the marks that fit the whole column best; null where it can't. */
export const numberSql = (
  value: string,
  type: SqlType,
  shapes: readonly CountedText[],
  preferred: DecimalMark,
): string => {
  const format = numberFormatOf(shapes, preferred);
  const invalid = shapes.filter(({ text }) => !isNumberText(text, format.decimalMark));
  if (format.isPlain && invalid.length === 0) return `try_cast(${value} as ${type})`;
  const isExponent = shapes.some(({ text }) => /\d[eE][+-]?\d/.test(text));
  const started = `regexp_extract(regexp_replace(${value}, '^\\D*\\pL\\.', ''), '([.,]?\\d.*)$', 1)`;
  const digits =
    format.decimalMark === '.'
      ? `regexp_replace(${started}, '[^0-9.]', '', 'g')`
      : `replace(regexp_replace(${started}, '[^0-9,]', '', 'g'), ',', '.')`;
  const plain = `rtrim(${digits}, '.')`;
  const isNegative = `(regexp_matches(${value}, '^[^0-9]*[-−(]') or ${value} like '%-')`;
  const scale = format.hasPercent
    ? `* (case when ${value} like '%\\%%' escape '\\' then 0.01 else 1 end)`
    : '';
  const parsed = `(case when ${isNegative} then -1 else 1 end) ${scale} * try_cast(${plain} as decimal(30, 8))`;
  const number = isExponent ? `coalesce(try_cast(${value} as double), (${parsed})::double)` : `(${parsed})`;
  const guard = notIn(
    value,
    invalid.slice(0, mostShapes).map(({ text }) => text),
  );
  return `(case when ${guard} then try_cast(${number} as ${type}) end)`;
};

/** The currency that a money text names, of these codes, by code or sign; null when it names none. */
export const currencySql = (value: string, codes: readonly string[]): string => {
  const byCode = codes.map(
    (code) => `when regexp_matches(${value}, '(^|[^A-Z])${code}([^A-Z]|$)') then ${quoteLiteral(code)}`,
  );
  const bySign = currencySigns
    .filter(([, code]) => codes.includes(code))
    .map(([sign, code]) => `when contains(${value}, ${quoteLiteral(sign)}) then ${quoteLiteral(code)}`);
  return `(case ${[...byCode, ...bySign].join(' ')} end)`;
};

const isIso = ({ pattern, kind, hasTail }: DateFormat): boolean =>
  kind === 'strptime' && !hasTail && ['%Y-%m-%d', '%Y-%m-%d %H:%M:%S', '%Y-%m-%dT%H:%M:%S'].includes(pattern);

const serialSql: Readonly<Record<string, (value: string) => string>> = {
  'excel-serial': (value) =>
    `(case when regexp_matches(${value}, '^\\d{5}(\\.\\d+)?$') then make_timestamp((round((try_cast(${value} as double) - 25569) * 86400) * 1000000)::bigint) end)`,
  'epoch-seconds': (value) =>
    `(case when regexp_matches(${value}, '^\\d{10}$') then make_timestamp(try_cast(${value} as bigint) * 1000000) end)`,
  'epoch-milliseconds': (value) =>
    `(case when regexp_matches(${value}, '^\\d{13}$') then make_timestamp(try_cast(${value} as bigint) * 1000) end)`,
};

/** SQL that reads a date or local timestamp, null where it can't; what lies outside of 1900–2199 is a placeholder and counts as unreadable. */
export const dateSql = (
  value: string,
  type: SqlType,
  shapes: readonly CountedText[],
  order: DateOrder,
): string => {
  const formats = shapes.map(({ text }) => ({ text, format: dateFormatOf(text, order) }));
  const known = formats.flatMap(({ format }) => (format ? [format] : []));
  const patterns = [
    ...new Set(known.filter(({ kind }) => kind === 'strptime').map(({ pattern }) => pattern)),
  ];
  const local = known.some(({ hasTail }) => hasTail)
    ? `regexp_replace(${value}, ${quoteLiteral(tailExpression)}, '\\1')`
    : value;
  const readings: string[] = [];
  if (patterns.length > 0)
    readings.push(
      known.every(isIso) ? `try_cast(${value} as timestamp)` : `try_strptime(${local}, [${list(patterns)}])`,
    );
  for (const kind of new Set(known.map((format) => format.kind))) {
    const reading = serialSql[kind];
    if (reading) readings.push(reading(value));
  }
  if (readings.length === 0) return `null::${type}`;
  const read = readings.length === 1 ? (readings[0] ?? '') : `coalesce(${readings.join(', ')})`;
  const invalid = formats.filter(({ format }) => format === undefined).slice(0, mostShapes);
  const guard = notIn(value, known.every(isIso) ? invalid.map(({ text }) => text) : []);
  const isPlausible = `${read} between timestamp '1900-01-01' and timestamp '2199-12-31'`;
  return `(case when ${guard} and ${isPlausible} then ${read}::${type} end)`;
};

const yes = [
  'true',
  't',
  'yes',
  'y',
  '1',
  'ja',
  'j',
  'oui',
  'o',
  'si',
  'sí',
  'sì',
  's',
  'sim',
  'wahr',
  'vrai',
  'verdadero',
  'vero',
  'x',
  'subscribed',
  'opted in',
];
const no = [
  'false',
  'f',
  'no',
  'n',
  '0',
  'nein',
  'non',
  'não',
  'nao',
  'falsch',
  'faux',
  'falso',
  'unsubscribed',
  'opted out',
  'not_subscribed',
];

/** A yes or no in six languages. */
export const booleanSql = (value: string): string =>
  `(case when lower(${value}) in (${list(yes)}) then true when lower(${value}) in (${list(no)}) then false end)`;
