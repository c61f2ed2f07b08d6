import { normaliseHeader } from './normalise-header.ts';

/** Words that carry no meaning in a header, in six languages. */
const fillers = new Set(
  'of the for in by per at a de du des la le les l d del della dello dei delle di da do dos das el los las un une al von der den dem fur im zum zur pro par por et und and y'.split(
    ' ',
  ),
);

/** Spellings of one word. */
const synonyms = new Map<string, string>(
  Object.entries({
    ...Object.fromEntries(
      'no nr num nro numb nbr n numero nummer'.split(' ').map((word) => [word, 'number'] as const),
    ),
    ...Object.fromEntries('identifier ident key guid uuid'.split(' ').map((word) => [word, 'id'] as const)),
    amt: 'amount',
    dt: 'date',
    cust: 'customer',
    ord: 'order',
    prod: 'product',
    desc: 'description',
    inv: 'invoice',
    trans: 'transaction',
    txn: 'transaction',
    tel: 'phone',
    telephone: 'phone',
    qnty: 'quantity',
    categ: 'category',
    kd: 'kunden',
    commandes: 'commande',
    cde: 'commande',
    cmd: 'commande',
    fact: 'facture',
    cod: 'codigo',
    vl: 'valor',
    vlr: 'valor',
    canceled: 'cancelled',
  }),
);

const currencies = /^(usd|eur|gbp|chf|jpy|cad|aud|sek|nok|dkk|pln|inr|brl|mxn|euro|euros)$/;

/** "waehrung" and "währung" are one word; what this does to other words it does to all of them. */
const withoutUmlaut = (token: string): string => token.replaceAll(/([aou])e/g, '$1');

const isApiPrefix = (token: string): boolean => /^(property|properties|hs|attributes|fields)$/.test(token);

/** Amounts that an API gives in the shop's currency: `total_price_set_shop_amount` is the total price. */
const shopMoney = / set shop(?: money)? amount$/;
const shopCurrency = /^.* set shop(?: money)? (?=currency code$)/;

/** "Auftragsnummer", "Auftrags-Nr." and "AuftragsNr" are one name. */
const compound = /^(\p{L}{3,})(nummer|nr|number|num)$/u;

/** The words of a header that tell what it is, in one spelling each. */
export const tokensOf = (header: string): readonly string[] => {
  const words = normaliseHeader(header).replace(/\be mail/g, 'email');
  let tokens = words.replace(shopMoney, '').replace(shopCurrency, '').split(' ');
  while (tokens.length > 1 && isApiPrefix(tokens[0] ?? '')) tokens = tokens.slice(1);
  if (tokens.length > 1 && currencies.test(tokens.at(-1) ?? '')) tokens = tokens.slice(0, -1);
  tokens = tokens.flatMap((token) => compound.exec(token)?.slice(1) ?? [token]);
  const telling = tokens.filter((token) => !fillers.has(token));
  return (telling.length === 0 ? tokens : telling).map((token) =>
    withoutUmlaut(synonyms.get(token) ?? token),
  );
};

/** The same for all headers with the same words in any order. */
export const tokenKey = (tokens: readonly string[]): string => [...tokens].sort().join(' ');

/** The same for headers that differ only in where one word ends and the next begins. */
export const joinedKey = (tokens: readonly string[]): string => tokens.join('');

const editDistance = (a: string, b: string): number => {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1)
      current.push(
        Math.min(
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1),
        ),
      );
    previous = current;
  }
  return previous[b.length] ?? 0;
};

const leastWordLikeness = 0.81;

/** How alike two words are, 0–1: short words must be the same, longer ones may differ by a letter in six. */
const wordLikeness = (a: string, b: string): number => {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  const mostEdits = longest * (1 - leastWordLikeness);
  if (Math.min(a.length, b.length) < 4 || mostEdits < 1 || Math.abs(a.length - b.length) > mostEdits)
    return 0;
  const likeness = 1 - editDistance(a, b) / longest;
  return likeness >= leastWordLikeness ? likeness : 0;
};

/** How alike two sets of words are, 0–1: each word with its most like partner, relative to all words. */
export const tokenLikeness = (a: readonly string[], b: readonly string[]): number => {
  const free = [...b];
  let alike = 0;
  for (const token of a) {
    const likeness = free.map((other) => wordLikeness(token, other));
    const best = Math.max(0, ...likeness);
    if (best === 0) continue;
    alike += best;
    free.splice(likeness.indexOf(best), 1);
  }
  return a.length + b.length === 0 ? 0 : (2 * alike) / (a.length + b.length);
};

/** Words that say whether tax is included, alone or together with the word for tax. */
const taxWords =
  /^(netto|brutto|ht|ttc|hors|incl|inc|excl|ex|including|excluding|con|sin|inclusa|esclusa|incluido)$/;
const taxItself = /^(tax|taxe|taxes|vat|iva|mwst)$/;

/** A name without what it says of tax: "Prix TTC" is the price. As it is when nothing else would be left. */
export const withoutTaxWords = (tokens: readonly string[]): readonly string[] => {
  if (!tokens.some((token) => taxWords.test(token))) return tokens;
  const rest = tokens.filter((token) => !taxWords.test(token) && !taxItself.test(token));
  return rest.length === 0 ? tokens : rest;
};

const leastPrefixed = 0.8;
const fewestPrefixed = 4;

/** A word with which nearly all headers of a file begin, as in "Deal - Title", "Deal - Value"; undefined without one. */
export const sharedPrefix = (headers: readonly (readonly string[])[]): string | undefined => {
  const long = headers.filter((tokens) => tokens.length > 1);
  const [first] = long[0] ?? [];
  const prefixed = long.filter(([start]) => start === first).length;
  return prefixed >= fewestPrefixed && prefixed >= headers.length * leastPrefixed ? first : undefined;
};
