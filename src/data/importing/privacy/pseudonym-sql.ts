import { quoteLiteral } from '../../sql/quote-literal.ts';
import { nullSigns, nullWords } from '../values/null-words.ts';

const spaces = quoteLiteral(' \t\r\n\u00a0\u2007\u2009\u202f\u200b\ufeff');

/** A value in the form in which it is the same in all files: no spaces around it, no float's `.0`, e-mail addresses in lower case. */
const normalSql = (column: string): string => {
  const bare = `regexp_replace(ltrim(trim(${column}, ${spaces}), ''''), '^(-?[0-9]+)[.,]0+$', '\\1')`;
  return `(case when contains(${column}, '@') then lower(${bare}) else ${bare} end)`;
};

/**
 * SQL of the pseudonym of a text: `p_` and 16 hexadecimal digits (64 bits) of SHA-256 over salt and value. What means
 * "no value" stays as it is.
 */
export const pseudonymSql = (column: string, salt: string): string => {
  const words = [...nullWords, ...nullSigns].map(quoteLiteral).join(', ');
  const hashed = `'p_' || left(sha256(${quoteLiteral(salt)} || ${normalSql(column)}), 16)`;
  return `(case when ${column} is null or lower(trim(${column}, ${spaces})) in (${words}) then ${column} else ${hashed} end)`;
};
