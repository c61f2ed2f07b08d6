import type { Row } from '../../row.ts';
import type { DuplicatePair, DuplicateReview, PairedCustomer, PairReason } from './duplicate-pair.ts';
import { points } from './pairs-sql.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const customerOf = (row: Row, alias: string): PairedCustomer => ({
  id: String(row[`${alias}_id`]),
  name: textOf(row[`${alias}_name`]),
  email: textOf(row[`${alias}_email`]),
  phone: textOf(row[`${alias}_phone`]),
  postcode: textOf(row[`${alias}_postcode`]),
  city: textOf(row[`${alias}_city`]),
  country: textOf(row[`${alias}_country`]),
  firstSeen: textOf(row[`${alias}_first_seen`]),
  orders: Number(row[`${alias}_orders`] ?? 0),
  revenue: Number(row[`${alias}_revenue`] ?? 0),
  lastOrder: textOf(row[`${alias}_last_order`]),
});

const reasonsOf = (row: Row): DuplicatePair['reasons'] =>
  (Object.keys(points) as PairReason[])
    .filter((reason) => row[reason] === true)
    .map((reason) => ({ reason, points: points[reason] }))
    .sort((one, other) => other.points - one.points);

/** A pair from a row of `bestPairsSql`. */
export const readPair = (row: Row): DuplicatePair => ({
  keep: customerOf(row, 'keep'),
  drop: customerOf(row, 'drop_'),
  score: Number(row['score'] ?? 0),
  reasons: reasonsOf(row),
});

const compared = [
  ['has_names', 'name'],
  ['has_emails', 'e-mail address'],
  ['has_phones', 'telephone number'],
  ['has_postcodes', 'postal code'],
  ['has_cities', 'city'],
] as const;

/** The counts of a review from the row of `reviewCountsSql`. */
export const readCounts = (
  row: Row | undefined,
): Pick<DuplicateReview, 'total' | 'unblocked' | 'customers' | 'comparedBy'> => ({
  total: Number(row?.['total'] ?? 0),
  unblocked: Number(row?.['unblocked'] ?? 0),
  customers: Number(row?.['customers'] ?? 0),
  comparedBy: compared.filter(([flag]) => row?.[flag] === true).map(([, words]) => words),
});
