import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { NearMiss } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { makeWritable } from './row-tables.ts';
import type { Row } from '../../row.ts';

/** Near-misses that are told of one column. */
const mostTold = 50;
/** Typing errors are looked for in the most frequent unmatched values, among so many names. */
const mostValues = 200;
const mostNames = 20_000;
const leastSimilarity = 0.93;

/** A name without what is only a matter of form: case, accents, spaces, punctuation, leading zeros. */
const plainSql = (value: string): string =>
  `regexp_replace(regexp_replace(strip_accents(lower(${value})), '[^\\pL\\pN]', '', 'g'), '^0+(\\d+)$', '\\1')`;

/** The letters before a number, where a name is nothing but that. */
const prefixSql = (plain: string): string => `regexp_extract(${plain}, '^(\\pL+)\\d+$', 1)`;

/** What stands before every number of a column: "cust" of CUST-0012; empty when not all are alike. */
const prefixesQuery = `select
  (select case when min(${prefixSql('plain')}) = max(${prefixSql('plain')}) and min(length(${prefixSql('plain')})) > 0 then min(${prefixSql('plain')}) end from import_unmatched) as said,
  (select case when min(${prefixSql('plain')}) = max(${prefixSql('plain')}) and min(length(${prefixSql('plain')})) > 0 then min(${prefixSql('plain')}) end from import_names) as known,
  (select bool_and(regexp_matches(plain, '^\\d+$')) from import_unmatched) as said_digits,
  (select bool_and(regexp_matches(plain, '^\\d+$')) from import_names) as known_digits`;

const withoutPrefix = (table: string, prefix: string): string =>
  `update ${table} set plain = ${plainSql(`substr(plain, ${prefix.length + 1})`)}`;

/** Where one side writes a constant prefix before all numbers and the other writes none, the prefix is form. */
const dropPrefix = async (database: ImportDatabase): Promise<Result<void>> => {
  const found = await database.rows(prefixesQuery);
  if (!found.ok) return found;
  const { said, known, said_digits: saidDigits, known_digits: knownDigits } = found.value[0] ?? {};
  if (typeof said === 'string' && knownDigits === true)
    return database.exec(withoutPrefix('import_unmatched', said));
  if (typeof known === 'string' && saidDigits === true)
    return database.exec(withoutPrefix('import_names', known));
  return ok(undefined);
};

/** One name for each plain form; a plain form that two names share is ambiguous and joins nothing. */
const formalSql = (keptApart: readonly string[]): string => `create or replace table import_near_misses as
  with single as (select plain, min(value) as meant from import_names where plain <> '' group by plain having count(*) = 1)
  select said, meant, n, 1.0::double as similarity, true as is_joined
  from import_unmatched join single using (plain)
  where said not in (${keptApart.map(quoteLiteral).join(', ') || "''"})
    and not (regexp_matches(said, '^\\d+$') and meant in (select said_too from import_said))`;

const digitsSql = (value: string): string => `regexp_replace(${value}, '\\D', '', 'g')`;

/** Names that differ by a letter or two and by no digit, where only one name is so near. Offered, not joined. */
const typosSql = (keptApart: readonly string[]): string => `insert into import_near_misses
  with asked as (
    select said, plain, n from import_unmatched
    where said not in (select said from import_near_misses) and said not in (${keptApart.map(quoteLiteral).join(', ') || "''"})
      and regexp_matches(plain, '\\pL{3}') order by n desc, said limit ${mostValues}
  ),
  near as (
    select asked.said, names.value as meant, asked.n, jaro_winkler_similarity(asked.plain, names.plain) as similarity
    from asked join import_names as names
      on abs(length(asked.plain) - length(names.plain)) <= 2
     and ${digitsSql('asked.plain')} = ${digitsSql('names.plain')}
    where levenshtein(asked.plain, names.plain) <= (case when length(asked.plain) < 8 then 1 else 2 end)
  )
  select said, min(meant), any_value(n), max(similarity), false from near where similarity >= ${leastSimilarity}
  group by said having count(*) = 1`;

const nearMissOf = (row: Row): NearMiss => ({
  value: String(row['said']),
  candidate: String(row['meant']),
  rows: Number(row['n']),
  similarity: Math.round(Number(row['similarity']) * 100) / 100,
  isJoined: row['is_joined'] === true,
});

/**
 * Compares the values of `column` in `table` that `namesSql` (a select of `value`) does not have with those it has, and
 * rewrites those that differ by form only. What is near but for a letter or two is only told. `keptApart` stays as it is.
 */
export const joinNearMisses = async (
  database: ImportDatabase,
  { table, column }: { readonly table: string; readonly column: string },
  namesSql: string,
  keptApart: readonly string[],
): Promise<Result<readonly NearMiss[]>> => {
  const run = async (statements: readonly string[]): Promise<Result<void>> => {
    for (const statement of statements) {
      const done = await database.exec(statement);
      if (!done.ok) return done;
    }
    return ok(undefined);
  };
  const prepared = await run([
    `create or replace table import_names as select distinct value, null::varchar as plain from (${namesSql}) where value is not null`,
    `create or replace table import_said as select ${column} as said_too, count(*)::integer as n from ${table} where ${column} is not null group by 1`,
    `create or replace table import_unmatched as select said_too as said, n, ${plainSql('said_too')} as plain from import_said
     where said_too not in (select value from import_names)`,
  ]);
  if (!prepared.ok) return prepared;
  const counted = await database.rows(
    'select (select count(*) from import_unmatched)::integer as unmatched, (select count(*) from import_names)::integer as names',
  );
  if (!counted.ok) return counted;
  const { unmatched, names } = counted.value[0] ?? {};
  if (Number(unmatched) === 0 || Number(names) === 0) return ok([]);
  const plain = await database.exec(`update import_names set plain = ${plainSql('value')}`);
  if (!plain.ok) return plain;
  const prefixed = await dropPrefix(database);
  if (!prefixed.ok) return prefixed;
  const writable = await makeWritable(database, table);
  if (!writable.ok) return writable;
  const joined = await run([
    formalSql(keptApart),
    ...(Number(names) <= mostNames ? [typosSql(keptApart)] : []),
    `update ${table} set ${column} = meant from import_near_misses where is_joined and ${column} = said`,
  ]);
  if (!joined.ok) return joined;
  const found = await database.rows(
    `select * from import_near_misses order by n desc, said limit ${mostTold}`,
  );
  return found.ok ? ok(found.value.map(nearMissOf)) : found;
};

/** What {@link joinNearMisses} leaves behind. */
export const nearMissTables: readonly string[] = [
  'import_names',
  'import_said',
  'import_unmatched',
  'import_near_misses',
];
