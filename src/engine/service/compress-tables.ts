import { ok, type Result } from '../../core/result.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';

/** Rows of all tables of a database, about. */
export const countAllRows = async (
  session: DuckDBSession,
  database: string,
  job: Job,
): Promise<Result<number>> => {
  const sql = `select coalesce(sum(estimated_size), 0)::double as n from duckdb_tables() where database_name = '${database}'`;
  const rows = await session.rows(sql, job);
  return rows.ok ? ok(Number(rows.value[0]?.['n'] ?? 0)) : rows;
};

const tablesLeft = async (
  session: DuckDBSession,
  from: string,
  to: string,
  job: Job,
): Promise<Result<readonly string[]>> => {
  const rows = await session.rows(
    `select table_name as name from duckdb_tables() where database_name = '${from}' and table_name not in
       (select table_name from duckdb_tables() where database_name = '${to}') order by estimated_size, name`,
    job,
  );
  return rows.ok ? ok(rows.value.map(({ name }) => String(name))) : rows;
};

/**
 * Copies all tables of a database into a compressed one, which is made when it isn't there. Stops within a table when
 * cancelled; the next call goes on with the tables that are left. The first database stays as it is.
 */
export const compressTables = async (
  session: DuckDBSession,
  from: string,
  to: string,
  job: Job,
): Promise<Result<void>> => {
  const made = await session.exec(`attach if not exists ':memory:' as ${to} (compress)`, job);
  if (!made.ok) return made;
  const left = await tablesLeft(session, from, to, job);
  if (!left.ok) return left;
  const copies = left.value.map((name) => {
    const table = quoteIdentifier(name);
    return `create table ${to}.main.${table} as from ${from}.main.${table}`;
  });
  return runAll(session, job, [...copies, `checkpoint ${to}`]);
};
