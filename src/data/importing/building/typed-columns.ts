import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { booleanSql, isTickColumn } from '../values/boolean-words.ts';
import type { DateOrder } from '../values/date-format.ts';
import { firstIdentifierSql, identifierSql, textSql, type ColumnFacts } from '../values/text-sql.ts';
import {
  isIdentifier,
  nullWordIssue,
  quoted,
  remark,
  type ColumnReading,
  type ColumnSource,
  type TypedColumn,
} from './column-reading.ts';
import { probeColumn, type RegularColumn } from './probe-column.ts';
import { readDates, zoneIssues } from './read-dates.ts';
import { readFacts, readShapes } from './read-facts.ts';
import { readNumbers, type NumberMarks } from './read-numbers.ts';
import type { StagedFile } from './stage-file.ts';

/** How numbers and dates are written in the file as a whole. */
export interface ValueMarks extends NumberMarks {
  readonly dateOrder: DateOrder;
}

const plain = { issues: [], currencies: [] } as const;

const shortenedIssue = (name: string, { shortened }: ColumnFacts): readonly ImportIssue[] =>
  remark(
    'warning',
    'identifiers-shortened',
    shortened,
    `Identifiers in ${quoted(name)} were shortened by a spreadsheet to powers of ten such as 1.23E+11: different ones may have become the same. Export the file again with that column as text`,
  );

/** Of whom there is one for each row. */
const isPerson = ({ target }: ColumnSource): boolean => /(customer|account)_id/.test(target.target);

const readIdentifier = (source: ColumnSource, text: string, facts: ColumnFacts): ColumnReading => {
  const sql = identifierSql(text, facts);
  const issues = shortenedIssue(source.name, facts);
  if (!isPerson(source)) return { ...plain, sql, issues };
  const message = `${quoted(source.name)} names several at once, as in “12; 15”: of each list, the first was taken`;
  return {
    ...plain,
    sql: firstIdentifierSql(sql, facts),
    issues: [...issues, ...remark('warning', 'first-of-list', facts.lists, message)],
  };
};

const readTicks = async (
  database: ImportDatabase,
  table: string,
  { name }: ColumnSource,
  text: string,
): Promise<Result<ColumnReading>> => {
  const found = await database.rows(
    `select distinct lower(${text}) as word from ${table} where ${text} is not null limit 5`,
  );
  if (!found.ok) return found;
  const words = found.value.map(({ word }) => String(word));
  if (!isTickColumn(words)) return ok({ ...plain, sql: booleanSql(text) });
  const message = `${quoted(name)} holds only “${words.join('”, “')}” or nothing: blank was read as no`;
  return ok({
    sql: `(${text} is not null)`,
    currencies: [],
    issues: [{ severity: 'info', code: 'blank-is-no', message }],
  });
};

const readColumn = async (
  database: ImportDatabase,
  table: string,
  source: ColumnSource,
  text: string,
  facts: ColumnFacts,
  marks: ValueMarks,
): Promise<Result<ColumnReading>> => {
  const { target, staged, name } = source;
  if (target.type === 'VARCHAR')
    return ok(isIdentifier(target) ? readIdentifier(source, text, facts) : { ...plain, sql: text });
  if (target.type === 'BOOLEAN') return readTicks(database, table, source, text);
  const shapes = await readShapes(database, table, staged, text);
  if (!shapes.ok) return shapes;
  if (target.type !== 'DATE' && target.type !== 'TIMESTAMP')
    return ok(readNumbers(source, text, shapes.value, marks));
  const column = { name, table, staged, text, ...shapes.value };
  return readDates(database, column, target.type, marks.dateOrder);
};

interface Tally {
  readonly empty: number;
  readonly unreadable: number;
  /** Cells that say in words or signs that there is no value. */
  readonly nullWords: number;
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
       coalesce(sum(n) filter (${text} is null and trim(${staged}) <> ''), 0)::integer as null_words,
       coalesce(sum(n) filter (${text} is not null and ${sql} is null), 0)::integer as unreadable,
       coalesce(${hasTime}, false) as has_times from counted`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  return ok({
    empty: Number(row['empty'] ?? 0),
    unreadable: Number(row['unreadable'] ?? 0),
    nullWords: Number(row['null_words'] ?? 0),
    hasTimes: row['has_times'] === true,
  });
};

/** A regular column with what is to be said of its time zones. */
const withZones = async (
  database: ImportDatabase,
  table: string,
  { column, hasTail }: RegularColumn,
): Promise<Result<TypedColumn>> => {
  if (!hasTail) return ok(column);
  const issues = await zoneIssues(database, { name: column.name, table, text: `substr(${column.text}, 17)` });
  return issues.ok ? ok({ ...column, issues: issues.value }) : issues;
};

/** Looks at all values of a column and gives the SQL that reads them. */
export const typeColumn = async (
  database: ImportDatabase,
  file: Pick<StagedFile, 'table' | 'facts'>,
  source: ColumnSource,
  marks: ValueMarks,
): Promise<Result<TypedColumn>> => {
  const { table } = file;
  const { staged, target, name } = source;
  const regular = await probeColumn(database, file, source, marks);
  if (!regular.ok) return regular;
  if (regular.value !== undefined) return withZones(database, table, regular.value);
  const facts = await readFacts(database, table, staged, target.type !== 'VARCHAR' || isIdentifier(target));
  if (!facts.ok) return facts;
  const text = textSql(staged, facts.value);
  const reading = await readColumn(database, table, source, text, facts.value, marks);
  if (!reading.ok) return reading;
  const tallied = await tally(database, table, source, text, reading.value.sql);
  if (!tallied.ok) return tallied;
  const { nullWords, ...counts } = tallied.value;
  const issues = [...reading.value.issues, ...nullWordIssue(name, facts.value.nullWords, nullWords)];
  return ok({ ...source, ...reading.value, ...counts, issues, text });
};
