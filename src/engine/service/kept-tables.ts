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

/** What is wrong with a saved table before it is inserted; undefined when nothing is. */
const flawOf = (
  table: TableFile,
  columns: readonly StreamColumn[] | undefined,
  rows = 0,
): string | undefined => {
  if (!keptTables.includes(table.name)) return 'It is not a table of the workbench';
  if (!columns) return 'It is not a complete Arrow stream';
  return rows === table.rows ? undefined : `It holds ${rows} rows instead of ${table.rows}`;
};

/** The columns that the table still has, and whether they are all of it, in its order. */
const fittingColumns = (
  name: string,
  columns: readonly StreamColumn[],
): { readonly known: readonly StreamColumn[]; readonly isExact: boolean } => {
  const definition = canonicalTables.find((table) => table.name === name);
  if (!definition) return { known: columns, isExact: true };
  const known = columns.filter((column) => definition.columns.some((one) => one.name === column.name));
  const isSame = definition.columns.every((column, at) => column.name === columns[at]?.name);
  return { known, isExact: isSame && columns.length === definition.columns.length };
};

/**
 * Puts an Arrow IPC stream into a new kept table of the database that is being filled. Columns go by name: missing
 * ones are null, ones that the table no longer has are left out. `file-corrupt` when anything is missing.
 */
export const insertKeptTable = async (
  session: DuckDBSession,
  database: string,
  table: TableFile,
  job: Job,
): Promise<Result<void>> => {
  const content = lookIntoStream(table.bytes);
  const flaw = flawOf(table, content?.columns, content?.rows);
  if (flaw !== undefined || !content)
    return err({ kind: 'file-corrupt', file: table.name, format: 'Arrow', reason: flaw ?? '' });
  const made = await session.exec(createKeptTable(table.name, content.columns), job);
  if (!made.ok || table.rows === 0) return made;
  const { known, isExact } = fittingColumns(table.name, content.columns);
  if (isExact) return session.insertStream(database, table.name, table.bytes, table.rows);
  const arriving = await session.exec(createSql('arriving', content.columns), job);
  if (!arriving.ok) return arriving;
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
