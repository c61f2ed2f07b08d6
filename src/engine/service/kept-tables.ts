import { err, ok, type Result } from '../../core/result.ts';
import { rawName } from '../../data/quality/treated-tables.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import { canonicalTables } from '../../data/tables/canonical-tables.ts';
import { createTableSql } from '../../data/tables/table.ts';
import type { TableFile } from '../contract.ts';
import { lookIntoStream, type StreamColumn } from './arrow-tables.ts';
import { keptTables } from './data-store.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';
import { rawTables } from './treatments.ts';

const columnList = (columns: readonly StreamColumn[]): string =>
  columns.map(({ name }) => quoteIdentifier(name)).join(', ');

const createSql = (name: string, columns: readonly StreamColumn[]): string =>
  `create table ${quoteIdentifier(name)} (${columns.map((column) => `${quoteIdentifier(column.name)} ${column.type}`).join(', ')})`;

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

/** How columns that arrive become a kept table. */
interface Fit {
  /** Statement that makes the table. */
  readonly create: string;
  /** Columns that the table still has; undefined when they arrive in its order, none left out and none between. */
  readonly picked: readonly StreamColumn[] | undefined;
  /** Statements that add the columns at its end that do not arrive. */
  readonly complete: readonly string[];
}

const fitOf = (name: string, columns: readonly StreamColumn[]): Fit => {
  const definition = canonicalTables.find((table) => table.name === name);
  if (!definition) return { create: createSql(name, columns), picked: undefined, complete: [] };
  const isStart = columns.every((column, at) => column.name === definition.columns[at]?.name);
  if (!isStart) {
    const picked = columns.filter((column) => definition.columns.some((one) => one.name === column.name));
    return { create: createTableSql(definition), picked, complete: [] };
  }
  const [present, missing] = [
    definition.columns.slice(0, columns.length),
    definition.columns.slice(columns.length),
  ];
  return {
    create: createTableSql({ ...definition, columns: present }),
    picked: undefined,
    complete: missing.map((column) => `alter table ${name} add column ${column.name} ${column.type}`),
  };
};

const insertFitting = async (
  session: DuckDBSession,
  database: string,
  table: TableFile,
  columns: readonly StreamColumn[],
  job: Job,
): Promise<Result<void>> => {
  const { create, picked, complete } = fitOf(table.name, columns);
  const target = picked ? 'arriving' : table.name;
  const made = await runAll(session, job, [create, ...(picked ? [createSql(target, columns)] : [])]);
  if (!made.ok) return made;
  const inserted =
    table.rows === 0 ? made : await session.insertStream(database, target, table.bytes, table.rows);
  if (!inserted.ok) return inserted;
  const moved = picked && [
    `insert into ${table.name} (${columnList(picked)}) select ${columnList(picked)} from arriving`,
    'drop table arriving',
  ];
  return runAll(session, job, [...(moved ?? []), ...complete]);
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
  return insertFitting(session, database, table, content.columns, job);
};

/** Puts several kept tables into the database that is being filled. */
export const insertKeptTables = async (
  session: DuckDBSession,
  database: string,
  tables: readonly TableFile[],
  job: Job,
): Promise<Result<void>> => {
  for (const table of tables) {
    const inserted = await insertKeptTable(session, database, table, job);
    if (!inserted.ok) return inserted;
  }
  return ok(undefined);
};

/** Every kept table that isn't empty, as it was loaded, as an Arrow IPC stream. */
export const readKeptTables = async (
  session: DuckDBSession,
  job: Job,
): Promise<Result<readonly TableFile[]>> => {
  const raw = await rawTables(session, job);
  if (!raw.ok) return raw;
  const files: TableFile[] = [];
  for (const name of keptTables) {
    const stored = quoteIdentifier(raw.value.has(name) ? rawName(name) : name);
    const counted = await session.rows(`select count(*)::double as n from ${stored}`, job);
    if (!counted.ok) return counted;
    const rows = Number(counted.value[0]?.['n'] ?? 0);
    if (rows === 0) continue;
    const bytes = await session.stream(`from ${stored}`, job);
    if (!bytes.ok) return bytes;
    files.push({ name, rows, bytes: bytes.value });
  }
  return ok(files);
};
