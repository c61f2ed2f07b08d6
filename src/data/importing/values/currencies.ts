/** ISO 4217 codes in use, but for those that are common words (ALL, TOP, CUP, MOP). */
const codes =
  'AED|AFN|AMD|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD|CDF|CHF|CLP|CNY|COP|CRC|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|GBP|GEL|GHS|GIP|GMD|GNF|GTQ|GYD|HKD|HNL|HRK|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KRW|KWD|KYD|KZT|LAK|LBP|LKR|LRD|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SEK|SGD|SLE|SOS|SRD|SZL|THB|TJS|TMT|TND|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|XAF|XCD|XOF|YER|ZAR|ZMW';

/** Signs and words that stand for one currency, in lower case; those that contain another one come first. */
export const currencySigns: readonly (readonly [sign: string, code: string])[] = [
  ['r$', 'BRL'],
  ['us$', 'USD'],
  ['au$', 'AUD'],
  ['a$', 'AUD'],
  ['ca$', 'CAD'],
  ['c$', 'CAD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['nt$', 'TWD'],
  ['mx$', 'MXN'],
  ['s$', 'SGD'],
  ['€', 'EUR'],
  ['£', 'GBP'],
  ['₹', 'INR'],
  ['rs.', 'INR'],
  ['rs', 'INR'],
  ['¥', 'JPY'],
  ['₽', 'RUB'],
  ['₺', 'TRY'],
  ['₩', 'KRW'],
  ['฿', 'THB'],
  ['₫', 'VND'],
  ['₴', 'UAH'],
  ['₦', 'NGN'],
  ['₱', 'PHP'],
  ['₪', 'ILS'],
  ['₡', 'CRC'],
  ['₲', 'PYG'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ['ft', 'HUF'],
  ['lei', 'RON'],
  ['s/.', 'PEN'],
  ['s/', 'PEN'],
  ['euros', 'EUR'],
  ['euro', 'EUR'],
  ['reais', 'BRL'],
  ['franken', 'CHF'],
  ['sfr.', 'CHF'],
  ['fr.', 'CHF'],
  ['руб.', 'RUB'],
  ['руб', 'RUB'],
  ['$', 'USD'],
];

/** Signs that several currencies share: an amount, but of which currency can't be said. */
const sharedSigns: readonly string[] = ['kr.', 'kr', 'fr', 'dollars', 'dollar', 'pounds', 'pesos', 'peso'];

const escapeExpression = (text: string): string => text.replaceAll(/[$.*+?^()[\]{}|\\/]/g, '\\$&');

/** Every way to write a currency, as a regular expression that ignores case; of JavaScript and of the engine. */
export const currencyExpression = `(?:${codes}|${[...currencySigns.map(([sign]) => sign), ...sharedSigns]
  .sort((a, b) => b.length - a.length)
  .map(escapeExpression)
  .join('|')})`;

const codePattern = new RegExp(`(?:^|[^\\p{L}])(${codes})(?:[^\\p{L}]|$)`, 'iu');
const isLetter = (text: string | undefined): boolean => text !== undefined && /\p{L}/u.test(text);

/** Whether a sign stands in a text by itself, not as a part of a word. */
const hasSign = (text: string, sign: string): boolean => {
  const at = text.indexOf(sign);
  if (at < 0) return false;
  const startsInWord = isLetter(sign[0]) && isLetter(text[at - 1]);
  const endsInWord = isLetter(sign.at(-1)) && isLetter(text[at + sign.length]);
  return !startsInWord && !endsInWord;
};

/** The currency that a money text names by sign or ISO code; undefined without one. */
export const currencyOf = (text: string): string | undefined => {
  const code = codePattern.exec(text)?.[1];
  if (code !== undefined) return code.toUpperCase();
  const lower = text.toLowerCase();
  return currencySigns.find(([sign]) => hasSign(lower, sign))?.[1];
};
