import type { Row } from '../../data/row.ts';
import { quantile } from '../../models/cuts/quantile.ts';
import type { Predictor } from '../../models/estimation/predictor.ts';
import { valueWords } from '../../core/describe-predicate.ts';
import { knownNumberOf } from '../cells.ts';
import type { Driver } from './result.ts';

/** A predictor with what is needed to say what it means. */
export interface Feature extends Predictor {
  readonly label: string;
  readonly kind: Driver['kind'];
  readonly unit: Driver['unit'];
  readonly reference: string | null;
  readonly customers: number;
  /** Standard deviation of a number; 1 for groups, whose effect is of belonging. */
  readonly spread: number;
}

const numbers = [
  { column: 'first_value', label: 'Value of the first order', unit: 'money' },
  { column: 'first_items', label: 'Pieces in the first order', unit: 'count' },
  { column: 'early_days', label: 'Days of purchase in the first days', unit: 'count' },
  { column: 'categories', label: 'Categories bought in the first days', unit: 'count' },
  { column: 'discount_share', label: 'Discount on early purchases', unit: 'share' },
  { column: 'tickets', label: 'Early service requests', unit: 'count' },
  { column: 'complaints', label: 'Early complaints', unit: 'count' },
] as const;

const flags = [
  { column: 'has_coupon', label: 'Coupon at the first order', reference: 'no coupon' },
  { column: 'is_discounted', label: 'Discount at the first order', reference: 'no discount' },
  { column: 'has_returned', label: 'Gave goods back early', reference: 'gave nothing back' },
  { column: 'consent', label: 'Agreed to be contacted', reference: 'did not, or unknown' },
] as const;

const groups = [
  { column: 'kind', label: 'Kind' },
  { column: 'country', label: 'Country' },
  { column: 'region', label: 'Region' },
  { column: 'acq_channel', label: 'Came by' },
  { column: 'acq_campaign', label: 'Campaign' },
  { column: 'first_channel', label: 'First bought through' },
  { column: 'first_category', label: 'First bought mostly' },
] as const;

/** Fewest customers of a group, and part of all, that is told apart from the reference. House rules. */
const fewest = { customers: 30, share: 0.01 } as const;
const mostGroups = 8;
/** Amounts beyond this part of customers count as much as it: single large orders don’t decide. House rule. */
const winsorised = 0.99;

const numberFeature = (
  rows: readonly Row[],
  { column, label, unit }: (typeof numbers)[number],
): Feature | null => {
  const raw = rows.map((row) => knownNumberOf(row, column));
  const known = raw.filter((value) => value !== null).toSorted((one, other) => one - other);
  if (2 * known.length < rows.length || known.length < 2) return null;
  const [middle, most] = [quantile(known, 0.5) ?? 0, quantile(known, winsorised) ?? 0];
  const values = raw.map((value) => Math.min(value ?? middle, Math.max(most, middle)));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  return spread > 1e-9
    ? { name: column, label, kind: 'number', unit, reference: null, customers: rows.length, spread, values }
    : null;
};

const groupFeature = (
  name: string,
  label: string,
  reference: string,
  members: readonly boolean[],
): Feature | null => {
  const customers = members.filter(Boolean).length;
  const least = Math.max(fewest.customers, fewest.share * members.length);
  return customers >= least && members.length - customers >= least
    ? { name, label, kind: 'group', unit: null, reference, customers, spread: 1, values: members.map(Number) }
    : null;
};

const isFeature = (feature: Feature | null): feature is Feature => feature !== null;

const groupFeatures = (rows: readonly Row[], { column, label }: (typeof groups)[number]): Feature[] => {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = String(row[column] ?? '');
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const [most, ...others] = [...counts].toSorted(
    ([one, count], [other, otherCount]) => otherCount - count || (one < other ? -1 : 1),
  );
  if (most === undefined) return [];
  const words = (value: string): string => (value === '' ? 'not known' : valueWords(column, value));
  return others
    .slice(0, mostGroups)
    .map(([value]) =>
      groupFeature(
        `${column}=${value}`,
        `${label}: ${words(value)}`,
        words(most[0]),
        rows.map((row) => String(row[column] ?? '') === value),
      ),
    )
    .filter(isFeature);
};

const surveyFeatures = (rows: readonly Row[]): Feature[] => {
  const scores = rows.map((row) => knownNumberOf(row, 'survey_score'));
  return [
    groupFeature(
      'survey=high',
      'Early answer of 4 or more of 5',
      'no answer',
      scores.map((score) => score !== null && score >= 4),
    ),
    groupFeature(
      'survey=low',
      'Early answer below 4 of 5',
      'no answer',
      scores.map((score) => score !== null && score < 4),
    ),
  ].filter(isFeature);
};

/** Features that say the same of every customer as one before them. */
export const repeatedOf = (features: readonly Feature[]): Feature[] => {
  const isSame = (one: Feature, other: Feature): boolean =>
    one.customers === other.customers &&
    one.kind === other.kind &&
    one.values.every((value, place) => value === other.values[place]);
  return features.filter((feature, at) => features.slice(0, at).some((before) => isSame(before, feature)));
};

/** Whether first orders were cheaper by coupons only: then coupon and discount are one thing, said once. */
const isOnlyByCoupon = (rows: readonly Row[]): boolean =>
  rows.every((row) => row['is_discounted'] === row['has_coupon']);

/** Everything that was known of the customers early, as predictors; what never varies or too few have is left out. */
export const featuresOf = (rows: readonly Row[]): Feature[] =>
  rows.length === 0
    ? []
    : [
        ...numbers.map((one) => numberFeature(rows, one)).filter(isFeature),
        ...flags
          .filter(({ column }) => column !== 'is_discounted' || !isOnlyByCoupon(rows))
          .map(({ column, label, reference }) =>
            groupFeature(
              column,
              label,
              reference,
              rows.map((row) => row[column] === true),
            ),
          )
          .filter(isFeature),
        ...surveyFeatures(rows),
        ...groups.flatMap((group) => groupFeatures(rows, group)),
      ];
