import type { ImportIssue } from '../contract.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { MappingTarget } from '../mapping/targets.ts';
import { currencyOf, type CountedText, type DecimalMark } from '../values/number-shape.ts';
import { leadingNumbers, type DateOrder } from '../values/date-shape.ts';
import { booleanSql, dateSql, identifierSql, numberSql, shapeSql, textSql } from '../values/value-sql.ts';

/** A column of a staged file on its way to a target. */
export interface ColumnSource {
  /** Name in the file. */
  readonly name: string;
  /** Name in the staged table. */
  readonly staged: string;
  readonly target: MappingTarget;
}

/** SQL that reads a staged column as the type of its target. */
export interface TypedColumn extends ColumnSource {
  readonly sql: string;
  /** What the cell says before it is read: null when empty. */
  readonly text: string;
  /** Currencies that money values name. */
  readonly currencies: readonly string[];
  readonly issues: readonly ImportIssue[];
}

/** How numbers and dates are written in the file as a whole. */
export interface ValueMarks {
  readonly decimalMark: DecimalMark;
  readonly dateOrder: DateOrder;
}

const mostShapes = 3000;

/** The shapes of a column's values, commonest first. */
export const readShapes = async (
  database: ImportDatabase,
  table: string,
  column: string,
): Promise<Result<readonly CountedText[]>> => {
  const shapes = await database.rows(
    `select ${shapeSql(column)} as text, count(*)::integer as n from ${table}
     group by all having text is not null order by n desc, text limit ${mostShapes}`,
  );
  return shapes.ok ? ok(shapes.value.map(({ text, n }) => ({ text: String(text), count: Number(n) }))) : shapes;
};

const numbersOverTwelve = async (
  database: ImportDatabase,
  table: string,
  column: string,
): Promise<Result<readonly [first: number, second: number]>> => {
  const leading = (group: number): string =>
    `try_cast(regexp_extract(${textSql(column, true)}, '^(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{2}', ${group}) as integer)`;
  const counted = await database.rows(
    `select (count(*) filter (${leading(1)} > 12))::integer as first,
      (count(*) filter (${leading(2)} > 12))::integer as second from ${table}`,
  );
  if (!counted.ok) return counted;
  return ok([Number(counted.value[0]?.['first'] ?? 0), Number(counted.value[0]?.['second'] ?? 0)]);
};

/** The order that a whole column's dates prove, or else the file's. */
const orderOf = ([first, second]: readonly [number, number], fallback: DateOrder): DateOrder => {
  if (first === second) return fallback === 'ymd' ? 'dmy' : fallback;
  return first > second ? 'dmy' : 'mdy';
};

const orderWords = { dmy: 'day first', mdy: 'month first', ymd: 'year first' } as const;

const readDates = async (
  database: ImportDatabase,
  table: string,
  source: ColumnSource,
  shapes: readonly CountedText[],
  fileOrder: DateOrder,
): Promise<Result<Pick<TypedColumn, 'sql' | 'issues'>>> => {
  const { staged, target, name } = source;
  const isOpen = shapes.some(({ text }) => leadingNumbers(text) !== undefined);
  if (!isOpen) return ok({ sql: dateSql(staged, target.type, shapes, fileOrder), issues: [] });
  const evidence = await numbersOverTwelve(database, table, staged);
  if (!evidence.ok) return evidence;
  const [first, second] = evidence.value;
  const order = fileOrder === 'ymd' && first + second === 0 ? 'ymd' : orderOf(evidence.value, fileOrder);
  const issues: ImportIssue[] = [];
  if (first + second === 0)
    issues.push({
      severity: 'warning',
      code: 'date-order-guess',
      message: `No date in “${name}” has a day over 12: read ${orderWords[order]}`,
    });
  else if (order !== fileOrder && fileOrder !== 'ymd')
    issues.push({
      severity: 'info',
      code: 'date-order-column',
      message: `“${name}” can only be read ${orderWords[order]}, unlike what was set for the file`,
      count: Math.max(first, second),
    });
  return ok({ sql: dateSql(staged, target.type, shapes, order), issues });
};

const isIdentifier = ({ target }: MappingTarget): boolean => /_id$|reference$/.test(target);

/** Looks at all values of a column and gives the SQL that reads them. */
export const typeColumn = async (
  database: ImportDatabase,
  table: string,
  source: ColumnSource,
  marks: ValueMarks,
): Promise<Result<TypedColumn>> => {
  const { staged, target } = source;
  const base = { ...source, text: textSql(staged, target.type !== 'VARCHAR'), currencies: [], issues: [] };
  if (target.type === 'VARCHAR')
    return ok({ ...base, sql: isIdentifier(target) ? identifierSql(staged) : textSql(staged) });
  if (target.type === 'BOOLEAN') return ok({ ...base, sql: booleanSql(staged) });
  const shapes = await readShapes(database, table, staged);
  if (!shapes.ok) return shapes;
  if (target.type === 'DATE' || target.type === 'TIMESTAMP') {
    const dates = await readDates(database, table, source, shapes.value, marks.dateOrder);
    return dates.ok ? ok({ ...base, ...dates.value }) : dates;
  }
  const currencies = [...new Set(shapes.value.flatMap(({ text }) => currencyOf(text) ?? []))];
  return ok({ ...base, currencies, sql: numberSql(staged, target.type, shapes.value, marks.decimalMark) });
};
