import { isNullWord } from '../values/null-words.ts';

/** Customers with several rows that must agree before a column counts as a trait of the customer. */
const leastRepeats = 5;

/** What the rows of customers with several rows show about a column. */
export type CustomerDependence = 'constant' | 'varies' | 'unknown';

/**
 * Whether a column says something about the customer rather than about the row: where a customer has several rows with a
 * value, it is the same in (nearly) all of them. Unknown when the sample has too few such customers to tell.
 */
export const dependenceOnCustomer = (
  customers: readonly string[],
  values: readonly string[],
): CustomerDependence => {
  const seen = new Map<string, { readonly value: string; rows: number; isConstant: boolean }>();
  values.forEach((value, index) => {
    const customer = customers[index] ?? '';
    if (isNullWord(customer) || isNullWord(value)) return;
    const known = seen.get(customer);
    if (known === undefined) seen.set(customer, { value, rows: 1, isConstant: true });
    else {
      known.rows += 1;
      known.isConstant &&= known.value === value;
    }
  });
  const repeated = [...seen.values()].filter(({ rows }) => rows > 1);
  const different = new Set([...seen.values()].map(({ value }) => value)).size;
  if (repeated.length < leastRepeats || different < 2) return 'unknown';
  const constant = repeated.filter(({ isConstant }) => isConstant).length;
  return constant >= repeated.length * 0.98 ? 'constant' : 'varies';
};

/** Column name of a customer attribute: `attr_` and the letters and digits of the header, of any alphabet, in lower case with underscores, at most 60 characters. */
export const attributeName = (column: string): string => {
  const slug = column
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 55);
  return `attr_${slug === '' ? 'column' : slug}`;
};
