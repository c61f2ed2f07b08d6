import { ok, type Result } from '../../../core/result.ts';
import { quoteIdentifier } from '../../sql/quote-identifier.ts';
import { canonicalTables, customerAttributesTable } from '../../tables/canonical-tables.ts';
import type { HeadlineChange, TableChange } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { BaseTables } from './base-tables.ts';
import { columnsOf, type PresentColumn } from './table-columns.ts';

/** SQL of all values of one side's rows: a column that only the other side has is empty, one of another type text. */
const rowHash = (columns: readonly PresentColumn[], all: ReadonlyMap<string, string>): string =>
  [...all]
    .map(([name, type]) => {
      const own = columns.find((column) => column.name === name);
      if (!own) return 'null';
      return own.type === type ? quoteIdentifier(name) : `${quoteIdentifier(name)}::varchar`;
    })
    .join(', ');

/** Columns of both sides with the type that they have on both, or `VARCHAR`. */
const commonTypes = (
  before: readonly PresentColumn[],
  after: readonly PresentColumn[],
): ReadonlyMap<string, string> => {
  const types = new Map(before.map(({ name, type }) => [name, type]));
  for (const { name, type } of after)
    types.set(name, types.has(name) && types.get(name) !== type ? 'VARCHAR' : type);
  return types;
};

/** Rows of both sides that are compared at once: more would take too much memory at their peak. */
const rowsAtOnce = 4_000_000;

interface Sides {
  readonly before: string;
  readonly after: string;
  readonly key: readonly string[];
  /** SQL of all values of a row, for each side. */
  readonly values: readonly [before: string, after: string];
}

/**
 * Rows by key, as often as they occur: a row whose key occurs on one side only was added or removed, one whose values
 * differ was updated. Without a key a row is its values. Looks at one part of `parts`.
 */
const changeSql = ({ before, after, key, values }: Sides, part: number, parts: number): string => {
  const side = (table: string, isAfter: boolean, all: string): string =>
    `select hash(${key.length > 0 ? key.join(', ') : all}) as k, hash(${all}) as h, ${isAfter} as is_after from ${table}`;
  return `
    with counted as (
      select k, count(*) filter (not is_after) as nb, count(*) filter (is_after) as na,
        bit_xor(h) filter (not is_after) as hb, bit_xor(h) filter (is_after) as ha
      from (${side(before, false, values[0])} union all ${side(after, true, values[1])})
      where ${parts === 1 ? 'true' : `k % ${parts} = ${part}`} group by k
    )
    select coalesce(sum(greatest(na - nb, 0)), 0)::double as added,
      coalesce(sum(greatest(nb - na, 0)), 0)::double as removed,
      coalesce(sum(least(na, nb)) filter (hb is distinct from ha), 0)::double as updated,
      coalesce(sum(least(na, nb)) filter (hb is not distinct from ha), 0)::double as unchanged
    from counted`;
};

const kinds = ['added', 'removed', 'updated', 'unchanged'] as const;

/** A table with its number of rows on both sides. */
interface CountedTable {
  readonly table: string;
  readonly key: readonly string[];
  readonly before: number;
  readonly after: number;
}

const compareRows = async (
  database: ImportDatabase,
  base: BaseTables,
  { table, key, before, after }: CountedTable,
): Promise<Result<TableChange>> => {
  const columnsBefore = await columnsOf(database, base.of(table));
  if (!columnsBefore.ok) return columnsBefore;
  const columnsAfter = await columnsOf(database, table);
  if (!columnsAfter.ok) return columnsAfter;
  const types = commonTypes(columnsBefore.value, columnsAfter.value);
  const sides: Sides = {
    before: base.of(table),
    after: table,
    key,
    values: [rowHash(columnsBefore.value, types), rowHash(columnsAfter.value, types)],
  };
  const sums = { added: 0, removed: 0, updated: 0, unchanged: 0 };
  const parts = Math.ceil((before + after) / rowsAtOnce);
  for (let part = 0; part < parts; part += 1) {
    const counted = await database.rows(changeSql(sides, part, parts));
    if (!counted.ok) return counted;
    for (const kind of kinds) sums[kind] += Number(counted.value[0]?.[kind] ?? 0);
  }
  return ok({ table, before, after, ...sums });
};

/** What needs no comparison: nothing was there, or nothing is left. */
const compareTable = (
  database: ImportDatabase,
  base: BaseTables,
  counted: CountedTable,
): Promise<Result<TableChange>> => {
  const { table, before, after } = counted;
  return before === 0 || after === 0
    ? Promise.resolve(ok({ table, before, after, added: after, updated: 0, unchanged: 0, removed: before }))
    : compareRows(database, base, counted);
};

const countTables = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<readonly CountedTable[]>> => {
  const keys: readonly (readonly [table: string, key: readonly string[]])[] = [
    ...canonicalTables.map(({ name, key }) => [name, key] as const),
    [customerAttributesTable, ['customer_id']],
  ];
  const counts = keys.map(
    ([name], at) =>
      `select ${at} as place, (select count(*) from ${base.of(name)})::double as before, (select count(*) from ${name})::double as after`,
  );
  const counted = await database.rows(`${counts.join(' union all ')} order by place`);
  return counted.ok
    ? ok(
        keys.map(([table, key], at) => ({
          table,
          key,
          before: Number(counted.value[at]?.['before'] ?? 0),
          after: Number(counted.value[at]?.['after'] ?? 0),
        })),
      )
    : counted;
};

/** The figures that everyone knows by heart, by the definitions of `facts/order-facts.sql`. */
const headlineSql = (side: number, of: (table: string) => string): string => `select ${side} as side,
    (select count(*) from ${of('customers')})::double as customers,
    (count(*) filter (coalesce(gross - coalesce(discount, 0), net + coalesce(refund, 0)) > 0))::double as orders,
    coalesce(sum(net), 0)::double as revenue
  from ${of('orders')} where coalesce(status, 'completed') <> 'cancelled'`;

const compareHeadlines = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<readonly HeadlineChange[]>> => {
  const rows = await database.rows(
    `${headlineSql(0, base.of)} union all ${headlineSql(1, (table) => table)} order by side`,
  );
  if (!rows.ok) return rows;
  const value = (at: number, key: HeadlineChange['key']): number => Number(rows.value[at]?.[key] ?? 0);
  return ok(
    (['customers', 'orders', 'revenue'] as const).map((key) => ({
      key,
      before: value(0, key),
      after: value(1, key),
    })),
  );
};

/** What an import changed. */
export interface Changes {
  readonly changes: readonly TableChange[];
  readonly headlines: readonly HeadlineChange[];
}

/**
 * Compares the tables of the current database with those before, table by table in SQL. Tables that are empty on both
 * sides are left out; nothing at all when there were no rows before.
 */
export const compareTables = async (
  database: ImportDatabase,
  base: BaseTables,
): Promise<Result<Changes | undefined>> => {
  const tables = await countTables(database, base);
  if (!tables.ok) return tables;
  if (!tables.value.some(({ before }) => before > 0)) return ok(undefined);
  const changes: TableChange[] = [];
  for (const counted of tables.value.filter(({ before, after }) => before + after > 0)) {
    const change = await compareTable(database, base, counted);
    if (!change.ok) return change;
    changes.push(change.value);
  }
  const headlines = await compareHeadlines(database, base);
  return headlines.ok ? ok({ changes, headlines: headlines.value }) : headlines;
};
