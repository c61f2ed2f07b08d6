import { ok, type Result } from '../../core/result.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { quoteLiteral } from '../../data/sql/quote-literal.ts';
import type { LoadedTable } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';

/**
 * A short text that is the same for the same data, whatever the order of rows and whichever day they were loaded, and
 * another one when any value changes. It tells changes, it doesn't guard against forgery. No tables: `empty`.
 */
export const fingerprintOf = async (
  session: DuckDBSession,
  tables: readonly LoadedTable[],
  job: Job,
): Promise<Result<string>> => {
  if (tables.length === 0) return ok('empty');
  const parts = tables.map(({ name, columns }) => {
    const values = columns.map((column) => quoteIdentifier(column.name)).join(', ');
    const label = quoteLiteral(`${name} ${columns.map((column) => column.name).join(' ')}`);
    return `select ${label} || count(*) || ' ' || sum(hash(${values}) % 4294967296) as part from ${quoteIdentifier(name)}`;
  });
  const rows = await session.rows(
    `select md5(string_agg(part, '|' order by part)) as print from (${parts.join(' union all ')})`,
    job,
  );
  return rows.ok ? ok(String(rows.value[0]?.['print']).slice(0, 16)) : rows;
};
