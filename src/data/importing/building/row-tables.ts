import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import { createHeldSql, heldTable, stagedViewSql, type NativeTypes } from './staged-columns.ts';

const execAll = async (database: ImportDatabase, statements: readonly string[]): Promise<Result<void>> => {
  for (const statement of statements) {
    const done = await database.exec(statement);
    if (!done.ok) return done;
  }
  return ok(undefined);
};

/** The name of a table without that of its database. */
const plainName = (table: string): string => table.split('.').at(-1) ?? table;

const isView = async (database: ImportDatabase, table: string): Promise<Result<boolean>> => {
  const found = await database.rows(
    `select count(*)::integer as n from duckdb_views() where view_name = '${plainName(table)}'`,
  );
  return found.ok ? ok(Number(found.value[0]?.['n'] ?? 0) > 0) : found;
};

/** Forgets staged or typed rows of a file, however they are held. */
export const dropRows = async (database: ImportDatabase, table: string): Promise<Result<void>> => {
  const view = await isView(database, table);
  if (!view.ok) return view;
  return execAll(database, [
    `drop ${view.value ? 'view' : 'table'} if exists ${table}`,
    `drop table if exists ${heldTable(table)}`,
  ]);
};

/**
 * Makes the typed rows of a file. `isLight`: they are the staged rows with next to nothing to be worked out, and are not
 * copied; the staged table must stay as long as they do.
 */
export const createTyped = async (
  database: ImportDatabase,
  table: string,
  select: string,
  isLight: boolean,
): Promise<Result<void>> => {
  const dropped = await dropRows(database, table);
  return dropped.ok ? database.exec(`create ${isLight ? 'view' : 'table'} ${table} as ${select}`) : dropped;
};

/**
 * Makes room for staged rows of these types. `fill` puts them into the table that it is told; then they can be read
 * under the name of `table`, types as texts too. When it comes to nothing, nothing stays.
 */
export const createStaged = async <T>(
  database: ImportDatabase,
  table: string,
  natives: NativeTypes,
  fill: (held: string) => Promise<Result<T | undefined>>,
): Promise<Result<T | undefined>> => {
  const cleared = await dropRows(database, table);
  if (!cleared.ok) return cleared;
  const created = await database.exec(createHeldSql(table, natives));
  if (!created.ok) return created;
  const filled = await fill(heldTable(table));
  if (filled.ok && filled.value !== undefined) {
    const shown = await database.exec(stagedViewSql(table, natives));
    return shown.ok ? filled : shown;
  }
  const dropped = await dropRows(database, table);
  return filled.ok && !dropped.ok ? dropped : filled;
};

/** Makes sure that rows can be changed: they are copied if they are only a view. */
export const makeWritable = async (database: ImportDatabase, table: string): Promise<Result<void>> => {
  const view = await isView(database, table);
  if (!view.ok) return view;
  if (!view.value) return ok(undefined);
  return execAll(database, [
    `create table ${table}_rows as from ${table}`,
    `drop view ${table}`,
    `alter table ${table}_rows rename to ${plainName(table)}`,
    `drop table if exists ${heldTable(table)}`,
  ]);
};
