import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';

const isViewSql = (table: string): string =>
  `select count(*)::integer as n from duckdb_views() where database_name = current_database() and view_name = '${table}'`;

const isView = async (database: ImportDatabase, table: string): Promise<Result<boolean>> => {
  const found = await database.rows(isViewSql(table));
  return found.ok ? ok(Number(found.value[0]?.['n'] ?? 0) > 0) : found;
};

/** Forgets the typed rows of a file. */
export const dropTyped = async (database: ImportDatabase, table: string): Promise<Result<void>> => {
  const view = await isView(database, table);
  return view.ok ? database.exec(`drop ${view.value ? 'view' : 'table'} if exists ${table}`) : view;
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
  const dropped = await dropTyped(database, table);
  return dropped.ok ? database.exec(`create ${isLight ? 'view' : 'table'} ${table} as ${select}`) : dropped;
};

/** Makes sure that typed rows can be changed: they are copied if they weren't yet. */
export const makeWritable = async (database: ImportDatabase, table: string): Promise<Result<void>> => {
  const view = await isView(database, table);
  if (!view.ok) return view;
  if (!view.value) return ok(undefined);
  for (const statement of [
    `create table ${table}_rows as from ${table}`,
    `drop view ${table}`,
    `alter table ${table}_rows rename to ${table}`,
  ]) {
    const done = await database.exec(statement);
    if (!done.ok) return done;
  }
  return ok(undefined);
};
