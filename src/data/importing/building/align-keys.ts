import { ok, type Result } from '../../../core/result.ts';
import type { FileJoin, ImportIssue, NearMiss } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { entities, isCustomerList, sourceColumn, type Entity, type KeyColumn } from './key-columns.ts';
import type { BaseTables } from '../recipe/base-tables.ts';
import { knownNames, type KnownNames } from './known-names.ts';
import { joinNearMisses, nearMissTables } from './near-misses.ts';
import type { RunAll } from './run-all.ts';
import type { TypedFile } from './typed-file.ts';

/** How files refer to each other, and what should be said of it. */
export interface AlignedKeys {
  readonly joins: readonly FileJoin[];
  readonly issues: readonly ImportIssue[];
}

/** Near-misses that are told as issues, of one column. */
const mostIssues = 20;

const valueSql = ({ target, column }: KeyColumn): string =>
  target === 'customers.email' ? `lower(${column})` : column;

const valuesOf = (key: KeyColumn): string =>
  `select ${valueSql(key)} as value from ${key.file.table} where ${column(key)} is not null`;

const column = ({ column: name }: KeyColumn): string => name;

type Counts = Pick<FileJoin, 'matched' | 'total' | 'values' | 'valuesMatched'>;

/** How many rows and different values of a column are found among values, a select of `value`. */
const countAmong = async (
  database: ImportDatabase,
  from: KeyColumn,
  names: string,
): Promise<Result<Counts>> => {
  const counted = await database.rows(
    `with said as (select ${valueSql(from)} as value, count(*) as n from ${from.file.table} where ${from.column} is not null group by 1),
       matched as (select n, value in (${names}) as is_known from said)
     select coalesce(sum(n) filter (is_known), 0)::integer as matched, coalesce(sum(n), 0)::integer as total,
       count(*)::integer as different, (count(*) filter (is_known))::integer as different_matched from matched`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  return ok({
    matched: Number(row['matched'] ?? 0),
    total: Number(row['total'] ?? 0),
    values: Number(row['different'] ?? 0),
    valuesMatched: Number(row['different_matched'] ?? 0),
  });
};

const countMatches = (
  database: ImportDatabase,
  from: KeyColumn,
  to: readonly KeyColumn[],
): Promise<Result<Counts>> => countAmong(database, from, to.map(valuesOf).join(' union all '));

/** The join with each file that describes it, by the column of that file that most values are found in. */
const joinsOf = async (
  database: ImportDatabase,
  { names }: Entity,
  from: KeyColumn,
  to: readonly KeyColumn[],
  nearMisses: readonly NearMiss[],
): Promise<Result<readonly FileJoin[]>> => {
  const joins: FileJoin[] = [];
  const files = new Set(to.map(({ file }) => file));
  for (const file of files) {
    let best: FileJoin | undefined;
    for (const key of to.filter((one) => one.file === file)) {
      const counts = await countMatches(database, from, [key]);
      if (!counts.ok) return counts;
      if (best !== undefined && best.valuesMatched >= counts.value.valuesMatched) continue;
      best = {
        from: { file: from.file.plan.file, column: sourceColumn(from) },
        to: { file: file.plan.file, column: sourceColumn(key) },
        names,
        ...counts.value,
        nearMisses: [],
      };
    }
    if (best !== undefined && (best.matched > 0 || files.size === 1)) joins.push(best);
  }
  const [first, ...others] = joins.sort((a, b) => b.valuesMatched - a.valuesMatched);
  return ok(first === undefined ? [] : [{ ...first, nearMisses }, ...others]);
};

const nearMissIssues = (
  { names }: Entity,
  from: KeyColumn,
  nearMisses: readonly NearMiss[],
): readonly ImportIssue[] => {
  const quoted = (text: string): string => `“${text.slice(0, 80)}”`;
  return nearMisses.slice(0, mostIssues).map(({ value, candidate, rows, isJoined }) => ({
    severity: isJoined ? 'info' : 'warning',
    code: isJoined ? 'near-miss-joined' : 'near-miss',
    message: isJoined
      ? `The ${names} ${quoted(value)} in ${quoted(from.file.plan.file)} was taken for ${quoted(candidate)}`
      : `The ${names} ${quoted(value)} in ${quoted(from.file.plan.file)} is unknown: is ${quoted(candidate)} meant?`,
    count: rows,
  }));
};

const matchIssue = (
  { names }: Entity,
  from: KeyColumn,
  to: readonly KeyColumn[],
  { matched, total }: Counts,
): readonly ImportIssue[] => {
  if (total === 0) return [];
  const isComplete = matched === total;
  const share = Math.floor((1000 * matched) / total) / 10;
  const files = [...new Set(to.map(({ file }) => `“${file.plan.file}”`))].join(', ');
  return [
    {
      severity: isComplete ? 'info' : 'warning',
      code: 'match-rate',
      message: `${isComplete ? 'All rows' : `${share} % of the rows`} of “${from.file.plan.file}” that name ${/^[aeiou]/.test(names) ? 'an' : 'a'} ${names} found it in ${files}`,
      count: matched,
    },
  ];
};

const keptApart = (from: KeyColumn): readonly string[] => {
  const name = sourceColumn(from);
  const fixes = from.file.plan.fixes ?? [];
  return fixes.filter((fix) => fix.column === name && fix.from === fix.to).map((fix) => fix.from);
};

/** A column that names something that other files describe, with the columns it may be found in. */
interface Reference {
  readonly entity: Entity;
  readonly from: KeyColumn;
  readonly to: readonly KeyColumn[];
  /** What the data that the files are added to know it by. */
  readonly known: KnownNames | undefined;
}

const referencesOf = (files: readonly TypedFile[], base: BaseTables | undefined): readonly Reference[] =>
  entities.flatMap((entity) =>
    files.flatMap((file) =>
      entity.from(file).flatMap((from) => {
        const isList = entity.names === 'customer' && isCustomerList(file);
        const to = files
          .filter((other) => other !== file && (!isList || other.index < file.index))
          .flatMap((other) => entity.to(other));
        const known = isList ? undefined : knownNames(entity, base);
        return to.length === 0 && known === undefined ? [] : [{ entity, from, to, known }];
      }),
    ),
  );

/** A reference to the data before alone: told where something was nearly found there; new names are nothing unusual. */
const alignedWithBase = async (
  database: ImportDatabase,
  { entity, from }: Pick<Reference, 'entity' | 'from'>,
  { sql, column: name }: KnownNames,
  nearMisses: readonly NearMiss[],
): Promise<Result<AlignedKeys>> => {
  if (nearMisses.length === 0) return ok({ joins: [], issues: [] });
  const counts = await countAmong(database, from, sql);
  if (!counts.ok) return counts;
  const join: FileJoin = {
    from: { file: from.file.plan.file, column: sourceColumn(from) },
    to: { file: 'the data before', column: name },
    names: entity.names,
    ...counts.value,
    nearMisses,
  };
  return ok({ joins: [join], issues: nearMissIssues(entity, from, nearMisses) });
};

const align = async (
  database: ImportDatabase,
  { entity, from, to, known }: Reference,
): Promise<Result<AlignedKeys>> => {
  const isList = entity.names === 'customer' && isCustomerList(from.file);
  const place = { table: from.file.table, column: from.column };
  const names = [...to.map(valuesOf), ...(known ? [known.sql] : [])].join(' union all ');
  const nearMisses = isList ? ok([]) : await joinNearMisses(database, place, names, keptApart(from));
  if (!nearMisses.ok) return nearMisses;
  const joins = await joinsOf(database, entity, from, to, nearMisses.value);
  if (!joins.ok) return joins;
  if (isList) return ok({ joins: joins.value.filter(({ matched }) => matched > 0), issues: [] });
  if (to.length === 0)
    return known
      ? alignedWithBase(database, { entity, from }, known, nearMisses.value)
      : ok({ joins: [], issues: [] });
  const counts = await countMatches(database, from, to);
  if (!counts.ok) return counts;
  const issues = [
    ...nearMissIssues(entity, from, nearMisses.value),
    ...matchIssue(entity, from, to, counts.value),
  ];
  return ok({ joins: joins.value, issues });
};

/**
 * Brings the keys of the typed files in line: values that differ from the key they mean by form only are rewritten and said,
 * typing errors are told, and every reference from file to file is counted. Files that are added to data (`base`) may also
 * mean what those describe.
 */
export const alignKeys = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
  run: RunAll,
  base?: BaseTables,
): Promise<Result<AlignedKeys>> => {
  const joins: FileJoin[] = [];
  const issues: ImportIssue[] = [];
  for (const reference of referencesOf(files, base)) {
    const aligned = await align(database, reference);
    if (!aligned.ok) return aligned;
    joins.push(...aligned.value.joins);
    issues.push(...aligned.value.issues);
  }
  const dropped = await run(nearMissTables.map((table) => `drop table if exists ${table}`));
  return dropped.ok ? ok({ joins, issues }) : dropped;
};
