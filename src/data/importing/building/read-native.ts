import { ok, type Result } from '../../../core/result.ts';
import { importDirectory, type ImportDatabase } from '../import-database.ts';
import type { PreparedFile } from './prepare-file.ts';
import { lineLimits, readerSql } from './reader-sql.ts';
import { createStagedSql, nativeColumn, stagedColumn, type NativeTypes } from './staged-columns.ts';

/** SQL condition: the reader's own words for infinity and no number, digits that money hasn't, or a day of another century. */
const doubtfulSql = (natives: NativeTypes): string =>
  natives
    .flatMap((type, index) => {
      const column = nativeColumn(index);
      if (type === 'DOUBLE') return [`not isfinite(${column})`];
      if (type?.startsWith('DECIMAL') === true) return [`${column} <> round(${column}, 4)`];
      return type === 'DATE' ? [`${column} not between date '1900-01-02' and date '2199-12-31'`] : [];
    })
    .join(' or ') || 'false';

const readInto = async (
  database: ImportDatabase,
  table: string,
  path: string,
  { records }: PreparedFile,
  natives: NativeTypes,
): Promise<Result<number | undefined>> => {
  const created = await database.exec(createStagedSql(table, natives));
  if (!created.ok) return created;
  const columns = natives.map((type, index) =>
    type === undefined ? { name: stagedColumn(index), type: 'VARCHAR' } : { name: nativeColumn(index), type },
  );
  const more = ["nullstr = ''", "dateformat = '%Y-%m-%d'", 'null_padding = false'];
  const select = readerSql({ path, records, columns, lineBytes: lineLimits[0], more });
  const read = await database.exec(
    `insert into ${table} (${columns.map(({ name }) => name).join(', ')}) ${select}`,
  );
  if (!read.ok) return read;
  const counted = await database.rows(
    `select count(*)::integer as n, (count(*) filter (${doubtfulSql(natives)}))::integer as doubtful from ${table}`,
  );
  if (!counted.ok) return counted;
  const { n, doubtful } = counted.value[0] ?? {};
  return ok(Number(doubtful) === 0 ? Number(n) : undefined);
};

/**
 * The quick way for files that are written as the engine itself would: one pass gives the rows with their types. The first
 * row of another length, and the first value that is written otherwise, end it: undefined, and the file has to be read
 * as text. Fails when cancelled or when the engine fails.
 */
export const readNative = async (
  database: ImportDatabase,
  table: string,
  source: PreparedFile,
  natives: NativeTypes,
): Promise<Result<number | undefined>> => {
  if (natives.every((type) => type === undefined)) return ok(undefined);
  const path = `${importDirectory}typed.csv`;
  const registered = await database.registerFile(path, source.file);
  if (!registered.ok) return registered;
  const read = await readInto(database, table, path, source, natives);
  await database.dropFile(path);
  if (read.ok && read.value !== undefined) return read;
  const cleared = await database.exec(`drop table if exists ${table}`);
  if (!cleared.ok) return cleared;
  return read.ok || read.error.kind === 'sql-failed' ? ok(undefined) : read;
};
