import { err, ok, type Result } from '../../core/result.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { canonicalTables, customerAttributesTable } from '../../data/tables/canonical-tables.ts';
import { createTableSql } from '../../data/tables/table.ts';
import type { TableFile } from '../contract.ts';
import { lookIntoStream, type StreamColumn } from './arrow-tables.ts';
import { keptTables } from './data-store.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';

const columnList = (columns: readonly StreamColumn[]): string =>
  columns.map(({ name }) => quoteIdentifier(name)).join(', ');

const createSql = (name: string, columns: readonly StreamColumn[]): string =>
  `create table ${quoteIdentifier(name)} (${columns.map((column) => `${quoteIdentifier(column.name)} ${column.type}`).join(', ')})`;

/** Makes a kept table: canonical ones as defined, attributes with the columns at hand. */
const createKeptTable = (name: string, columns: readonly StreamColumn[]): string => {
  const definition = canonicalTables.find((table) => table.name === name);
  return definition ? createTableSql(definition) : createSql(customerAttributesTable, columns);
};

/**
 * Puts an Arrow IPC stream into a new kept table of the database that is being filled. Columns go by name: missing
 * ones are null, ones that the table no longer has are left out. A stream without its end is refused.
 */
export const insertKeptTable = async (
  session: DuckDBSession,
  database: string,
  table: TableFile,
  job: Job,
): Promise<Result<void>> => {
  const corrupt = (reason: string): Result<never> =>
    err({ kind: 'file-corrupt', file: table.name, format: 'Arrow', reason });
  if (!keptTables.includes(table.name)) return corrupt('It is not a table of the workbench');
  const content = lookIntoStream(table.bytes);
  if (!content) return corrupt('It is not a complete Arrow stream');
  if (content.rows !== table.rows) return corrupt(`It holds ${content.rows} rows instead of ${table.rows}`);
  const made = await session.exec(createKeptTable(table.name, content.columns), job);
  if (!made.ok || table.rows === 0) return made;
  const definition = canonicalTables.find(({ name }) => name === table.name);
  const known = definition
    ? content.columns.filter((column) => definition.columns.some(({ name }) => name === column.name))
    : content.columns;
  if (known.length === 0) return corrupt('None of its columns is known');
  const isExact =
    !definition ||
    (known.length === content.columns.length &&
      definition.columns.every((column, at) => column.name === content.columns[at]?.name));
  if (isExact) return session.insertStream(database, table.name, table.bytes, table.rows);
  const arrived = await session.exec(createSql('arriving', content.columns), job);
  if (!arrived.ok) return arrived;
  const inserted = await session.insertStream(database, 'arriving', table.bytes, table.rows);
  if (!inserted.ok) return inserted;
  return runAll(session, job, [
    `insert into ${table.name} (${columnList(known)}) select ${columnList(known)} from arriving`,
    'drop table arriving',
  ]);
};

/** Every kept table that isn't empty, as an Arrow IPC stream. */
export const readKeptTables = async (
  session: DuckDBSession,
  job: Job,
): Promise<Result<readonly TableFile[]>> => {
  const files: TableFile[] = [];
  for (const name of keptTables) {
    const counted = await session.rows(`select count(*)::double as n from ${quoteIdentifier(name)}`, job);
    if (!counted.ok) return counted;
    const rows = Number(counted.value[0]?.['n'] ?? 0);
    if (rows === 0) continue;
    const bytes = await session.stream(`from ${quoteIdentifier(name)}`, job);
    if (!bytes.ok) return bytes;
    files.push({ name, rows, bytes: bytes.value });
  }
  return ok(files);
};
