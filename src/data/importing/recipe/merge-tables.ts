import { ok, type Result } from '../../../core/result.ts';
import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import { canonicalTables, customerAttributesTable } from '../../tables/canonical-tables.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from './base-tables.ts';
import { settleDealOrders } from './deal-orders.ts';
import { joinCustomers } from './join-customers.ts';
import { settleMadeKeys } from './made-keys.ts';
import { orphanIssues, overlapIssues } from './merge-issues.ts';
import { runEach } from './run-each.ts';
import { columnsOf, type PresentColumn } from './table-columns.ts';

/** Amounts of an order belong together: all of them are the newer file's. */
const newerOnly: Readonly<Record<string, readonly string[]>> = {
  orders: ['gross', 'discount', 'refund', 'net'],
};

const mergedValue = (table: string, column: string): string => {
  if (newerOnly[table]?.includes(column)) return `a.${column}`;
  if (column === 'first_seen') return 'least(a.first_seen, b.first_seen)';
  // A product that only order lines name is called by its number.
  if (table === 'products' && column === 'name')
    return 'coalesce(nullif(a.name, a.product_id), b.name, a.name)';
  return `coalesce(a.${column}, b.${column})`;
};

/** One row for each key: what the new files say, and what was known where they say nothing. */
const mergeByValue = (table: string, key: string, columns: readonly string[], base: BaseTables): string => {
  const values = columns.map((column) => `${mergedValue(table, column)} as ${column}`);
  return `select ${values.join(', ')} from ${table} as a left join ${base.of(table)} as b on b.${key} = a.${key}
    union all by name
    select * from ${base.of(table)} as b where b.${key} not in (select ${key} from ${table})`;
};

/** Whole rows: those of the new files, and the earlier ones whose key isn't among them. */
const replaceByKey = (table: string, key: readonly string[], base: BaseTables): string => {
  const isSame = key.map((column) => `a.${column} is not distinct from b.${column}`);
  return `from ${table} union all by name
    from ${base.of(table)} as b anti join (select distinct ${key.join(', ')} from ${table}) as a on ${isSame.join(' and ')}`;
};

/** Rows without a key: the new ones that aren't there yet, as often as they occur. */
const addNewRows = (table: string, base: BaseTables): string =>
  `from ${base.of(table)} union all by name (from ${table} except all from ${base.of(table)})`;

const byValue: Readonly<Record<string, string>> = {
  customers: 'customer_id',
  orders: 'order_id',
  products: 'product_id',
};

const mergedSql = (table: (typeof canonicalTables)[number], base: BaseTables): string => {
  const names = table.columns.map(({ name }) => name);
  const key = byValue[table.name];
  if (key !== undefined) return mergeByValue(table.name, key, names, base);
  // The lines of an order are known together: a newer order has the newer lines.
  if (table.name === 'lines') return replaceByKey('lines', ['order_id'], base);
  return table.key.length > 0 ? replaceByKey(table.name, table.key, base) : addNewRows(table.name, base);
};

const swapIn = (table: string, select: string): readonly string[] => [
  `create table merged as ${select}`,
  `drop table ${table}`,
  `alter table merged rename to ${table}`,
];

/** Attributes of both sides under their names; where the two have another type, as text. */
const mergedAttributes = (
  arriving: readonly PresentColumn[],
  before: readonly PresentColumn[],
  base: BaseTables,
): string => {
  const columns = [...new Set([...arriving, ...before].map(({ name }) => name))].filter(
    (name) => name !== 'customer_id',
  );
  const value = (name: string): string => {
    const [a, b] = [arriving, before].map((side) => side.find((column) => column.name === name));
    const cast = a && b && a.type !== b.type ? '::varchar' : '';
    const column = quoteIdentifier(name);
    const sides = [...(a ? [`a.${column}${cast}`] : []), ...(b ? [`b.${column}${cast}`] : [])];
    return `coalesce(${[...sides, 'null'].join(', ')}) as ${column}`;
  };
  return `select ${['coalesce(a.customer_id, b.customer_id) as customer_id', ...columns.map(value)].join(', ')}
    from ${customerAttributesTable} as a full join ${base.of(customerAttributesTable)} as b on a.customer_id = b.customer_id`;
};

const mergeAttributes = async (database: ImportDatabase, base: BaseTables): Promise<Result<void>> => {
  const arriving = await columnsOf(database, customerAttributesTable);
  if (!arriving.ok) return arriving;
  const described = await columnsOf(database, `select * from ${base.of(customerAttributesTable)}`);
  if (!described.ok) return described;
  return runEach(
    database,
    swapIn(customerAttributesTable, mergedAttributes(arriving.value, described.value, base)),
  );
};

/** Orders that had no amounts for want of lines get them when their lines arrive. */
const valueFromLines = `update orders set gross = sums.gross, refund = sums.refund,
    discount = coalesce(sums.discount, orders.discount),
    net = sums.gross - coalesce(sums.discount, 0) - sums.refund
  from (
    select order_id,
      coalesce(sum(net + coalesce(discount, 0)) filter (not is_return), 0)::decimal(18, 4) as gross,
      (sum(discount) filter (not is_return))::decimal(18, 4) as discount,
      coalesce(sum(-net) filter (is_return), 0)::decimal(18, 4) as refund
    from lines group by order_id
  ) as sums
  where sums.order_id = orders.order_id and coalesce(orders.gross, 0) = 0 and coalesce(orders.refund, 0) = 0
    and coalesce(orders.net, 0) = 0`;

/**
 * Adds the data of `base` to the new tables of the current database, which are named as the canonical ones: what has
 * the same key becomes one row, with the new files' word first. `base` itself isn't changed.
 */
export const mergeTables = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<readonly ImportIssue[]>> => {
  const deals = await settleDealOrders(database, base);
  if (!deals.ok) return deals;
  const joined = await joinCustomers(database, deals.value.base);
  if (!joined.ok) return joined;
  const before = joined.value.base;
  const made = await settleMadeKeys(database, before);
  if (!made.ok) return made;
  const overlaps = await overlapIssues(database, before);
  if (!overlaps.ok) return overlaps;
  const merged = await runEach(
    database,
    canonicalTables.flatMap((table) => swapIn(table.name, mergedSql(table, before))),
  );
  if (!merged.ok) return merged;
  const attributes = await mergeAttributes(database, before);
  if (!attributes.ok) return attributes;
  const completed = await runEach(database, [valueFromLines]);
  if (!completed.ok) return completed;
  const orphans = await orphanIssues(database);
  if (!orphans.ok) return orphans;
  return ok([
    ...deals.value.issues,
    ...joined.value.issues,
    ...made.value,
    ...overlaps.value,
    ...orphans.value,
  ]);
};
