import { ok, type Result } from '../../core/result.ts';
import { columnKind, type ProfileColumn } from '../../data/segments/profile-column.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { quoteLiteral } from '../../data/sql/quote-literal.ts';
import { canonicalTables } from '../../data/tables/canonical-tables.ts';
import type { LoadedColumn, LoadedTable } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';

/** A column with more different values than this is not listed by values. */
const mostValues = 1000;
const listedValues = 50;
/** Columns that are listed in one query: with hundreds of them its plan would be too deep for the engine. */
const columnsAtOnce = 40;

/** Columns whose values name a person, as `table.column`; the profile shows columns of customers. */
const personalColumns = new Set(
  canonicalTables.flatMap((table) =>
    table.columns
      .filter((column) => column.personal)
      .flatMap(({ name }) => [
        `${table.name}.${name}`,
        ...(table.name === 'customers' ? [`customer_profiles.${name}`] : []),
      ]),
  ),
);

/** Whether values may be listed: not those that name one person, order or product. */
const isListable = ({ name, type }: ProfileColumn, table: string): boolean =>
  ['text', 'boolean'].includes(columnKind({ name, type })) &&
  !personalColumns.has(`${table}.${name}`) &&
  !/(^|_)id$/.test(name);

const columnsWithFewValues = async (
  session: DuckDBSession,
  table: LoadedTable,
  job: Job,
): Promise<Result<readonly LoadedColumn[]>> => {
  const listable = table.columns.filter((column) => column.known > 0 && isListable(column, table.name));
  if (listable.length === 0) return ok([]);
  const counts = listable.map(
    ({ name }, position) =>
      `approx_count_distinct(${quoteIdentifier(name)})::double as different_${position}`,
  );
  const counted = await session.rows(`select ${counts.join(', ')} from ${quoteIdentifier(table.name)}`, job);
  if (!counted.ok) return counted;
  const different = counted.value[0] ?? {};
  return ok(listable.filter((_, position) => Number(different[`different_${position}`]) <= mostValues));
};

const selectCommonest = (table: string, { name }: LoadedColumn): string => {
  const column = quoteIdentifier(name);
  return `(select ${quoteLiteral(name)} as name, ${column}::varchar as value, count(*)::double as n from ${quoteIdentifier(table)}
    where ${column} is not null group by all order by n desc, value limit ${listedValues})`;
};

/** A described table with the common values of its columns that have few: the commonest first, with counts. */
export const listCommonValues = async (
  session: DuckDBSession,
  table: LoadedTable,
  job: Job,
): Promise<Result<LoadedTable>> => {
  const few = await columnsWithFewValues(session, table, job);
  if (!few.ok) return few;
  const found = new Map<string, { value: string; count: number }[]>();
  for (let from = 0; from < few.value.length; from += columnsAtOnce) {
    const selects = few.value
      .slice(from, from + columnsAtOnce)
      .map((one) => selectCommonest(table.name, one));
    const rows = await session.rows(`from (${selects.join(' union all ')}) order by n desc, value`, job);
    if (!rows.ok) return rows;
    for (const row of rows.value) {
      const name = String(row['name']);
      const list = found.get(name) ?? [];
      list.push({ value: String(row['value']), count: Number(row['n']) });
      found.set(name, list);
    }
  }
  const columns = table.columns.map((column) => {
    const values = found.get(column.name);
    return values ? { ...column, values } : column;
  });
  return ok({ ...table, columns });
};
