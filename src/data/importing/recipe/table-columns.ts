import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';

/** A column as the database has it. */
export interface PresentColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns of a table in their order; `table` may name the database too, as in `data_1.main.orders`. */
export const columnsOf = async (
  database: ImportDatabase,
  table: string,
): Promise<Result<readonly PresentColumn[]>> => {
  const rows = await database.rows(`describe ${table}`);
  return rows.ok
    ? ok(rows.value.map((row) => ({ name: String(row['column_name']), type: String(row['column_type']) })))
    : rows;
};
