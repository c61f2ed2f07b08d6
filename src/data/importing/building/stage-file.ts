import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import type { NativeType } from '../columnar/native-column.ts';
import type { ImportIssue } from '../contract.ts';
import { importDirectory, type ImportDatabase } from '../import-database.ts';
import { fileProblem } from '../text/read-head.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { rewriteCsv } from '../text/rewrite-csv.ts';
import { toUtf8 } from '../text/to-utf8.ts';
import type { CopyControl, PreparedFile } from './prepare-file.ts';

/** A row of a staged file as it stands in the file itself. */
export interface LocatedRow {
  /** As in the staged table, from 1. */
  readonly row: number;
  /** Physical line on which it begins. */
  readonly line: number;
  readonly text: string;
  readonly fields: readonly string[];
}

/** A file as text in a table: columns `c0`, `c1` … in file order; the row's number is `rowid + 1`. */
export interface StagedFile {
  readonly table: string;
  readonly rows: number;
  /** How the table stands in its file, and what had to be done to its rows. */
  readonly issues: readonly ImportIssue[];
  /** Where the rows can be found again, for rejected ones. */
  readonly source: PreparedFile;
  /** It said UTF-8 but wasn't: read as Windows-1252. */
  readonly wasTranscoded: boolean;
  /** Indexes of columns whose values must not be seen in rejected rows. */
  readonly hidden?: readonly number[];
  /** Types of the columns of a typed file, where there are also columns `n0`, `n1` … of that type; undefined for texts. */
  readonly natives?: readonly (NativeType | undefined)[];
  /** Rows of a typed file, which has no text to find them in. Throws when the engine fails. */
  readonly rowsAgain?: (rows: readonly number[]) => Promise<readonly LocatedRow[]>;
}

/** Name of the staged column at an index. */
export const stagedColumn = (index: number): string => `c${index}`;

const noValue = '\u0001';
/** The engine's own limit of a line, then what it is raised to when a line is longer. */
const lineLimits = [2_097_152, 33_554_432, 134_217_728] as const;
const rejects = 'import_rejects';
const scans = 'import_scans';

/** The engine's reader with nothing left to guess. One spare column takes what a row has too much. */
const readSql = (path: string, source: PreparedFile, lineBytes: number): string => {
  const columns = source.names.map((_, index) => `'${stagedColumn(index)}': 'VARCHAR'`).join(', ');
  const { delimiter, quote, escape = quote } = source.records;
  const buffer = lineBytes === lineLimits[0] ? '' : `, buffer_size = ${2 * lineBytes}`;
  return `select * from read_csv(${quoteLiteral(path)}, auto_detect = false, header = false,
    delim = ${quoteLiteral(delimiter)}, quote = ${quoteLiteral(quote)}, escape = ${quoteLiteral(escape)},
    columns = {${columns}, 'spare': 'VARCHAR'}, nullstr = ${quoteLiteral(noValue)}, null_padding = true,
    strict_mode = true, ignore_errors = true, store_rejects = true, rejects_table = '${rejects}',
    rejects_scan = '${scans}', rejects_limit = 20, parallel = false, max_line_size = ${lineBytes}${buffer})`;
};

/** How one reading went. `irregular`: the engine's reader met something that it can't be trusted with. */
type Reading =
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

/** Reads with as much room for a line as the longest one needs; an error of the reader itself means irregular. */
const read = async (
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

/** Whether a failure is the file's: it was moved or changed while it was read. */
const checkFile = async (source: File, error: AppError): Promise<AppError> => {
  if (error.kind === 'cancelled') return error;
  try {
    await source.slice(Math.max(0, source.size - 1)).arrayBuffer();
    return error;
  } catch (thrown) {
    return fileProblem(thrown, source.name);
  }
};

/** Rewrites the file in regular form and reads that. */
const readRewritten = async (
  database: ImportDatabase,
  table: string,
  source: PreparedFile,
  control: CopyControl,
): Promise<Result<Omit<StagedFile, 'wasTranscoded'>>> => {
  const onRows = (): void => {
    if (control.isCancelled()) throw new Error('cancelled');
  };
  const rewritten = await rewriteCsv(source.file, source.records, source.dataLine, onRows);
  const records = { delimiter: ',', quote: '"', columns: source.names.length };
  const regular = { ...source, file: rewritten.file, records };
  const reading = await read(database, table, regular);
  if (!reading.ok) return reading;
  if (reading.value.outcome !== 'regular') {
    const reason = 'Its rows can’t be told apart';
    return err({ kind: 'file-corrupt', file: source.file.name, format: 'delimited text', reason });
  }
  const issues = [...source.issues, ...rewritten.issues];
  return ok({ table, rows: reading.value.rows, issues, source });
};

/** Whether the engine's reader knows such a dialect: one to four bytes delimit, quotes are doubled or follow a backslash. */
const canReadStrictly = ({ delimiter, quote, escape = quote, widths }: RecordDialect): boolean =>
  widths === undefined &&
  delimiter !== ' ' &&
  new TextEncoder().encode(delimiter).length <= 4 &&
  quote !== '' &&
  (escape === quote || escape === '\\');

/**
 * Reads a prepared file into a table of text. Regular files go straight to the engine; whatever its strict reader
 * stumbles over (stray quotes, mixed line ends, rows of different lengths, runs of spaces) is first put in order.
 */
export const stageFile = async (
  database: ImportDatabase,
  table: string,
  prepared: PreparedFile,
  control: CopyControl,
): Promise<Result<StagedFile>> => {
  let source = prepared;
  const isForEngine = canReadStrictly(source.records);
  try {
    let reading: Result<Reading> = isForEngine
      ? await read(database, table, source)
      : ok({ outcome: 'irregular' });
    const wasTranscoded = reading.ok && reading.value.outcome === 'not-utf8';
    if (wasTranscoded) {
      const form = { isGzip: false, encoding: 'windows-1252' };
      const file = await toUtf8(
        source.file,
        form,
        () => undefined,
        () => control.isCancelled(),
      );
      if (!file.ok) return file;
      source = { ...source, file: file.value };
      reading = await read(database, table, source);
    }
    if (!reading.ok) return err(await checkFile(prepared.file, reading.error));
    const { value } = reading;
    if (value.outcome === 'regular') {
      return ok({ table, rows: value.rows, issues: source.issues, source, wasTranscoded });
    }
    const rewritten = await readRewritten(database, table, source, control);
    return rewritten.ok ? ok({ ...rewritten.value, wasTranscoded }) : rewritten;
  } catch (thrown) {
    return err(control.isCancelled() ? { kind: 'cancelled' } : fileProblem(thrown, prepared.file.name));
  }
};
