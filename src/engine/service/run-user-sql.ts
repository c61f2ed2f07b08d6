import { err, ok, type Result } from '../../core/result.ts';
import { columnNames, decodeRows, sqlTypeName } from '../../data/sql/decode-rows.ts';
import type { TableResult } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import { uninterrupted, type Job } from './job.ts';
import { isReadOnlySql } from './read-only-sql.ts';

/** The most rows that one statement of the user brings to the page. */
const mostRows = 100_000;

/** Runs a query and gives rows with column types, at most `limit` (and says when there were more). */
export const queryTable = async (
  session: DuckDBSession,
  sql: string,
  job: Job,
  limit: number,
): Promise<Result<TableResult>> => {
  const table = await session.table(sql, job, { maxRows: limit + 1 });
  if (!table.ok) return table;
  const names = columnNames(table.value);
  const columns = table.value.schema.fields.map(({ type }, at) => ({
    name: names[at] ?? '',
    type: sqlTypeName(type),
  }));
  const isCut = table.value.numRows > limit;
  return ok({ columns, rows: decodeRows(table.value, limit), ...(isCut ? { limitedTo: limit } : {}) });
};

/** Runs one statement of the user, which can only read; at most {@link mostRows} rows come back. */
export const runUserSql = async (
  session: DuckDBSession,
  sql: string,
  job: Job,
): Promise<Result<TableResult>> => {
  if (!isReadOnlySql(sql)) return err({ kind: 'sql-not-read-only', sql });
  const begun = await session.exec('begin transaction read only', job);
  if (!begun.ok) return begun;
  const result = await queryTable(session, sql, job, mostRows);
  await session.exec('rollback', uninterrupted);
  if (!result.ok && result.error.kind === 'sql-failed' && /read-only mode/i.test(result.error.message))
    return err({ kind: 'sql-not-read-only', sql });
  return result;
};
