import { err, ok, type Result } from '../../../core/result.ts';
import { canonicalTables } from '../../tables/canonical-tables.ts';
import { createTableSql } from '../../tables/table.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { buildAttributes } from './build-attributes.ts';
import {
  addNamedCustomers,
  buildCustomers,
  buildReferences,
  hasCustomerList,
  hasReferences,
} from './build-customers.ts';
import { buildDeals, buildOrdersOfDeals, hasDeals } from './build-deals.ts';
import { buildLines } from './build-lines.ts';
import { buildOrders, hasOrders } from './build-orders.ts';
import { addNamedProducts, buildProducts, hasProductList } from './build-products.ts';
import { buildRecords } from './build-records.ts';
import { linkReferences } from './link-references.ts';
import type { TypedFile } from './typed-file.ts';

/** Runs statements one by one; stops at the first failure or on cancel. */
export type RunAll = (statements: readonly string[]) => Promise<Result<void>>;

/** Makes a runner of statements that can be cancelled between them. */
export const statementRunner =
  (database: ImportDatabase, isCancelled: () => boolean): RunAll =>
  async (statements) => {
    for (const statement of statements) {
      if (isCancelled()) return err({ kind: 'cancelled' });
      const done = await database.exec(statement);
      if (!done.ok) return done;
    }
    return ok(undefined);
  };

const emptyTables: readonly string[] = canonicalTables.flatMap((table) => [
  `drop table if exists next_${table.name}`,
  createTableSql(table, `next_${table.name}`),
]);

/** From typed files to `next_<table>` for every canonical table and `next_customer_attributes`. Gives what joining showed. */
export const buildTables = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  run: RunAll,
): Promise<Result<readonly ImportIssue[]>> => {
  const built = await run([
    ...emptyTables,
    ...buildReferences(files),
    ...buildLines(files),
    ...buildDeals(files),
    ...buildOrders(files, hasReferences(files)),
    ...buildCustomers(files),
    ...buildProducts(files),
    ...buildRecords(files),
  ]);
  if (!built.ok) return built;
  const described = new Set([
    ...(hasCustomerList(files) ? ['next_customers'] : []),
    ...(hasProductList(files) ? ['next_products'] : []),
  ]);
  const links = await linkReferences(database, described);
  if (!links.ok) return links;
  const attributes = await buildAttributes(database, files, hasReferences(files));
  if (!attributes.ok) return attributes;
  const isPipelineOnly = files.some(hasDeals) && !files.some((file) => hasOrders(file));
  const completed = await run([
    ...(isPipelineOnly ? buildOrdersOfDeals(files) : []),
    attributes.value.statement,
    ...addNamedProducts(files),
    ...addNamedCustomers(files),
  ]);
  return completed.ok ? ok([...links.value, ...attributes.value.issues]) : completed;
};
