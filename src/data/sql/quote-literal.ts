/** A value that can be written into SQL. A calendar day is wrapped, so that it isn't taken for text. */
export type SqlValue = string | number | boolean | null | { readonly day: string } | readonly SqlValue[];

const quoteText = (text: string): string => `'${text.replaceAll('\0', '\uFFFD').replaceAll("'", "''")}'`;

/** Without an exponent the engine reads a decimal first, and its double may be the next one to the number that was meant. */
const asDouble = (text: string): string => (text.includes('e') ? text : `${text}e0`);

const quoteNumber = (value: number): string => {
  if (!Number.isFinite(value)) return 'null';
  const text = Number.isInteger(value) ? String(value) : asDouble(String(value));
  return value < 0 || Object.is(value, -0) ? `(${text})` : text;
};

const quoteList = (values: readonly SqlValue[]): string => {
  const list = `[${values.map(quoteLiteral).join(', ')}]`;
  const isNumeric = values.length > 0 && values.every((value) => typeof value === 'number');
  return isNumeric ? `${list}::double[]` : list;
};

/**
 * A value as a SQL literal that can't break out of its place: text in doubled quotes, whole numbers as integers,
 * others as DOUBLE, lists of numbers as DOUBLE[], a day as DATE. NaN, infinities and null are `null`.
 */
export function quoteLiteral(value: SqlValue): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return quoteText(value);
  if (typeof value === 'number') return quoteNumber(value);
  if (typeof value === 'boolean') return String(value);
  if ('day' in value) return `date ${quoteText(value.day)}`;
  return quoteList(value);
}
