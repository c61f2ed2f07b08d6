import { ok, type Result } from '../../core/result.ts';
import {
  customerHistoriesStatements,
  customerWorkStatements,
  derivedTables,
  firstOrdersStatements,
} from '../../data/facts/derived-tables.ts';
import type { DerivedTable, FactContext } from '../../data/facts/derived-tables.ts';
import type { ValueSettings } from '../../analyses/value-settings.ts';
import { deriveCustomerValues } from './derive-customer-values.ts';
import { countFactRows } from './derive-order-facts.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';

/** What customer values are made of. */
const belowValues: readonly DerivedTable[] = ['customer_histories', 'customer_work'];

const neededFor = (tables: ReadonlySet<DerivedTable>): readonly DerivedTable[] =>
  derivedTables.filter(
    (table) => tables.has(table) || (tables.has('customer_values') && belowValues.includes(table)),
  );

/** What derived tables are made for: how orders are seen, and what customers' values are worked out by. */
export interface DerivedFor {
  readonly facts: FactContext;
  readonly settings: ValueSettings;
}

const deriveTable = async (
  session: DuckDBSession,
  table: DerivedTable,
  { facts, settings }: DerivedFor,
  job: Job,
): Promise<Result<void>> => {
  if (table === 'customer_values') return deriveCustomerValues(session, facts, settings, job);
  if (table === 'customer_work') return runAll(session, job, customerWorkStatements(facts));
  const rows = await countFactRows(session, job);
  if (!rows.ok) return rows;
  const statements = table === 'first_orders' ? firstOrdersStatements : customerHistoriesStatements;
  return runAll(session, job, statements(rows.value, facts));
};

/**
 * Makes the temporary tables that are asked for, and those they are made of, unless they are in `made`, to which it adds
 * them. `customer_profiles` of the same context must be at hand.
 */
export const deriveCustomerTables = async (
  session: DuckDBSession,
  tables: Iterable<DerivedTable>,
  made: Set<DerivedTable>,
  asked: DerivedFor,
  job: Job,
): Promise<Result<void>> => {
  for (const table of neededFor(new Set(tables))) {
    if (made.has(table)) continue;
    const derived = await deriveTable(session, table, asked, job);
    if (!derived.ok) return derived;
    made.add(table);
  }
  return ok(undefined);
};
