import { accountMarkExpression } from './account-marks.ts';
import { currencyExpression } from './currencies.ts';
import { currencyThousandExpression, magnitudeExpression } from './magnitudes.ts';

/** The mark between whole units and decimals. */
export type DecimalMark = '.' | ',';

const space = '[ \u00a0\u2007\u2009\u202f]';
const sign = '[-+\u2212\u2013]';
const minus = '[-\u2212\u2013]';
const currency = currencyExpression;

/** Whole units: plain, in threes under one and the same mark, or (with commas) in Indian groups of two. */
const wholeExpression = (decimal: DecimalMark): string => {
  const marks = [decimal === '.' ? ',' : '\\.', "'", '\u2019', space];
  const grouped = marks.map((mark) => `[1-9][0-9]{0,2}(?:${mark}[0-9]{3})+`);
  const indian = decimal === '.' ? ['[1-9][0-9]?(?:,[0-9]{2})+,[0-9]{3}'] : [];
  return `(?:[0-9]+|${[...grouped, ...indian].join('|')})`;
};

/**
 * The grammar of a number, for JavaScript and the engine alike (no look-around, no back references), case ignored:
 * currency before or after, sign before, after or as parentheses, per cent, `10.–` for no cents, powers of ten as
 * exponents or in words (`1.2M`), and debit or credit marks as in account statements, after a space or decimals.
 */
const grammarOf = (decimal: DecimalMark): string => {
  const mark = decimal === '.' ? '\\.' : ',';
  const whole = wholeExpression(decimal);
  const number = `(?:${whole}(?:${mark}[0-9]*)?|${mark}[0-9]+)`;
  const unit = `(?:${space}*(?:%|${magnitudeExpression}))?(?:${space}*${currency})?|${space}*${currencyThousandExpression}`;
  const amount = `(?:${currency}${space}*)?${number}(?:${unit})`;
  return [
    `${sign}?${space}*${amount}(?:${space}+${accountMarkExpression})?`,
    `(?:${currency}${space}*)?${whole}${mark}[0-9]+${accountMarkExpression}`,
    `${currency}${space}*${sign}${space}*${number}(?:${space}*${magnitudeExpression})?`,
    `(?:${currency}${space}*)?\\(${space}*${amount}${space}*\\)(?:${space}*[%]|${space}*${currency})?`,
    `(?:${currency}${space}*)?${number}${minus}(?:${space}*${currency})?`,
    `${sign}?(?:${currency}${space}*)?${whole}${mark}[-\u2013\u2014]{1,2}(?:${space}*${currency})?`,
    `${sign}?[0-9]*${mark}?[0-9]+E[-+]?[0-9]{1,3}`,
  ].join('|');
};

/** The grammar of numbers under each decimal mark; it describes a whole text. */
export const numberGrammar: Readonly<Record<DecimalMark, string>> = {
  '.': grammarOf('.'),
  ',': grammarOf(','),
};

const patterns = {
  '.': new RegExp(`^(?:${numberGrammar['.']})$`, 'i'),
  ',': new RegExp(`^(?:${numberGrammar[',']})$`, 'i'),
} as const;

/** Longer texts are no numbers. */
const longestNumber = 60;

/**
 * Whether a text is a number under a decimal mark: grouped digits must be in threes before the decimals (Indian
 * groups of two before that), so `1.706,18` is one with `,` and `0.2` only with `.`.
 */
export const isNumberText = (text: string, decimalMark: DecimalMark): boolean =>
  text.length <= longestNumber && /\d/.test(text) && patterns[decimalMark].test(text);

/** What a number says about the decimal mark: the only one under which it is a number, or nothing. */
export const decimalMarkEvidence = (text: string): DecimalMark | undefined => {
  if (!/[.,]/.test(text)) return undefined;
  const isPoint = isNumberText(text, '.');
  const isComma = isNumberText(text, ',');
  if (isPoint === isComma) return undefined;
  return isPoint ? '.' : ',';
};

/** Whether a text is a number under both marks, and another one: `1.234` is 1.234 or 1234. */
export const isAmbiguousNumber = (text: string): boolean =>
  /[1-9]\d{0,2}[.,]\d{3}(?!\d)/.test(text) && isNumberText(text, '.') && isNumberText(text, ',');
