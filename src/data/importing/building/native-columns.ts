import { ok, type Result } from '../../../core/result.ts';
import type { SqlType } from '../../tables/table.ts';
import type { NativeType } from '../columnar/native-column.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { ColumnSource } from './column-reading.ts';
import type { StagedFile } from './stage-file.ts';
import { nativeColumn } from './staged-columns.ts';
import type { TypedColumn } from './column-reading.ts';

const isNumber = (type: string): boolean =>
  /^(BIGINT|UBIGINT|FLOAT|DOUBLE|DECIMAL|INTEGER|SMALLINT|TINYINT)/.test(type);
const isMoment = (type: string): boolean => type === 'DATE' || type === 'TIMESTAMP';

/** A number of the target's type. What is none, such as NaN, is not read. */
const numberSql = (column: string, from: NativeType, to: SqlType): string => {
  const isInexact = from === 'FLOAT' || from === 'DOUBLE';
  const value = `try_cast(${column} as ${to})`;
  return isInexact ? `(case when isfinite(${column}) then ${value} end)` : value;
};

/** As for texts, a moment outside of 1900–2199 is a placeholder. */
const momentSql = (column: string, to: SqlType): string =>
  `(case when ${column} between timestamp '1900-01-01' and timestamp '2199-12-31' then ${column}::${to} end)`;

/** SQL that reads a column in its own type as the target's; undefined where its text has to be read. */
const nativeSql = (column: string, text: string, from: NativeType, to: SqlType): string | undefined => {
  // Whole numbers as identifiers: nothing is around them, and none means "no value".
  if (/INT/.test(from) && to === 'VARCHAR') return text;
  if (isNumber(from) && isNumber(to)) return numberSql(column, from, to);
  if (isMoment(from) && isMoment(to)) return momentSql(column, to);
  return from === 'BOOLEAN' && to === 'BOOLEAN' ? column : undefined;
};

/**
 * A column of a typed file that is of the target's kind: nothing has to be found out about how it is written.
 * Undefined where the column has to be read as text.
 */
export const typeNative = async (
  database: ImportDatabase,
  { table, natives, facts }: StagedFile,
  source: ColumnSource,
): Promise<Result<TypedColumn | undefined>> => {
  const index = Number(source.staged.slice(1));
  const type = natives?.[index];
  const column = nativeColumn(index);
  const sql = type === undefined ? undefined : nativeSql(column, source.staged, type, source.target.type);
  if (sql === undefined) return ok(undefined);
  const reading = { sql, text: source.staged, issues: [], currencies: [] };
  // Days and numbers that were read from text are neither moments nor out of range.
  if (facts && facts.hasOwnTypes !== true) {
    const empty = facts.rows - (facts.filled[index] ?? 0);
    return ok({ ...source, ...reading, empty, unreadable: 0, hasTimes: false });
  }
  const hasTimes =
    source.target.type === 'TIMESTAMP' ? `bool_or(${column} <> date_trunc('day', ${column}))` : 'false';
  const counted = await database.rows(
    `select (count(*) filter (${column} is null))::integer as empty,
      (count(*) filter (${column} is not null and ${sql} is null))::integer as unreadable,
      coalesce(${hasTimes}, false) as has_times from ${table}`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  return ok({
    ...source,
    ...reading,
    empty: Number(row['empty'] ?? 0),
    unreadable: Number(row['unreadable'] ?? 0),
    hasTimes: row['has_times'] === true,
  });
};
