import type { TableName } from '../../tables/canonical-tables.ts';

/** What a file is about: which tables it can feed, and what it must have for that. */
export interface Grain {
  readonly id: string;
  readonly title: string;
  /** Names where headers leave it open: the first table is the main one. */
  readonly tables: readonly TableName[];
  /** Single targets of other tables. */
  readonly also?: readonly string[];
  /** Targets of these tables that make no sense in such a file. */
  readonly without: readonly string[];
  /** Vague names that mean a target in such a file only. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
  readonly needs: readonly Need[];
}

/** Something that a file must have: one group of targets must be complete; `a+b` needs both. */
export interface Need {
  readonly what: string;
  readonly anyOf: readonly string[];
  /** Columns with vague names don't count for it: never, or unless the file's name or many other columns back them. */
  readonly plain?: 'always' | 'unless-backed';
}

/** Something that a file must have: one of these targets, or groups of targets such as `a+b`. */
export const need = (what: string, ...anyOf: readonly string[]): Need => ({ what, anyOf });

/** Targets that name the customer of an order. */
export const orderCustomerTargets: readonly string[] = [
  'orders.customer_id',
  'customers.email',
  'customers.name',
];
