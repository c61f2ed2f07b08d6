import { joinedKey, tokenKey, tokenLikeness, tokensOf } from './header-tokens.ts';
import { customerNames } from './names/customer-names.ts';
import type { KnownNames } from './names/known-names.ts';
import { lineNames } from './names/line-names.ts';
import { marketingNames } from './names/marketing-names.ts';
import { orderNames } from './names/order-names.ts';
import { salesNames } from './names/sales-names.ts';
import { serviceNames } from './names/service-names.ts';
import { usageCostNames } from './names/usage-cost-names.ts';
import { normaliseHeader } from './normalise-header.ts';
import { mappingTargets } from './targets.ts';

const namesByTarget: Readonly<Record<string, KnownNames>> = {
  ...customerNames,
  ...orderNames,
  ...lineNames,
  ...serviceNames,
  ...salesNames,
  ...marketingNames,
  ...usageCostNames,
};

/** A name under which exports write a target. */
interface Alias {
  /** As it is written in the list. */
  readonly name: string;
  readonly tokens: readonly string[];
  /** How surely the name means the target, 0–1. */
  readonly strength: number;
}

/** How well a header fits the names of a target. */
export interface NameFit {
  /** 0–1; 1 when the header is a known name. */
  readonly likeness: number;
  /** 0–1: how surely a known name means the target; 0 when the header is only like one. */
  readonly strength: number;
  /** The known name. */
  readonly name: string;
}

const weak = 0.4;
const parted = 0.97;

const listOf = (names: string | undefined, strength: number): readonly Alias[] =>
  (names ?? '')
    .split('|')
    .filter((name) => name !== '')
    .map((name) => ({ name, tokens: tokensOf(name), strength }));

/** All names of a target, the sure ones first: those of the lists and its own name in the data model. */
const aliasesOf = (target: string): readonly Alias[] => {
  const names = namesByTarget[target];
  const own = target.slice(target.indexOf('.') + 1).replaceAll('_', ' ');
  const sure = [names?.en, names?.de, names?.fr, names?.es, names?.pt, names?.it, target.replace('.', ' ')];
  const isTelling = own.includes(' ') && own !== 'customer id';
  return [
    ...sure.flatMap((list) => listOf(list, 1)),
    ...listOf(names?.weak, weak),
    ...listOf(own, isTelling ? 1 : weak),
  ];
};

const aliases = new Map(mappingTargets.map(({ target }) => [target, aliasesOf(target)]));

const fitsByTarget = new Map<string, Map<string, NameFit>>();
const targetsByKey = new Map<string, string[]>();
for (const [target, list] of aliases) {
  const fits = new Map<string, NameFit>();
  const remember = (key: string, likeness: number, { name, strength }: Alias): void => {
    const known = fits.get(key);
    if (known === undefined || known.strength * known.likeness < strength * likeness)
      fits.set(key, { likeness, strength, name });
  };
  for (const alias of list) {
    remember(`set ${tokenKey(alias.tokens)}`, 1, alias);
    if (joinedKey(alias.tokens).length > 5) remember(`run ${joinedKey(alias.tokens)}`, parted, alias);
    const key = tokenKey(alias.tokens);
    targetsByKey.set(key, [...new Set([...(targetsByKey.get(key) ?? []), target])]);
  }
  fitsByTarget.set(target, fits);
}

const leastLikeness = 0.85;

/** The sure names of a target by each of their words: a like name shares a word, unless it is one word only. */
const namesByWord = new Map<string, ReadonlyMap<string, readonly Alias[]>>();
const oneWord = 'one word only';
for (const [target, list] of aliases) {
  const byWord = new Map<string, Alias[]>();
  for (const alias of list.filter(({ strength }) => strength === 1))
    for (const word of new Set(alias.tokens.length === 1 ? [oneWord, ...alias.tokens] : alias.tokens)) {
      const known = byWord.get(word);
      if (known) known.push(alias);
      else byWord.set(word, [alias]);
    }
  namesByWord.set(target, byWord);
}

const likest = (tokens: readonly string[], target: string): NameFit | undefined => {
  const byWord = namesByWord.get(target);
  let best: NameFit | undefined;
  for (const word of tokens.length === 1 ? [oneWord] : tokens)
    for (const { name, tokens: words } of byWord?.get(word) ?? []) {
      if (Math.abs(words.length - tokens.length) > 1) continue;
      const likeness = tokenLikeness(tokens, words);
      if (likeness >= leastLikeness && likeness > (best?.likeness ?? 0))
        best = { likeness: Math.min(likeness, parted), strength: 0, name };
    }
  return best;
};

/** Survey tools write the whole question into the header. */
const recommendation =
  /\b(how likely.*recommend|how satisfied|wie wahrscheinlich.*(empfehl|weiterempfehl)|quelle.*probabilite.*recommand|que probabilidad.*recom|con quale probabilita.*(consigli|raccomand))/;
const asQuestion: NameFit = { likeness: 1, strength: 1, name: 'the question' };

/** Fits of headers that were looked at: the same names come again with every file of a system. */
const remembered = new Map<string, NameFit | undefined>();
const mostRemembered = 50_000;

/** How well a header, given by its words, fits a target by name; undefined when it isn't like any known name. */
export const nameFitOf = (tokens: readonly string[], target: string): NameFit | undefined => {
  if (target === 'surveys.score' && recommendation.test(tokens.join(' '))) return asQuestion;
  const fits = fitsByTarget.get(target);
  const known = fits?.get(`set ${tokenKey(tokens)}`) ?? fits?.get(`run ${joinedKey(tokens)}`);
  if (known !== undefined) return known;
  const key = `${target} ${tokens.join(' ')}`;
  if (!remembered.has(key)) {
    if (remembered.size >= mostRemembered) remembered.clear();
    remembered.set(key, likest(tokens, target));
  }
  return remembered.get(key);
};

/** The targets that a header names; undefined when the name is not known. */
export const aliasOf = (header: string): readonly string[] | undefined =>
  targetsByKey.get(tokenKey(tokensOf(header)));

/** Personal details that no analysis needs; such a column is not loaded. */
const personal =
  /\b(phone|telephone|telefon|telefono|telefone|tel|mobile|handy|fax|street|address|address1|address2|adresse|strasse|hausnummer|direccion|endereco|indirizzo|rue|credit card|card number|card last4|iban|passport|ssn|tax id|codice fiscale|cpf|dni|ip|device id|password|latitude|longitude)\b/;

/** Measures over a customer's whole history: a file with one of them has one row a customer, not one an order. */
const summary =
  /\b(frequency|recency( days)?|number of orders|total orders|orders count|order count|total spent|lifetime value|ltv|clv|historic clv|predicted clv|days since last|last order date|last purchase|most recent visit|tenure|t x|churn)\b/;

/** Whether a header names a personal detail that no analysis needs, such as a phone number. */
export const isPersonalDetail = (header: string): boolean =>
  personal.test(normaliseHeader(header)) && !/e ?mail/.test(normaliseHeader(header));

/** Whether a header names a sum over a customer's history. */
export const isCustomerSummary = (header: string): boolean => summary.test(normaliseHeader(header));

/** Columns that copying tools add: they say when a row was copied, not what it is about. */
const ofCopyingTools = /^(fivetran|airbyte|sdc|stitch|dlt|etl|dw|dwh) /;

/** Whether a column was added by a tool that copied the data. */
export const isOfCopyingTool = (header: string): boolean => ofCopyingTools.test(normaliseHeader(header));
