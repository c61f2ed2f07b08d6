import { ok, type Result } from '../../../core/result.ts';
import { rawName } from '../../quality/treated-tables.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { ImportDatabase } from '../import-database.ts';

/** The data that are there before an import: where each table can be read, as a name or a subquery. */
export interface BaseTables {
  readonly of: (table: string) => string;
}

/** The tables of an attached database as they were loaded, whatever has been done to them since. */
export const tablesIn = async (database: ImportDatabase, name: string): Promise<Result<BaseTables>> => {
  const rows = await database.rows(
    `select table_name as name from duckdb_tables() where database_name = ${quoteLiteral(name)}`,
  );
  if (!rows.ok) return rows;
  const present = new Set(rows.value.map((row) => String(row['name'])));
  return ok({
    of: (table) => `${name}.main.${present.has(rawName(table)) ? rawName(table) : table}`,
  });
};
