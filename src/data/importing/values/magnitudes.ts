import { quoteLiteral } from '../../sql/quote-literal.ts';
import { currencyExpression } from './currencies.ts';

/** Words for powers of ten after a number, longest first; a dot may follow those of three letters and more. */
const powers: readonly (readonly [power: number, words: string])[] = [
  [
    9,
    'milliarden|milliarde|milliardi|milliardo|milliards|milliard|billions|billion|mrd\\.?|mld\\.?|bln|bn|b',
  ],
  [7, 'crores|crore'],
  [
    6,
    'millionen|millions|million|millones|milioni|milhões|milhoes|millón|milione|mill\\.|mio\\.?|mln\\.?|mn|mm|m',
  ],
  [5, 'lakhs|lakh'],
  [3, 'thousand|tausend|tsd\\.?|mila|k'],
];

/** A lone T is a thousand in German only where a currency follows at once; by itself it could be a trillion. */
const thousandOfCurrency = 't(?:eur|€|chf)';

/** What may stand after the digits for a power of ten, as a regular expression that ignores case. */
export const magnitudeExpression = `(?:${powers.map(([, words]) => words).join('|')})`;

/** Thousands of a currency as one word, such as TEUR or T€. */
export const currencyThousandExpression = `(?:${thousandOfCurrency})`;

const space = '[ \u00a0\u2007\u2009\u202f]';

/** A number with one of these words behind it, and nothing else but a currency or a sign. */
const endingIn = (words: string): string =>
  `(?i)[0-9][.,]?${space}*(?:${words})(?:${space}*(?:${currencyExpression}))?(?:${space}|[)%]|$)`;

const expressions: readonly (readonly [power: number, expression: string])[] = powers.map(
  ([power, words]) => [power, endingIn(power === 3 ? `${words}|${thousandOfCurrency}` : words)],
);

const matches = (expression: string): RegExp => new RegExp(expression.replace('(?i)', ''), 'i');
const patterns = expressions.map(([power, expression]) => [power, matches(expression)] as const);

/** The power of ten that a number's words name; 0 without one. */
export const powerOf = (text: string): number => patterns.find(([, pattern]) => pattern.test(text))?.[0] ?? 0;

/** SQL of the number that the digits of a value have to be multiplied by, for these powers of ten. */
export const multiplierSql = (value: string, used: ReadonlySet<number>): string => {
  const cases = expressions
    .filter(([power]) => used.has(power))
    .map(
      ([power, expression]) =>
        `when regexp_matches(${value}, ${quoteLiteral(expression)}) then ${10 ** power}::decimal(10, 0)`,
    );
  return `(case ${cases.join(' ')} else 1::decimal(10, 0) end)`;
};

const millions = endingIn('mm');
const lone = endingIn('m');

/** Whether some shapes write millions as MM: then a single M may be a thousand, as with Roman numerals. */
export const hasDoubleM = (texts: readonly string[]): boolean =>
  texts.some((text) => matches(millions).test(text)) && texts.some((text) => matches(lone).test(text));

/** SQL condition: the value ends in a single M. */
export const isSingleMSql = (value: string): string => `regexp_matches(${value}, ${quoteLiteral(lone)})`;
