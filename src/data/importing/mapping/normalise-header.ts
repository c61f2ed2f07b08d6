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

/** A unit in brackets that tells what a name means. */
const bracketedPercent = /[([](?:in |en )?(?:%|percent|pct|prozent)[)\]]/gi;

/** Whether a header says that its values are of a hundred: "Discount %", "Rabatt in Prozent". */
export const namesPercent = (header: string): boolean =>
  /(?:^| )(?:percent\w*|pct|perc|prozent\w*|pourcentage|porcentaje|porcentagem)(?: |$)/.test(
    wordsOfHeader(header),
  );

/** Whether a header names a rate, which may be written as a share or in per cent. */
export const namesRate = (header: string): boolean =>
  namesPercent(header) ||
  /(?:^| )(?:rate|taux|taxa|tasa|tasso|\p{L}*satz)(?: |$)/u.test(wordsOfHeader(header));

/**
 * A header in the form in which names are compared: lower case words without accents, punctuation, unit or suffix of a
 * system. "CustomerID", "customer_id" and "Customer ID (text)" are all `customer id`.
 */
export const normaliseHeader = (header: string): string => {
  const name = withoutMarks(header).replaceAll(bracketedPercent, ' % ');
  const outside = fold(name.replaceAll(/\([^)]*\)|\[[^\]]*\]/g, ' ')).replace(/ formatted$/, '');
  return outside === '' ? fold(name) : outside;
};
