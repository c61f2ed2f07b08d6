import type { ImportIssue } from '../contract.ts';
import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { MappingTarget } from '../mapping/targets.ts';
import { currencyOf, type DecimalMark } from '../values/number-shape.ts';
import { leadingNumbers, type DateOrder } from '../values/date-shape.ts';
import { booleanSql, dateSql, identifierSql, numberSql, textSql } from '../values/value-sql.ts';
import { readFacts, readShapes } from './read-facts.ts';

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
  /** SQL of what the cell says before it is read: null when empty. */
  readonly text: string;
  /** Rows whose cell is empty, and rows whose cell can't be read. */
  readonly empty: number;
  readonly unreadable: number;
  /** Some timestamp has a time of day. */
  readonly hasTimes: boolean;
  /** Currencies that money values name. */
  readonly currencies: readonly string[];
  readonly issues: readonly ImportIssue[];
}

/** How numbers and dates are written in the file as a whole. */
export interface ValueMarks {
  readonly decimalMark: DecimalMark;
  readonly dateOrder: DateOrder;
}

const numbersOverTwelve = async (
  database: ImportDatabase,
  table: string,
  column: string,
  text: string,
): Promise<Result<readonly [first: number, second: number]>> => {
  const leading = (group: number): string =>
    `try_cast(regexp_extract(${text}, '^(\\d{1,2})[-/.](\\d{1,2})[-/.]\\d{2}', ${group}) as integer)`;
  const counted = await database.rows(
    `with different as (select distinct ${column} from ${table})
     select (count(*) filter (${leading(1)} > 12))::integer as first,
       (count(*) filter (${leading(2)} > 12))::integer as second from different`,
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

/** The value expression of a column, and what was noticed about it. */
type Reading = Pick<TypedColumn, 'sql' | 'issues' | 'currencies'>;

const readDates = async (
  database: ImportDatabase,
  table: string,
  source: ColumnSource,
  text: string,
  fileOrder: DateOrder,
): Promise<Result<Reading>> => {
  const { staged, target, name } = source;
  const shapes = await readShapes(database, table, staged, text);
  if (!shapes.ok) return shapes;
  const isOpen = shapes.value.some((shape) => leadingNumbers(shape.text) !== undefined);
  const readAs = (order: DateOrder, issues: readonly ImportIssue[]): Result<Reading> =>
    ok({ sql: dateSql(text, target.type, shapes.value, order), issues, currencies: [] });
  if (!isOpen) return readAs(fileOrder, []);
  const evidence = await numbersOverTwelve(database, table, staged, text);
  if (!evidence.ok) return evidence;
  const [first, second] = evidence.value;
  const order = orderOf(evidence.value, fileOrder);
  const words = orderWords[order];
  if (first + second === 0) {
    const message = `No date in “${name}” has a day over 12: read ${words}`;
    return readAs(order, [{ severity: 'warning', code: 'date-order-guess', message }]);
  }
  if (order === fileOrder || fileOrder === 'ymd') return readAs(order, []);
  const message = `“${name}” can only be read ${words}, unlike what was set for the file`;
  return readAs(order, [
    { severity: 'info', code: 'date-order-column', message, count: Math.max(first, second) },
  ]);
};

const readNumbers = async (
  database: ImportDatabase,
  table: string,
  { staged, target }: ColumnSource,
  text: string,
  decimalMark: DecimalMark,
): Promise<Result<Reading>> => {
  const shapes = await readShapes(database, table, staged, text);
  if (!shapes.ok) return shapes;
  const currencies = [...new Set(shapes.value.flatMap((shape) => currencyOf(shape.text) ?? []))];
  return ok({ sql: numberSql(text, target.type, shapes.value, decimalMark), issues: [], currencies });
};

const isIdentifier = ({ target }: MappingTarget): boolean => /_id$|reference$/.test(target);

interface Tally {
  readonly empty: number;
  readonly unreadable: number;
  readonly hasTimes: boolean;
}

/** Counts, over the different values, what is empty and what can't be read. */
const tally = async (
  database: ImportDatabase,
  table: string,
  { staged, target }: ColumnSource,
  text: string,
  sql: string,
): Promise<Result<Tally>> => {
  const hasTime = target.type === 'TIMESTAMP' ? `bool_or(${sql} <> date_trunc('day', ${sql}))` : 'false';
  const counted = await database.rows(
    `with counted as (select ${staged}, count(*) as n from ${table} group by ${staged})
     select coalesce(sum(n) filter (${text} is null), 0)::integer as empty,
       coalesce(sum(n) filter (${text} is not null and ${sql} is null), 0)::integer as unreadable,
       coalesce(${hasTime}, false) as has_times from counted`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  return ok({
    empty: Number(row['empty'] ?? 0),
    unreadable: Number(row['unreadable'] ?? 0),
    hasTimes: row['has_times'] === true,
  });
};

/** Looks at all values of a column and gives the SQL that reads them. */
export const typeColumn = async (
  database: ImportDatabase,
  table: string,
  source: ColumnSource,
  marks: ValueMarks,
): Promise<Result<TypedColumn>> => {
  const { staged, target } = source;
  const facts = await readFacts(database, table, staged, target.type !== 'VARCHAR');
  if (!facts.ok) return facts;
  const text = textSql(staged, facts.value);
  const read = async (): Promise<Result<Reading>> => {
    const plain = { issues: [], currencies: [] };
    if (target.type === 'VARCHAR')
      return ok({ ...plain, sql: isIdentifier(target) ? identifierSql(text, facts.value) : text });
    if (target.type === 'BOOLEAN') return ok({ ...plain, sql: booleanSql(text) });
    return target.type === 'DATE' || target.type === 'TIMESTAMP'
      ? readDates(database, table, source, text, marks.dateOrder)
      : readNumbers(database, table, source, text, marks.decimalMark);
  };
  const reading = await read();
  if (!reading.ok) return reading;
  const tallied = await tally(database, table, source, text, reading.value.sql);
  return tallied.ok ? ok({ ...source, ...reading.value, ...tallied.value, text }) : tallied;
};
