import { quoteLiteral } from '../../sql/quote-literal.ts';
import { nullSigns, nullWords } from './null-words.ts';

const spaces = quoteLiteral(' \t\r\n\u00a0\u2007\u2009\u202f\u200b\ufeff');
const edge = '[ \\t\\r\\n\\x{a0}\\x{2007}\\x{2009}\\x{202f}\\x{200b}\\x{feff}]';
/** No word for "no value" is longer, with some spaces around it. */
const longestWord = 60;
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
  /** Different identifiers that a spreadsheet has shortened to a power of ten, such as 1.23E+11. */
  readonly shortened: number;
  /** Different values that are lists of numbers, such as “12; 15”; none where most are: those are identifiers of two parts. */
  readonly lists: number;
}

/**
 * Query of the facts about a column, over its different values. The words come as one text, separated by `\u0001`.
 * Words such as "unknown" mean "no value" only where a number, a date or an identifier is expected.
 */
export const columnFactsQuery = (table: string, column: string, isTyped: boolean): string => {
  const trimmed = `trim(v, ${spaces})`;
  const words = isTyped ? [...nullWords, ...nullSigns] : nullWords;
  return `with different as (select distinct ${column} as v from ${table} where ${column} is not null)
    select coalesce(bool_or(regexp_matches(v, '^${edge}|${edge}$')), false) as needs_trim,
      string_agg(distinct ${trimmed}, chr(1))
        filter (length(v) <= ${longestWord} and lower(${trimmed}) in (${list(words)})) as null_words,
      coalesce(bool_or(regexp_matches(v, '^${edge}*(-?\\d+[.,]0+|''.*)${edge}*$')), false) as needs_repair,
      coalesce(bool_or(contains(v, '@')), false) as has_emails,
      (count(*) filter (regexp_full_match(v, '${edge}*[0-9][.,]?[0-9]*[eE][+][0-9]{2}${edge}*')))::integer as shortened,
      count(*)::integer as different, (count(*) filter (regexp_full_match(v, '${edge}*[0-9]+(?: ?[;|] ?[0-9]+)+${edge}*')))::integer as lists
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

/** An identifier of someone: of a list of numbers, the first. */
export const firstIdentifierSql = (identifier: string, { lists }: ColumnFacts): string =>
  lists === 0 ? identifier : `regexp_replace(${identifier}, '^([0-9]+) ?[;|] ?[0-9;| ]+$', '\\1')`;

/** A text with its digits masked as 9: a column of numbers or dates has few such shapes. */
export const shapeSql = (text: string): string => `translate(${text}, '012345678', '999999999')`;
