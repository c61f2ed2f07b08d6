import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import { quoted, type TypedColumn } from './column-reading.ts';

/**
 * A column of shares whose numbers go beyond 1 without a sign: they are of a hundred. Numbers with a sign are shares
 * already, and a column that never goes beyond 1 is taken at its word.
 */
export const readAsShare = async (
  database: ImportDatabase,
  table: string,
  column: TypedColumn,
): Promise<Result<TypedColumn>> => {
  const found = await database.rows(
    `select (count(*) filter (abs(${column.sql}) > 1))::integer as beyond, (count(*) filter (contains(${column.text}, '%')))::integer as signed from ${table}`,
  );
  if (!found.ok) return found;
  const { beyond, signed } = found.value[0] ?? {};
  if (Number(beyond) === 0 || Number(signed) > 0) return ok(column);
  const message = `${quoted(column.name)} goes beyond 1: its numbers were read as per cent`;
  return ok({
    ...column,
    sql: `(${column.sql} / 100)`,
    issues: [...column.issues, { severity: 'info', code: 'read-as-percent', message, count: Number(beyond) }],
  });
};
