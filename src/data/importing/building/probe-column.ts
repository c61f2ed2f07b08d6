import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import {
  hasTimeSql,
  isIsoDateSql,
  isoDateSql,
  isRegularNumberSql,
  isSpecialTextSql,
  regularNumberSql,
} from '../values/regular-values.ts';
import { isIdentifier, type ColumnSource, type TypedColumn } from './column-reading.ts';
import type { NumberMarks } from './read-numbers.ts';
import type { StagedFile } from './stage-file.ts';
import type { TextFacts } from '../text/columns/text-form.ts';

/** What one look at all rows of a column shows. */
interface Probe {
  readonly rows: number;
  readonly filled: number;
  readonly irregular: number;
  readonly longest: number;
  readonly hasTimes: boolean;
}

/** A column that needs no closer look, and whether its timestamps have zones or fractions of a second. */
export interface RegularColumn {
  readonly column: TypedColumn;
  readonly hasTail: boolean;
}

const irregularSql = ({ target, staged }: ColumnSource, marks: NumberMarks): string | undefined => {
  switch (target.type) {
    case 'VARCHAR':
      return isSpecialTextSql(staged, isIdentifier(target));
    case 'BOOLEAN':
      return undefined;
    case 'DATE':
    case 'TIMESTAMP':
      return `not ${isIsoDateSql(staged)} or try_cast(left(${staged}, 10) as date) is null`;
    default:
      return marks.decimalMarkIsAGuess === true
        ? undefined
        : `not ${isRegularNumberSql(staged, target.type, marks.decimalMark)}`;
  }
};

const probe = async (
  database: ImportDatabase,
  table: string,
  { staged }: ColumnSource,
  irregular: string,
  isDate: boolean,
): Promise<Result<Probe>> => {
  const times = isDate ? `coalesce(bool_or(${hasTimeSql(staged)}), false)` : 'false';
  const found = await database.rows(
    `select count(*)::integer as n, count(nullif(${staged}, ''))::integer as filled,
       (count(*) filter (${staged} <> '' and (${irregular})))::integer as irregular,
       ${isDate ? `coalesce(max(length(${staged})), 0)` : '0'}::integer as longest, ${times} as has_times from ${table}`,
  );
  if (!found.ok) return found;
  const row = found.value[0] ?? {};
  return ok({
    rows: Number(row['n'] ?? 0),
    filled: Number(row['filled'] ?? 0),
    irregular: Number(row['irregular'] ?? 0),
    longest: Number(row['longest'] ?? 0),
    hasTimes: row['has_times'] === true,
  });
};

/** A column of texts of which reading them has shown that none needs a closer look. */
const knownColumn = (facts: TextFacts | undefined, source: ColumnSource): RegularColumn | undefined => {
  const { staged, target } = source;
  const index = Number(staged.slice(1));
  if (facts?.isPlain[index] !== true || target.type !== 'VARCHAR') return undefined;
  const empty = facts.rows - (facts.filled[index] ?? 0);
  const text = empty === 0 ? staged : `nullif(${staged}, '')`;
  const counts = { empty, unreadable: 0, hasTimes: false };
  return { column: { ...source, sql: text, text, ...counts, issues: [], currencies: [] }, hasTail: false };
};

/**
 * The quick way for columns that are written as the engine itself would: one look at all rows, nothing to find out. A
 * single value that is written otherwise, or means "no value", makes it undefined: then the whole column is examined.
 */
export const probeColumn = async (
  database: ImportDatabase,
  { table, facts }: Pick<StagedFile, 'table' | 'facts'>,
  source: ColumnSource,
  marks: NumberMarks,
): Promise<Result<RegularColumn | undefined>> => {
  const { staged, target } = source;
  const known = knownColumn(facts, source);
  if (known) return ok(known);
  const irregular = irregularSql(source, marks);
  if (irregular === undefined) return ok(undefined);
  const isDate = target.type === 'DATE' || target.type === 'TIMESTAMP';
  const found = await probe(database, table, source, irregular, isDate);
  if (!found.ok) return found;
  const { rows, filled, longest, hasTimes } = found.value;
  if (found.value.irregular > 0) return ok(undefined);
  const text = filled === rows ? staged : `nullif(${staged}, '')`;
  const hasTail = longest > 19;
  const sql = isDate
    ? isoDateSql(text, target.type, hasTail)
    : target.type === 'VARCHAR'
      ? text
      : regularNumberSql(text, target.type, marks.decimalMark);
  const counts = { empty: rows - filled, unreadable: 0, hasTimes };
  return ok({ column: { ...source, sql, text, ...counts, issues: [], currencies: [] }, hasTail });
};
