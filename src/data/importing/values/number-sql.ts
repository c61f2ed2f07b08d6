import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { SqlType } from '../../tables/table.ts';
import { isMarkedSql } from './account-marks.ts';
import { multiplierSql, powerOf } from './magnitudes.ts';
import { numberGrammar, type DecimalMark } from './number-grammar.ts';
import { numberFormatOf, type CountedText, type NumberFormat } from './number-shape.ts';
import { unclearSql } from './unclear-numbers.ts';

/** So many replacements are quicker than one translation of all letters. */
const mostReplacements = 8;

const exponent = /\d[eE][-+]?\d/;
const isPlain = ({ text }: CountedText): boolean => /^[-+]?[\d.]+$/.test(text) || exponent.test(text);
/** Words of an amount; those that end in a dot must go before a decimal point is looked for. */
const amountWord = /(?:sfr|fr|rs|kr|руб|[cd]r|tsd|mill?|mio|mln|mld|mrd)\.|s\/\.?|\p{L}+/giu;
const isMarkedNegative = ({ text }: CountedText): boolean => /\(|\d[-\u2212\u2013]/.test(text);

/** SQL condition: the whole value is a number under the mark. */
const isNumberSql = (value: string, mark: DecimalMark): string =>
  `regexp_full_match(${value}, ${quoteLiteral(`(?i:${numberGrammar[mark]})`)})`;

/** Pieces of the shapes that are no part of the digits: `,-` for no cents, words with their dot, then single signs. */
const piecesOf = (
  shapes: readonly CountedText[],
  mark: DecimalMark,
  isMarked: boolean,
): { readonly first: readonly string[]; readonly rest: readonly string[] } => {
  const first = new Set<string>();
  const rest = new Set<string>();
  const kept = isMarked ? mark : `${mark}-`;
  for (const { text } of shapes) {
    if (exponent.test(text)) continue;
    const noCents = /[.,][-\u2013\u2014]{1,2}/.exec(text)?.[0];
    if (noCents !== undefined) first.add(noCents);
    const bare = noCents === undefined ? text : text.replace(noCents, '');
    for (const [word] of bare.matchAll(amountWord)) (/\p{L}$/u.test(word) ? rest : first).add(word);
    for (const [one] of bare.replaceAll(amountWord, '').matchAll(/[^\d]/gu))
      if (!kept.includes(one)) rest.add(one);
  }
  const longestFirst = (a: string, b: string): number => b.length - a.length;
  return { first: [...first].sort(longestFirst), rest: [...rest].sort(longestFirst) };
};

const remove = (sql: string, piece: string): string => `replace(${sql}, ${quoteLiteral(piece)}, '')`;

/** SQL of the digits with a decimal point and, unless negatives are marked otherwise, a leading minus sign. */
const digitsSql = (
  value: string,
  shapes: readonly CountedText[],
  mark: DecimalMark,
  isMarked: boolean,
): string => {
  const { first, rest } = piecesOf(shapes, mark, isMarked);
  const minus = ['\u2212', '\u2013'].filter((sign) => !isMarked && rest.includes(sign));
  const signed = minus.reduce((sql, sign) => `replace(${sql}, '${sign}', '-')`, value);
  const started = first.reduce(remove, signed);
  const removed = rest.filter((piece) => !minus.includes(piece));
  const bare =
    removed.length <= mostReplacements
      ? removed.reduce(remove, started)
      : `translate(${started}, ${quoteLiteral([...new Set(removed.join(''))].join(''))}, '')`;
  return mark === ',' ? `replace(${bare}, ',', '.')` : bare;
};

/** SQL that is true for values that their marks make negative. */
const negativeSql = (value: string, { accountMarks }: NumberFormat): string => {
  const marked = `regexp_matches(${value}, '^[^0-9]*[-\u2212\u2013(]|[0-9][-\u2212\u2013]')`;
  return accountMarks.negative === 'none'
    ? marked
    : `(${marked} or ${isMarkedSql(value, accountMarks.negative)})`;
};

const castSql = (sql: string, type: SqlType, hasDecimals: boolean): string => {
  if (type !== 'INTEGER' || !hasDecimals) return `try_cast(${sql} as ${type})`;
  const number = `try_cast(${sql} as double)`;
  return `(case when ${number} = floor(${number}) then try_cast(${number} as integer) end)`;
};

/** A number so large that it is infinite is not read. */
const finiteSql = (sql: string, type: SqlType, shapes: readonly CountedText[]): string =>
  type === 'DOUBLE' && shapes.some(({ text }) => exponent.test(text))
    ? `(case when isfinite(${sql}) then ${sql} end)`
    : sql;

/** SQL of the digits as a number, by what per cent or words such as million make of it; nothing is rounded before that. */
const scaledSql = (value: string, type: SqlType, shapes: readonly CountedText[], digits: string): string => {
  const isMoney = type.startsWith('DECIMAL');
  const hasPercent = shapes.some(({ text }) => text.includes('%'));
  const powers = new Set(shapes.map(({ text }) => powerOf(text)).filter((power) => power > 0));
  const plain = isMoney ? (hasPercent ? 'decimal(30, 8)' : type) : 'double';
  const number = `try_cast(${digits} as ${powers.size > 0 ? 'decimal(26, 10)' : plain})`;
  const multiplied = powers.size > 0 ? `(${number} * ${multiplierSql(value, powers)})` : number;
  if (!hasPercent) return multiplied;
  const share = `${number} ${isMoney ? '* 0.01' : '/ 100'}`;
  return `(case when contains(${value}, '%') then ${share} else ${multiplied} end)`;
};

/** SQL that reads those values of a column that are numbers under one mark. */
const readingSql = (
  value: string,
  type: SqlType,
  shapes: readonly CountedText[],
  mark: DecimalMark,
  format: NumberFormat,
): string => {
  const has = (pattern: RegExp): boolean => shapes.some(({ text }) => pattern.test(text));
  const hasDecimals = has(/[.,]\d/) || has(exponent) || has(/%/);
  if (mark === '.' && shapes.every(isPlain))
    return finiteSql(castSql(value, type, hasDecimals), type, shapes);
  const isMarked = shapes.some(isMarkedNegative) || format.accountMarks.negative !== 'none';
  const scaled = scaledSql(value, type, shapes, digitsSql(value, shapes, mark, isMarked));
  const number = isMarked
    ? `(case when ${negativeSql(value, format)} then -(${scaled}) else ${scaled} end)`
    : scaled;
  const read = has(exponent)
    ? `(case when regexp_matches(${value}, '[0-9][eE][-+]?[0-9]') then try_cast(replace(${value}, ',', '.') as double) else ${number} end)`
    : number;
  return finiteSql(castSql(read, type, hasDecimals), type, shapes);
};

/** SQL that reads all numbers of a column, whatever their decimal mark. */
const readAllSql = (value: string, type: SqlType, format: NumberFormat, isComplete: boolean): string => {
  const { decimalMark, main, other, invalid, isMixed } = format;
  const reading = readingSql(value, type, main, decimalMark, format);
  if (other.length === 0) {
    const isSafe = isComplete && invalid.length === 0;
    return isSafe ? reading : `(case when ${isNumberSql(value, decimalMark)} then ${reading} end)`;
  }
  const otherMark = decimalMark === '.' ? ',' : '.';
  const isMain = isNumberSql(value, decimalMark);
  const isOther = isNumberSql(value, otherMark);
  const isClear = isMixed ? `${isMain} and (not ${isOther} or not regexp_matches(${value}, '[.,]'))` : isMain;
  const rest = isMixed ? `${isOther} and not ${isMain}` : isOther;
  return `(case when ${isClear} then ${reading}
    when ${rest} then ${readingSql(value, type, other, otherMark, format)} end)`;
};

/**
 * SQL that reads a number under the marks that fit the whole column best, and value by value where only the other
 * decimal mark explains it; null where it can't.
 * @param isComplete whether `shapes` are all shapes of the column
 */
export const numberSql = (
  value: string,
  type: SqlType,
  shapes: readonly CountedText[],
  preferred: DecimalMark,
  isComplete = true,
): string => {
  const format = numberFormatOf(shapes, preferred);
  const unclear = unclearSql(value, format);
  const read = readAllSql(value, type, format, isComplete);
  return unclear.length === 0 ? read : `(case when not (${unclear.join(' or ')}) then ${read} end)`;
};
