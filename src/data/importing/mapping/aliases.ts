import { joinedKey, tokenKey, tokensOf } from './header-tokens.ts';
import { LikeNames } from './like-names.ts';
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

/** Targets by the exact names that mean them: their words in any order, and their letters without the gaps. */
const fitsByWords = new Map<string, Map<string, NameFit>>();
const fitsByLetters = new Map<string, Map<string, NameFit>>();
const likeNames = new LikeNames();

const remember = (
  fitsByKey: Map<string, Map<string, NameFit>>,
  key: string,
  target: string,
  fit: NameFit,
): void => {
  const fits = fitsByKey.get(key) ?? new Map<string, NameFit>();
  fitsByKey.set(key, fits);
  const known = fits.get(target);
  if (known === undefined || known.strength * known.likeness < fit.strength * fit.likeness)
    fits.set(target, fit);
};

for (const { target } of mappingTargets)
  for (const { name, tokens, strength } of aliasesOf(target)) {
    remember(fitsByWords, tokenKey(tokens), target, { likeness: 1, strength, name });
    const letters = joinedKey(tokens);
    if (letters.length > 5) remember(fitsByLetters, letters, target, { likeness: parted, strength, name });
    if (strength === 1) likeNames.add(target, name, tokens);
  }

/** Survey tools write the whole question into the header. */
const recommendation =
  /\b(how likely.*recommend|how satisfied|wie wahrscheinlich.*(empfehl|weiterempfehl)|quelle.*probabilite.*recommand|que probabilidad.*recom|con quale probabilita.*(consigli|raccomand))/;
const asQuestion: NameFit = { likeness: 1, strength: 1, name: 'the question' };

const findFits = (tokens: readonly string[]): ReadonlyMap<string, NameFit> => {
  const fits = new Map<string, NameFit>();
  for (const [target, { name, likeness }] of likeNames.of(tokens))
    fits.set(target, { likeness: Math.min(likeness, parted), strength: 0, name });
  for (const [target, fit] of fitsByLetters.get(joinedKey(tokens)) ?? []) fits.set(target, fit);
  for (const [target, fit] of fitsByWords.get(tokenKey(tokens)) ?? []) fits.set(target, fit);
  if (recommendation.test(tokens.join(' '))) fits.set('surveys.score', asQuestion);
  return fits;
};

/** Fits of headers that were looked at: the same names come again with every file of a system. */
const remembered = new Map<string, ReadonlyMap<string, NameFit>>();
const mostRemembered = 10_000;

/** All targets that a header, given by its words, fits by name, with how well. */
export const nameFitsOf = (tokens: readonly string[]): ReadonlyMap<string, NameFit> => {
  const key = tokens.join(' ');
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= mostRemembered) remembered.clear();
  const found = findFits(tokens);
  remembered.set(key, found);
  return found;
};

/** How well a header, given by its words, fits a target by name; undefined when it isn't like any known name. */
export const nameFitOf = (tokens: readonly string[], target: string): NameFit | undefined =>
  nameFitsOf(tokens).get(target);

/** The targets that a header names; undefined when the name is not known. */
export const aliasOf = (header: string): readonly string[] | undefined => {
  const fits = fitsByWords.get(tokenKey(tokensOf(header)));
  return fits && [...fits.keys()];
};

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
