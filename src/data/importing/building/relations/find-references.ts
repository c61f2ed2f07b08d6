import { ok, type Result } from '../../../../core/result.ts';
import type { ImportDatabase } from '../../import-database.ts';
import { normaliseHeader } from '../../mapping/normalise-header.ts';
import type { RelatedFile } from '../related-file.ts';
import { stagedColumn } from '../staged-columns.ts';

/** A column of a staged file that may name rows of another file, or be named. */
export interface LooseColumn {
  readonly file: RelatedFile;
  /** Name in the file. */
  readonly name: string;
  readonly staged: string;
  /** Where the plan puts it. */
  readonly target: string;
}

/** A column whose values are found in a column of another file that tells its rows apart. */
export interface FoundReference {
  readonly from: LooseColumn;
  readonly to: LooseColumn;
  /** Share of the sampled different values that were found, 0–1. */
  readonly share: number;
  /** Each value of `from` stands on one row only. */
  readonly isOneToOne: boolean;
}

/** Rows of each file that are looked at for values, and values of each column that are looked for. */
const sampledRows = 5000;
const sampledValues = 400;
/** Columns of a file that are looked at: those that are named or used as identifiers, the first ones of them. */
const mostColumns = 40;
const leastShare = 0.5;

const identifierWords =
  /\b(id|key|code|number|no|nr|num|ref|reference|uuid|guid|sku|nummer|numero|codigo|codice)$/;
/** Numbers that many rows share without naming anything in a file. */
const placeWords = /\b(postal|post|zip|phone|fax|area|vat|tax|card)\b/;
const identifierTargets = /_id$|\.reference$|deals\.owner$/;

/** SQL of a staged identifier in the form in which files are compared. */
export const identifierForm = (column: string): string =>
  `lower(regexp_replace(ltrim(trim(${column}), ''''), '^(-?\\d+)[.,]0+$', '\\1'))`;

/** Columns of a file that look like identifiers, by their name or by what the plan uses them for. */
const looseColumns = (file: RelatedFile): readonly LooseColumn[] => {
  const { names } = file.staged.source;
  return file.plan.mapping
    .map(({ column, target }) => ({ name: column, target, place: names.indexOf(column) }))
    .filter(
      ({ name, target, place }) =>
        place >= 0 &&
        !placeWords.test(normaliseHeader(name)) &&
        (identifierWords.test(normaliseHeader(name)) || identifierTargets.test(target)),
    )
    .slice(0, mostColumns)
    .map(({ name, target, place }) => ({ file, name, target, staged: stagedColumn(place) }));
};

/** Words of a file's name that could say what its rows are: “deal” of deal_data.csv. */
const wordsOfFile = (file: string): readonly string[] =>
  normaliseHeader(file.replace(/\.[^.]+( \(\d+\))?$/, '')).split(' ');

const singular = (word: string): string => word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');

/** Whether names alone make it likely that one column names the rows of the other: customer id → id of customers.csv. */
const areNamedAlike = (from: LooseColumn, to: LooseColumn): boolean => {
  const said = normaliseHeader(from.name).split(' ');
  const key = normaliseHeader(to.name).split(' ');
  const meant = said.filter((word) => !identifierWords.test(word)).map(singular);
  const keyed = key.filter((word) => !identifierWords.test(word)).map(singular);
  if (meant.length === 0) return false;
  if (keyed.length > 0) return meant.at(-1) === keyed.at(-1) && keyed.every((word) => meant.includes(word));
  const stem = wordsOfFile(to.file.plan.file).map(singular);
  return meant.some((word) => stem.includes(word));
};

interface Counted {
  readonly from: LooseColumn;
  readonly to: LooseColumn;
  readonly hits: number;
  readonly values: number;
  /** Found values that hardly occur by chance: with letters, or of five digits and more. */
  readonly telling: number;
}

/** Distinctive values in number make a reference too, whatever the columns are called. */
const isReference = ({ from, to, hits, values, telling }: Counted): boolean => {
  const share = hits / values;
  if (share < leastShare) return false;
  return areNamedAlike(from, to) || (telling >= 3 && telling === hits && share >= 0.8);
};

const valuesSql = ({ staged, file }: LooseColumn, place: number): string =>
  `(select ${place} as place, ${identifierForm(staged)} as value, count(*) as n
    from (select ${staged} from ${file.staged.table} limit ${sampledRows}) where trim(${staged}) <> '' group by 2 limit ${sampledValues})`;

/** Files with more rows are compared without repairs of form, which would take long. */
const manyRows = 500_000;

const keysSql = ({ staged, file }: LooseColumn, place: number): string => {
  const form = file.staged.rows > manyRows ? `lower(${staged})` : identifierForm(staged);
  return `select ${place} as place, ${form} as value, count(*) as n from ${file.staged.table}
   where ${form} in (select value from import_values) group by 2`;
};

const batched = <T>(items: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** Fills a table from one select for each column, a few at a time. */
const collect = async (
  database: ImportDatabase,
  table: string,
  columns: readonly LooseColumn[],
  sqlOf: (column: LooseColumn, place: number) => string,
): Promise<Result<void>> => {
  const created = await database.exec(
    `create or replace table ${table} (place integer, value varchar, n bigint)`,
  );
  if (!created.ok) return created;
  for (const batch of batched([...columns.entries()], 30)) {
    const parts = batch.map(([place, column]) => sqlOf(column, place));
    const inserted = await database.exec(`insert into ${table} ${parts.join('\nunion all\n')}`);
    if (!inserted.ok) return inserted;
  }
  return ok(undefined);
};

/**
 * Finds, by their values, columns of the staged files that name rows of other files, whether they are called alike or not.
 * Only keys, which tell the rows of their file apart, can be named.
 */
export const findReferences = async (
  database: ImportDatabase,
  files: readonly RelatedFile[],
): Promise<Result<readonly FoundReference[]>> => {
  const columns = files.flatMap(looseColumns);
  if (columns.length < 2) return ok([]);
  const said = await collect(database, 'import_values', columns, valuesSql);
  if (!said.ok) return said;
  const known = await collect(database, 'import_keys', columns, keysSql);
  if (!known.ok) return known;
  const counted = await database.rows(
    `with sizes as (select place, count(*)::integer as n, max(n) = 1 as is_single from import_values group by place),
       keys as (select place from import_keys group by place having max(n) = 1)
     select said.place as said, known.place as known, count(*)::integer as hits, any_value(sizes.n) as n,
       any_value(sizes.is_single) as is_single,
       (count(*) filter (regexp_matches(said.value, '[a-z]|\\d{5}')))::integer as telling
     from import_values as said join import_keys as known using (value) join keys on keys.place = known.place
     join sizes on sizes.place = said.place where said.place <> known.place group by 1, 2`,
  );
  if (!counted.ok) return counted;
  for (const table of ['import_values', 'import_keys']) {
    const dropped = await database.exec(`drop table if exists ${table}`);
    if (!dropped.ok) return dropped;
  }
  const found: FoundReference[] = [];
  for (const row of counted.value) {
    const from = columns[Number(row['said'])];
    const to = columns[Number(row['known'])];
    if (from === undefined || to === undefined || from.file === to.file) continue;
    const values = Number(row['n']);
    const hits = Number(row['hits']);
    if (!isReference({ from, to, hits, values, telling: Number(row['telling']) })) continue;
    found.push({ from, to, share: hits / values, isOneToOne: row['is_single'] === true });
  }
  const isWeakerBack = ({ from, to, share }: FoundReference): boolean =>
    found.some((other) => other.from === to && other.to === from && other.share > share);
  return ok(found.filter((one) => !isWeakerBack(one)).sort((a, b) => b.share - a.share));
};
