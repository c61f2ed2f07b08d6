/** How a column writes numbers. */
export type DecimalMark = '.' | ',';

/** A number format of a whole column: decimal mark, and what must be done to the text before it is a number. */
export interface NumberFormat {
  readonly decimalMark: DecimalMark;
  /** Plain digits, sign and decimal point: nothing needs to be taken out. */
  readonly isPlain: boolean;
  /** Parentheses or a trailing minus sign mean negative. */
  readonly hasMarkedNegatives: boolean;
  /** Percent signs: divide by 100. */
  readonly hasPercent: boolean;
}

const codes =
  'USD|EUR|GBP|CHF|JPY|CNY|INR|BRL|MXN|CAD|AUD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|TRY|RUB|UAH|ZAR|SGD|HKD|KRW|THB|IDR|MYR|PHP|VND|ILS|AED|SAR|EGP|NGN|KES|ARS|CLP|COP|PEN';
const currency = `(?:${codes}|(?:R|US|A|C|NZ|HK|S)?\\$|[€£¥₹₽₺₩฿₫₴₦₱₪]|zł|kr\\.?|Fr\\.?|Kč|Ft|lei)`;
const space = '[ \u00a0\u202f]';
const body = (decimal: DecimalMark): string => {
  const group = decimal === '.' ? `(?:,|'|’|${space})` : `(?:\\.|'|’|${space})`;
  const mark = decimal === '.' ? '\\.' : ',';
  return `(?:\\d+|[1-9]\\d{0,2}(?:(${group})\\d{2,3})(?:\\1\\d{2,3})*)?(?:${mark}\\d*)?(?:[eE][+-]?\\d+)?`;
};
const patternOf = (decimal: DecimalMark): RegExp =>
  new RegExp(
    `^[-+−]?(?:${currency}${space}*)?[-+−]?\\(?(?:${currency}${space}*)?(?=[\\d.,])${body(decimal)}(?:${space}*%)?(?:${space}*${currency})?\\)?-?$`,
  );
const patterns = { '.': patternOf('.'), ',': patternOf(',') } as const;
const lastGroup = {
  '.': /\d[,'’ \u00a0\u202f]\d\d(?=\D*$|\.)/,
  ',': /\d[.'’ \u00a0\u202f]\d\d(?=\D*$|,)/,
} as const;

/**
 * Whether a text is a number under a decimal mark: grouped digits must be in threes before the decimals (Indian
 * groups of two before that), so `1.706,18` is one with `,` and `0.2` only with `.`.
 */
export const isNumberText = (text: string, decimalMark: DecimalMark): boolean =>
  /\d/.test(text) && patterns[decimalMark].test(text) && !lastGroup[decimalMark].test(text);

/** What a number says about the decimal mark: the only one under which it is a number, or nothing. */
export const decimalMarkEvidence = (text: string): DecimalMark | undefined => {
  if (!/[.,]/.test(text)) return undefined;
  const isPoint = isNumberText(text, '.');
  const isComma = isNumberText(text, ',');
  if (isPoint === isComma) return undefined;
  return isPoint ? '.' : ',';
};

/** A text of a column with the number of rows that look like it; digits may be masked as 9. */
export interface CountedText {
  readonly text: string;
  readonly count: number;
}

const total = (texts: readonly CountedText[], isCounted: (text: string) => boolean): number =>
  texts.reduce((sum, { text, count }) => sum + (isCounted(text) ? count : 0), 0);

/**
 * The format of a number column from all its shapes: the file's decimal mark, unless the column has fewer
 * unreadable values under the other one.
 */
export const numberFormatOf = (shapes: readonly CountedText[], preferred: DecimalMark): NumberFormat => {
  const other: DecimalMark = preferred === '.' ? ',' : '.';
  const score = (mark: DecimalMark): number => total(shapes, (text) => isNumberText(text, mark));
  const decimalMark = score(other) > score(preferred) ? other : preferred;
  const has = (pattern: RegExp): boolean => shapes.some(({ text }) => pattern.test(text));
  return {
    decimalMark,
    isPlain: decimalMark === '.' && !has(/[^\d.\-+]|\d[-+]/),
    hasMarkedNegatives: has(/^\(|\)$|-$/),
    hasPercent: has(/%/),
  };
};

const codePattern = new RegExp(`(?:^|[^A-Z])(${codes})(?:[^A-Z]|$)`);

/** The signs that stand for a currency, those that contain another one first. */
export const currencySigns: readonly (readonly [sign: string, code: string])[] = [
  ['R$', 'BRL'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['¥', 'JPY'],
  ['zł', 'PLN'],
  ['$', 'USD'],
];

/** The currency that a money text names by sign or ISO code; undefined without one. */
export const currencyOf = (text: string): string | undefined => {
  const code = codePattern.exec(text)?.[1];
  if (code !== undefined) return code;
  return currencySigns.find(([sign]) => text.includes(sign))?.[1];
};
