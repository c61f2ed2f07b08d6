import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { SqlType } from '../../tables/table.ts';
import { nullSigns, nullWords } from './null-words.ts';
import type { DecimalMark } from './number-grammar.ts';

const escapeExpression = (text: string): string => text.replaceAll(/[$.*+?^()[\]{}|\\/]/g, '\\$&');

const spaces = '[ \\t\\r\\n\\x{a0}\\x{2007}\\x{2009}\\x{202f}\\x{200b}\\x{feff}]';

const wordExpression = (isTyped: boolean): string =>
  [...nullWords, ...(isTyped ? nullSigns : [])]
    .filter((word) => word !== '')
    .map(escapeExpression)
    .join('|');

/**
 * SQL condition: a text needs a closer look, for spaces around it or because it means "no value"; an identifier also for
 * what spreadsheets make of it, e-mail addresses, and lists.
 */
export const isSpecialTextSql = (column: string, isIdentifier: boolean): string => {
  const identifier = isIdentifier
    ? ['^-?[0-9]+[.,]0+$', "^'", '@', '^[0-9][.,]?[0-9]*[eE][+][0-9]{2}$', '^[0-9]+ ?[;|]']
    : [];
  const parts = [`^${spaces}`, `${spaces}$`, `^(?i:${wordExpression(isIdentifier)})$`, ...identifier];
  return `regexp_matches(${column}, ${quoteLiteral(parts.join('|'))})`;
};

/** SQL condition: a number of digits, sign and this decimal mark only, which the type holds without rounding. */
export const isRegularNumberSql = (column: string, type: SqlType, mark: DecimalMark): string => {
  const decimals = `(?:[${mark}][0-9]{0,4})?`;
  const pattern = type === 'INTEGER' ? '-?[0-9]{1,9}' : `-?[0-9]{1,14}${decimals}`;
  return `regexp_full_match(${column}, '${pattern}')`;
};

/** SQL of such a number. */
export const regularNumberSql = (text: string, type: SqlType, mark: DecimalMark): string =>
  mark === '.' || type === 'INTEGER'
    ? `try_cast(${text} as ${type})`
    : `try_cast(replace(${text}, ',', '.') as ${type})`;

const isoDay = '(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])';
const isoClock = '[ T](?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]';
const isoTail = '(?:[.,][0-9]{1,9})?(?: ?(?:Z|UTC|GMT|[-+][0-9]{2}(?::?[0-9]{2})?))?';

/** SQL condition: a date from 1900 to 2199 in the form of ISO 8601, perhaps with a time of day, its zone and fractions of a second. */
export const isIsoDateSql = (column: string): string =>
  `regexp_full_match(${column}, '${isoDay}(?:${isoClock}${isoTail})?')`;

/** SQL of such a date; `hasTail` = some have a zone or fractions, which are left out. */
export const isoDateSql = (text: string, type: SqlType, hasTail: boolean): string => {
  const moment = `try_cast(${hasTail ? `left(${text}, 19)` : text} as timestamp)`;
  return type === 'DATE' ? `${moment}::date` : moment;
};

/** SQL condition: such a date has a time of day that is not midnight. */
export const hasTimeSql = (column: string): string =>
  `(length(${column}) > 10 and substr(${column}, 12, 8) <> '00:00:00')`;
