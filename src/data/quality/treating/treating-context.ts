import type { Treatment } from '../treatment.ts';

/** What the statements of a treatment must know of the database that they run in. */
export interface TreatingContext {
  /** Tables that are kept as loaded beside treated ones already. */
  readonly raw: ReadonlySet<string>;
  /** Kept tables that hold rows. */
  readonly filled: ReadonlySet<string>;
  /** Columns of `customer_attributes` besides `customer_id`. */
  readonly attributes: readonly string[];
}

/** Statements that carry out one or several treatments of a kind, and how many rows they are about. */
export interface TreatmentStep {
  readonly treatments: readonly Treatment[];
  readonly statements: readonly string[];
  /** Query of one number (`n`), asked after the first `countAfter` statements. */
  readonly concernedSql: string;
  readonly countAfter: number;
  readonly unit: 'orders' | 'lines' | 'customers';
  /** Query of the customers (`id`) whom merges name and the data hold, asked at the same moment. */
  readonly presentSql?: string;
}

/** The tables whose rows belong to customers, by the column that names them; `referrals` has two. */
export const customerColumns: readonly (readonly [table: string, column: string])[] = [
  ['orders', 'customer_id'],
  ['interactions', 'customer_id'],
  ['tickets', 'customer_id'],
  ['surveys', 'customer_id'],
  ['deals', 'customer_id'],
  ['usage', 'customer_id'],
  ['stage_events', 'customer_id'],
  ['referrals', 'from_customer_id'],
  ['referrals', 'to_customer_id'],
];

/** Columns of orders that hold money. */
export const orderMoney = ['gross', 'discount', 'refund', 'net', 'shipping', 'tax'] as const;
/** Columns of lines that hold money. */
export const lineMoney = ['unit_price', 'discount', 'net', 'cost'] as const;

const changesLines: ReadonlySet<Treatment['kind']> = new Set([
  'exclude-test-orders',
  'exclude-non-product-lines',
  'exclude-zero-value-orders',
  'drop-duplicate-orders',
  'set-impossible-dates-aside',
  'limit-outliers',
  'convert-currencies',
]);

/** The tables that these treatments make anew, of those that hold rows. */
export const treatedTables = (
  treatments: readonly Treatment[],
  { filled }: TreatingContext,
): readonly string[] => {
  const active = treatments.filter(({ kind }) => kind !== 'keep-apart');
  if (active.length === 0) return [];
  const isMerged = active.some(({ kind }) => kind === 'merge-customers');
  const tables = [
    'customers',
    'orders',
    ...(active.some(({ kind }) => changesLines.has(kind)) ? ['lines'] : []),
    ...(isMerged ? [...customerColumns.map(([table]) => table), 'customer_attributes'] : []),
  ];
  return [...new Set(tables)].filter((table) => filled.has(table));
};
