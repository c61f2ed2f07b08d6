import { terms, type Term } from './terms.ts';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patterns = terms.map((one) => ({
  one,
  // Letters before or after make it another word; brackets and slashes belong to some terms.
  pattern: new RegExp(
    `(?<![\\p{L}\\d])(?:${[one.term, ...(one.also ?? [])].map(escape).join('|')})(?![\\p{L}\\d])`,
    'iu',
  ),
}));

/** The terms that occur in a text, in the order of the alphabet. */
export const findTerms = (text: string): readonly Term[] =>
  patterns.filter(({ pattern }) => pattern.test(text)).map(({ one }) => one);
