import type { ColumnEvidence } from './column-evidence.ts';
import { isAccountMark } from '../values/account-marks.ts';
import { namesRate } from './normalise-header.ts';
import type { MappingTarget } from './targets.ts';

/** How well a column's values fit what a target holds, 0–1; 0 rules the target out. */
type Fit = (evidence: ColumnEvidence, target: string) => number;

const unknown = 0.3;
const most = 0.97;

const isWhole = ({ numbers }: ColumnEvidence): boolean => numbers.every(Number.isInteger);

const maximum = ({ numbers }: ColumnEvidence): number =>
  numbers.reduce((largest, number) => Math.max(largest, number), -Infinity);

const minimum = ({ numbers }: ColumnEvidence): number =>
  numbers.reduce((least, number) => Math.min(least, number), Infinity);

/** Long whole numbers that hardly ever come back: identifiers rather than amounts or counts. */
const looksLikeIdentifiers = (evidence: ColumnEvidence): boolean =>
  evidence.column.kind === 'integer' &&
  evidence.values.length > 20 &&
  evidence.distinctShare > 0.98 &&
  minimum(evidence) >= 10_000 &&
  new Set(evidence.values.map((value) => value.trim().length)).size === 1;

const readable = (share: number): number => (share >= most ? 1 : share >= 0.8 ? 0.8 : share >= 0.5 ? 0.5 : 0);

const dateFit: Fit = ({ dateShare, momentShare, periodShare }) => {
  if (momentShare >= most) return 0.8;
  return dateShare + periodShare >= 0.9 && periodShare > 0.1 ? 0.5 : readable(dateShare);
};

const periodFit: Fit = ({ dateShare, periodShare }) => readable(dateShare + periodShare);

const isShare = (evidence: ColumnEvidence): boolean =>
  evidence.numbers.length > 0 &&
  minimum(evidence) >= 0 &&
  maximum(evidence) <= (evidence.hasPercent ? 100 : 1);

const moneyFit: Fit = (evidence, target) => {
  const fit = readable(evidence.numberShare);
  if (fit === 0) return 0;
  if (evidence.hasPercent) return 0.2;
  if (looksLikeIdentifiers(evidence)) return 0.3;
  if (target === 'lines.discount' && isShare(evidence) && evidence.column.distinct > 1) return 0.4;
  const isPrice = /price|unit_cost/.test(target);
  return isPrice && evidence.numbers.filter((number) => number < 0).length > evidence.numbers.length * 0.3
    ? 0.6
    : fit;
};

/** A rate in per cent is known by its name only. */
const shareFit: Fit = (evidence) => {
  const isNamed = namesRate(evidence.column.name);
  const fits = isShare(isNamed ? { ...evidence, hasPercent: true } : evidence);
  return readable(evidence.numberShare) > 0 && fits ? 1 : 0;
};

const countFit: Fit = (evidence) => {
  const fit = readable(evidence.numberShare);
  if (fit === 0 || evidence.hasPercent) return 0;
  if (looksLikeIdentifiers(evidence) || maximum(evidence) > 1e7) return unknown;
  return isWhole(evidence) ? fit : 0.7 * fit;
};

const positionFit: Fit = (evidence) =>
  readable(evidence.numberShare) >= 0.8 && isWhole(evidence) && maximum(evidence) < 2 ** 31 ? 0.9 : 0;

const scoreFit: Fit = (evidence) => {
  const fit = readable(evidence.numberShare);
  if (fit < 0.8 || minimum(evidence) < -100) return 0;
  const largest = maximum(evidence);
  return largest <= 10 ? fit : largest <= 100 ? 0.7 : 0;
};

/** Numbers with decimals other than zeros, as in "17850.0", are no identifiers; nor are whole sentences. */
const isNoKey = ({ column, values }: ColumnEvidence): boolean =>
  column.kind === 'date' ||
  column.kind === 'datetime' ||
  column.kind === 'boolean' ||
  (column.kind === 'number' && values.some((value) => !/^-?\d+([.,]0+)?$/.test(value.trim()))) ||
  values.reduce((sum, value) => sum + value.length, 0) > values.length * 90;

/** A key of the row itself should differ from row to row. */
const ownKeyFit: Fit = (evidence) =>
  isNoKey(evidence) ? 0 : evidence.column.kind === 'email' ? 0.6 : evidence.distinctShare > 0.95 ? 1 : 0.4;

/** Keys that a row may have for its own, beside those of {@link ownKeyFit}. */
const mayBeOwn = /^(orders\.order_id|campaigns\.campaign_id|customers\.reference)$/;

const isJustId = ({ tokens }: ColumnEvidence): boolean => tokens.length === 1 && tokens[0] === 'id';

/** A key of something else should come back. What is called just “id” and never does is the number of the row itself. */
const otherKeyFit: Fit = (evidence, target) => {
  if (isNoKey(evidence)) return 0;
  if (isJustId(evidence) && evidence.distinctShare > 0.95 && !mayBeOwn.test(target)) return 0;
  const isLonely = evidence.distinctShare > 0.999 && evidence.values.length > 50;
  return isLonely && /customer_id|product_id/.test(target) ? 0.6 : 0.9;
};

const hashed = /^([0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[A-Za-z0-9+/]{22}==)$/;

const emailFit: Fit = ({ column, values }) => {
  if (column.kind === 'email') return 1;
  if (column.kind !== 'text') return 0;
  if (values.some((value) => /@[^@\s]+\.[a-z]{2,}/i.test(value))) return 0.8;
  return values.every((value) => hashed.test(value.trim())) ? 0.6 : 0.1;
};

const currencyFit: Fit = ({ values }) =>
  values.every((value) => /^[A-Za-z]{3}$|^\W$/.test(value.trim())) ? 1 : 0;

const booleanFit: Fit = ({ column, values }) => {
  const isTruth =
    column.kind === 'boolean' ||
    values.every((value) => /^(0|1|x|subscribed|unsubscribed)$/i.test(value.trim()));
  return isTruth ? 1 : column.distinct <= 4 && column.kind === 'text' ? 0.6 : 0;
};

const sideFit: Fit = ({ values }) => (values.every((value) => isAccountMark(value.trim())) ? 1 : 0);

const isDated = ({ column }: ColumnEvidence): boolean => column.kind === 'date' || column.kind === 'datetime';

/** Mostly digits and signs, such as "#1001". */
const isNumbering = ({ values }: ColumnEvidence): boolean =>
  values.filter((value) => value.replaceAll(/[^\p{L}]/gu, '').length < 2).length > values.length / 2;

const nameFit: Fit = (evidence) => {
  if (isDated(evidence) || evidence.column.kind === 'boolean') return 0;
  return isNumbering(evidence) || evidence.column.kind === 'email' ? 0.1 : 0.9;
};

/** Words for the state of a record, which is not one of the United States. */
const stateWords =
  /^(enabled|disabled|active|inactive|invited|declined|open|closed|pending|new|true|false)$/i;

const regionFit: Fit = (evidence) =>
  evidence.values.every((value) => stateWords.test(value.trim())) ? 0 : wordFit(evidence, 'customers.region');

const wordFit: Fit = (evidence, target) => {
  if (isDated(evidence) || evidence.column.kind === 'email') return 0;
  const isCategory = !/city|region|coupon|item$/.test(target);
  if (isCategory && evidence.column.distinct > 400) return 0.4;
  return evidence.numberShare > 0.5 ? unknown : 0.9;
};

const satisfactionFit: Fit = ({ column }) => (column.kind === 'text' && column.distinct <= 12 ? 0.9 : 0);

const commentFit: Fit = (evidence) => (isDated(evidence) ? 0 : evidence.numberShare > 0.5 ? 0.1 : 0.9);

/** A case has several rows in a log of what was done. */
const caseFit: Fit = (evidence) =>
  isNoKey(evidence) || evidence.values.length < 10 || evidence.distinctShare > 0.8 ? 0 : 0.95;

/** A few activities, named or numbered, come back all the time. */
const activityFit: Fit = (evidence) => {
  if (isDated(evidence) || evidence.column.kind === 'email' || evidence.column.kind === 'number') return 0;
  return evidence.values.length >= 10 && evidence.distinctShare <= 0.3 ? 0.95 : 0;
};

const special: Readonly<Record<string, Fit>> = {
  'customers.customer_id': ownKeyFit,
  'products.product_id': ownKeyFit,
  'deals.deal_id': ownKeyFit,
  'tickets.ticket_id': ownKeyFit,
  'tickets.case_id': caseFit,
  'tickets.activity': activityFit,
  'interactions.interaction_id': ownKeyFit,
  'customers.email': emailFit,
  'customers.name': nameFit,
  'customers.region': regionFit,
  'customers.first_name': nameFit,
  'customers.last_name': nameFit,
  'products.name': nameFit,
  'campaigns.name': nameFit,
  'orders.currency': currencyFit,
  'orders.debit_credit': sideFit,
  'usage.period': periodFit,
  'costs.period': periodFit,
  'campaigns.day': periodFit,
  'lines.discount_rate': shareFit,
  'lines.quantity': countFit,
  'lines.line_no': positionFit,
  'tickets.reopened': countFit,
  'tickets.csat': scoreFit,
  'tickets.satisfaction': satisfactionFit,
  'surveys.score': scoreFit,
  'surveys.comment': commentFit,
};

const fitOf = ({ target, type }: MappingTarget): Fit => {
  const own = special[target];
  if (own !== undefined) return own;
  switch (type) {
    case 'DATE':
    case 'TIMESTAMP':
      return dateFit;
    case 'VARCHAR':
      return /_id$|reference$/.test(target) ? otherKeyFit : wordFit;
    case 'BOOLEAN':
      return booleanFit;
    default:
      return moneyFit;
  }
};

/** How well the values fit, 0–1; 0 rules the target out. A column without values may be anything. */
export const profileFit = (evidence: ColumnEvidence, target: MappingTarget): number =>
  evidence.values.length === 0 ? unknown : fitOf(target)(evidence, target.target);
