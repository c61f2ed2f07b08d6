import type { AppError } from '../../../core/app-error.ts';
import { ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import { importDirectory, type ImportDatabase } from '../import-database.ts';
import type { PreparedFile } from './prepare-file.ts';
import { lineLimits, readerSql } from './reader-sql.ts';
import { stagedColumn } from './staged-columns.ts';

const noValue = '\u0001';
const rejects = 'import_rejects';
const scans = 'import_scans';

/** Everything as text. One spare column takes what a row has too much. */
const readSql = (path: string, { names, records }: PreparedFile, lineBytes: number): string => {
  const columns = [...names.map((_, index) => stagedColumn(index)), 'spare'];
  const more = [
    `nullstr = ${quoteLiteral(noValue)}`,
    'null_padding = true',
    'ignore_errors = true',
    'store_rejects = true',
    `rejects_table = '${rejects}'`,
    `rejects_scan = '${scans}'`,
    'rejects_limit = 20',
  ];
  return readerSql({
    path,
    records,
    columns: columns.map((name) => ({ name, type: 'VARCHAR' })),
    lineBytes,
    more,
  });
};

/** How one reading went. `irregular`: the engine's reader met something that it can't be trusted with. */
export type Reading =
  | { readonly outcome: 'regular'; readonly rows: number }
  | { readonly outcome: 'irregular' | 'not-utf8' | 'long-line' };

const dropRejects = async (database: ImportDatabase): Promise<Result<void>> => {
  for (const table of [rejects, scans]) {
    const dropped = await database.exec(`drop table if exists ${table}`);
    if (!dropped.ok) return dropped;
  }
  return ok(undefined);
};

/** Rows that repeat the header, by its first names. */
const repeatedHeaderSql = ({ records }: PreparedFile): string => {
  const names = (records.header ?? []).map((name, index) => ({ name, column: stagedColumn(index) }));
  const first = names.filter(({ name }) => name !== '').slice(0, 5);
  if (first.length < 2) return 'false';
  return first.map(({ name, column }) => `${column} = ${quoteLiteral(name)}`).join(' and ');
};

/**
 * A row that is too short ends in a null, which a field in the file never is; one that is too long fills the spare
 * column. Both, and rows that repeat the header, are left to our own reader.
 */
const judge = async (
  database: ImportDatabase,
  table: string,
  source: PreparedFile,
): Promise<Result<Reading>> => {
  const rejected = await database.rows(`select error_type::varchar as type from ${rejects} limit 20`);
  const types = rejected.ok ? rejected.value.map(({ type }) => String(type)) : [];
  if (types.some((type) => /LINE SIZE/i.test(type))) return ok({ outcome: 'long-line' });
  if (types.some((type) => /ENCODING|UNICODE/i.test(type))) return ok({ outcome: 'not-utf8' });
  if (types.length > 0) return ok({ outcome: 'irregular' });
  const last = stagedColumn(source.names.length - 1);
  const counted = await database.rows(
    `select count(*)::integer as n,
      (count(*) filter (${last} is null or spare is not null or (${repeatedHeaderSql(source)})))::integer as irregular
    from ${table}`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  if (Number(row['irregular']) > 0) return ok({ outcome: 'irregular' });
  return ok({ outcome: 'regular', rows: Number(row['n'] ?? 0) });
};

const isReaderError = (error: AppError): boolean => error.kind === 'sql-failed';

const isLongLine = (reading: Result<Reading>): boolean =>
  reading.ok
    ? reading.value.outcome === 'long-line'
    : isReaderError(reading.error) && /line size/i.test(JSON.stringify(reading.error));

const createStage = async (
  database: ImportDatabase,
  table: string,
  source: PreparedFile,
  lineBytes: number,
): Promise<Result<Reading>> => {
  const path = `${importDirectory}${table}.csv`;
  const registered = await database.registerFile(path, source.file);
  if (!registered.ok) return registered;
  // A cancelled import leaves its own behind.
  const prepared = await dropRejects(database);
  if (!prepared.ok) return prepared;
  const statement = `create or replace table ${table} as ${readSql(path, source, lineBytes)}`;
  const created = await database.exec(statement);
  const judged: Result<Reading> = created.ok ? await judge(database, table, source) : created;
  await database.dropFile(path);
  const cleared = await dropRejects(database);
  return cleared.ok ? judged : cleared;
};

/** Reads a prepared file into a table of text, with as much room for a line as the longest one needs; an error of the reader itself means irregular. */
export const readText = async (
  database: ImportDatabase,
  table: string,
  source: PreparedFile,
): Promise<Result<Reading>> => {
  for (const lineBytes of lineLimits) {
    const reading = await createStage(database, table, source, lineBytes);
    if (isLongLine(reading)) continue;
    return reading.ok || !isReaderError(reading.error) ? reading : ok({ outcome: 'irregular' });
  }
  return ok({ outcome: 'long-line' });
};
