import { canonicalTables, type TableName } from '../../tables/canonical-tables.ts';
import { grains, missingFor } from '../mapping/grains.ts';
import { findTarget } from '../mapping/targets.ts';
import { feedsCampaigns, feedsCosts } from './build-campaigns.ts';
import { describesCustomers } from './build-customers.ts';
import { hasDeals, hasOffices } from './build-deals.ts';
import { hasEventLog } from './build-event-logs.ts';
import { hasOrders } from './orders-of-file.ts';
import { describesProducts, isCategoryList } from './build-products.ts';
import { hasRowsFor, recordTables } from './build-records.ts';
import { hasStageColumns } from './build-stage-events.ts';
import { hasLines } from './required-targets.ts';
import { customerTarget } from './row-keys.ts';
import type { TypedFile } from './typed-file.ts';

const feeds: Readonly<Partial<Record<TableName, (file: TypedFile) => boolean>>> = {
  lines: ({ targets }) => hasLines(targets) || targets.has('orders.product_list'),
  deals: (file) => hasDeals(file) || hasOffices(file),
  orders: hasOrders,
  products: (file) => describesProducts(file) || isCategoryList(file),
  customers: (file) =>
    customerTarget(file.targets) !== undefined && (hasOrders(file) || describesCustomers(file)),
  campaigns: feedsCampaigns,
  costs: feedsCosts,
};

const isFed = (file: TypedFile, table: TableName): boolean => {
  if (table === 'stage_events' && hasStageColumns(file)) return true;
  if (hasEventLog(file) && (table === 'tickets' || table === 'stage_events')) return true;
  if (recordTables.includes(table)) return hasRowsFor(file, table);
  return feeds[table]?.(file) ?? false;
};

/** The canonical tables that a file's rows go to: the one that its rows are first, then by the number of its columns. */
export const fedTables = (file: TypedFile): readonly TableName[] => {
  const columns = (table: TableName): number =>
    [...file.targets].filter((target) => findTarget(target)?.table === table).length;
  const fed = canonicalTables.map(({ name }) => name).filter((name) => isFed(file, name));
  const main = (['lines', 'deals', 'orders'] as const).find((name) => fed.includes(name));
  return fed.sort((a, b) => Number(b === main) - Number(a === main) || columns(b) - columns(a));
};

/** What a file lacks of which no row of any table can be made, in words; undefined when it feeds some table. */
export const lackingToFeed = (file: TypedFile): readonly string[] | undefined => {
  if (fedTables(file).length > 0) return undefined;
  const meant = unfedTables(file);
  const lacking = grains
    .filter(({ tables }) => tables.some((table) => meant.includes(table)))
    .map((grain) => missingFor(grain, file.targets))
    .filter((missing) => missing.length > 0)
    .sort((a, b) => a.length - b.length);
  return lacking[0] ?? ['enough for a row of a table'];
};

/** Tables that columns are mapped to but that get nothing, as something is lacking without which there is no such row. */
export const unfedTables = (file: TypedFile): readonly TableName[] => {
  const fed = fedTables(file);
  const meant = new Set([...file.targets].flatMap((target) => findTarget(target)?.table ?? []));
  return [...meant].filter((table) => !fed.includes(table));
};
