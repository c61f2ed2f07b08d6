import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { CountedText } from '../values/number-shape.ts';
import { columnFactsQuery, shapeSql, type ColumnFacts } from '../values/text-sql.ts';

const mostShapes = 3000;
const longestShape = 120;

/** What all values of a column have in common. */
export const readFacts = async (
  database: ImportDatabase,
  table: string,
  column: string,
  isTyped: boolean,
): Promise<Result<ColumnFacts>> => {
  const found = await database.rows(columnFactsQuery(table, column, isTyped));
  if (!found.ok) return found;
  const row = found.value[0] ?? {};
  const words = row['null_words'];
  return ok({
    needsTrim: row['needs_trim'] === true,
    nullWords: typeof words === 'string' ? words.split('\u0001') : [],
    needsIdentifierRepair: row['needs_repair'] === true,
    hasEmails: row['has_emails'] === true,
    shortened: Number(row['shortened'] ?? 0),
    lists: 2 * Number(row['lists']) < Number(row['different']) ? Number(row['lists']) : 0,
  });
};

/** How the values of a column are written. */
export interface ColumnShapes {
  /** Digits as 9, commonest first. */
  readonly shapes: readonly CountedText[];
  /** There are no others. */
  readonly isComplete: boolean;
}

/** The shapes of a column's values. `text` reads the column, which is called `column`. */
export const readShapes = async (
  database: ImportDatabase,
  table: string,
  column: string,
  text: string,
): Promise<Result<ColumnShapes>> => {
  const found = await database.rows(
    `with counted as (select ${column}, count(*) as n from ${table} group by ${column})
     select left(${shapeSql(text)}, ${longestShape + 1}) as shape, sum(n)::integer as n from counted
     where ${text} is not null group by 1 order by n desc, 1 limit ${mostShapes}`,
  );
  if (!found.ok) return found;
  const shapes = found.value.map(({ shape, n }) => ({ text: String(shape), count: Number(n) }));
  return ok({ shapes, isComplete: shapes.length < mostShapes });
};
