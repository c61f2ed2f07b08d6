const fold = (header: string): string =>
  header
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

const withoutMarks = (header: string): string => header.replace(/^\uFEFF/, '').replace(/__[cr]$/i, '');

/** A header in lower case words without accents and punctuation; what stands in brackets is kept. */
export const wordsOfHeader = (header: string): string => fold(withoutMarks(header));

/**
 * A header in the form in which names are compared: lower case words without accents, punctuation, unit or suffix of a
 * system. "CustomerID", "customer_id" and "Customer ID (text)" are all `customer id`.
 */
export const normaliseHeader = (header: string): string => {
  const name = withoutMarks(header);
  const outside = fold(name.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')).replace(/ formatted$/, '');
  return outside === '' ? fold(name) : outside;
};
