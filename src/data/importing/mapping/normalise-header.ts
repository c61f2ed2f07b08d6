/**
 * A header in the form in which names are compared: lower case words without accents, punctuation, unit or suffix of a
 * system. "CustomerID", "customer_id" and "Customer ID (text)" are all `customer id`.
 */
export const normaliseHeader = (header: string): string =>
  header
    .replace(/^\uFEFF/, '')
    .replace(/__[cr]$/i, '')
    .replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/#/g, ' number ')
    .replaceAll(/%/g, ' percent ')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
