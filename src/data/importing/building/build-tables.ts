import { ok, type Result } from '../../../core/result.ts';
import { canonicalTables } from '../../tables/canonical-tables.ts';
import { createTableSql } from '../../tables/table.ts';
import type { FileJoin, ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from '../recipe/base-tables.ts';
import { alignKeys } from './align-keys.ts';
import { buildAttributes } from './build-attributes.ts';
import { buildCampaigns } from './build-campaigns.ts';
import { addNamedCustomers, buildCustomers } from './build-customers.ts';
import { buildOrdersOfDeals, hasDeals } from './build-deals.ts';
import { buildEventLogs } from './build-event-logs.ts';
import { buildSales } from './build-sales.ts';
import { hasOrders } from './orders-of-file.ts';
import { buildProductLists, sharePrices } from './build-product-lists.ts';
import { addNamedProducts, buildProducts } from './build-products.ts';
import { buildRecords } from './build-records.ts';
import { buildStageEvents } from './build-stage-events.ts';
import type { RunAll } from './run-all.ts';
import type { TypedFile } from './typed-file.ts';
import { unifyCustomers } from './unify-customers.ts';

const emptyTables: readonly string[] = canonicalTables.flatMap((table) => [
  `drop table if exists next_${table.name}`,
  createTableSql(table, `next_${table.name}`),
]);

/** What putting the files together showed. */
export interface BuiltTables {
  readonly joins: readonly FileJoin[];
  readonly issues: readonly ImportIssue[];
}

/** From typed files to `next_<table>` for every canonical table and `next_customer_attributes`. Gives what joining showed. `base` are data that the files are added to. */
export const buildTables = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  run: RunAll,
  base?: BaseTables,
): Promise<Result<BuiltTables>> => {
  const aligned = await alignKeys(database, files, run, base);
  if (!aligned.ok) return aligned;
  const unified = await unifyCustomers(database, files, run);
  if (!unified.ok) return unified;
  const emptied = await run(emptyTables);
  if (!emptied.ok) return emptied;
  const sold = await buildSales(database, files, run);
  if (!sold.ok) return sold;
  const built = await run([
    ...buildProductLists(files),
    ...sharePrices(files),
    ...buildCustomers(files),
    ...buildProducts(files),
    ...buildRecords(files),
    ...buildCampaigns(files),
    ...buildStageEvents(files),
    ...buildEventLogs(files),
  ]);
  if (!built.ok) return built;
  const attributes = await buildAttributes(database, files);
  if (!attributes.ok) return attributes;
  const isPipelineOnly = files.some(hasDeals) && !files.some((file) => hasOrders(file));
  const completed = await run([
    ...(isPipelineOnly ? buildOrdersOfDeals(files) : []),
    attributes.value.statement,
    ...addNamedProducts(files),
    ...addNamedCustomers(files),
  ]);
  if (!completed.ok) return completed;
  const issues = [...aligned.value.issues, ...unified.value, ...attributes.value.issues];
  return ok({ joins: aligned.value.joins, issues });
};
