import { bindParams } from '../sql/bind-params.ts';
import { partsOf } from '../sql/parts.ts';
import type { SqlValue } from '../sql/quote-literal.ts';
import historiesSql from './customer-histories.sql?raw';
import firstOrdersSql from './first-orders.sql?raw';
import workSql from './customer-work.sql?raw';

/** How orders are seen: `as_of` (DATE) and `returns_net` (BOOLEAN). */
export type FactContext = Readonly<Record<'as_of' | 'returns_net', SqlValue>>;

/** Statements that fill a temporary table by a select with `$part` and `$parts`, part by part of so many rows. */
export const inPartsStatements = (
  table: string,
  sql: string,
  rows: number,
  context: FactContext,
): readonly string[] =>
  partsOf(rows).map((part) => {
    const select = bindParams(sql, { ...context, ...part });
    return part.part === 0
      ? `create or replace temp table ${table} as ${select}`
      : `insert into ${table} ${select}`;
  });

/** Tables besides `customer_profiles` that are derived when a question reads them, in the order in which they need each other. */
export const derivedTables = [
  'customer_histories',
  'customer_work',
  'customer_values',
  'first_orders',
] as const;

/** One of {@link derivedTables}. */
export type DerivedTable = (typeof derivedTables)[number];

/** Statements that make `customer_histories` from `order_facts`. */
export const customerHistoriesStatements = (rows: number, context: FactContext): readonly string[] =>
  inPartsStatements('customer_histories', historiesSql, rows, context);

/** Statements that make `first_orders` from `order_facts`, lines, products and `customer_profiles`. */
export const firstOrdersStatements = (rows: number, context: FactContext): readonly string[] =>
  inPartsStatements('first_orders', firstOrdersSql, rows, context);

/** Statements that make `customer_work` from orders, lines, tickets, interactions and `customer_profiles`. */
export const customerWorkStatements = (context: FactContext): readonly string[] => [
  `create or replace temp table customer_work as ${bindParams(workSql, context)}`,
];

/** Statements that forget everything derived for a context, so that it is derived anew. */
export const forgetDerivedStatements: readonly string[] = ['customer_profiles', ...derivedTables].map(
  (name) => `drop table if exists temp.main.${name}`,
);
