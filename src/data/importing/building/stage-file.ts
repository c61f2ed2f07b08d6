import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { quoteLiteral } from '../../sql/quote-literal.ts';
import { importDirectory, type ImportDatabase } from '../import-database.ts';
import { fileProblem } from '../text/read-head.ts';
import { rewriteCsv } from '../text/rewrite-csv.ts';
import { toUtf8 } from '../text/to-utf8.ts';
import type { CopyControl, PreparedFile } from './prepare-file.ts';

/** A file as text in a table: columns `c0`, `c1` … in file order; the row's number is `rowid + 1`. */
export interface StagedFile {
  readonly table: string;
  readonly rows: number;
  readonly padded: number;
  readonly cut: number;
  /** Where the rows can be found again, for rejected ones. */
  readonly source: PreparedFile;
  /** It said UTF-8 but wasn't: read as Windows-1252. */
  readonly wasTranscoded: boolean;
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
  const { delimiter, quote } = source.records;
  const buffer = lineBytes === lineLimits[0] ? '' : `, buffer_size = ${2 * lineBytes}`;
  return `select * from read_csv(${quoteLiteral(path)}, auto_detect = false, header = false,
    delim = ${quoteLiteral(delimiter)}, quote = ${quoteLiteral(quote)}, escape = ${quoteLiteral(quote)},
    columns = {${columns}, 'spare': 'VARCHAR'}, nullstr = ${quoteLiteral(noValue)}, null_padding = true,
    strict_mode = true, ignore_errors = true, store_rejects = true, rejects_table = '${rejects}',
    rejects_scan = '${scans}', rejects_limit = 20, parallel = false, max_line_size = ${lineBytes}${buffer})`;
};

/** How one reading went. `irregular`: the engine's reader met something that it can't be trusted with. */
type Reading =
  | { readonly outcome: 'regular'; readonly rows: number; readonly padded: number; readonly cut: number }
  | { readonly outcome: 'irregular' | 'not-utf8' | 'long-line' };

const dropRejects = async (database: ImportDatabase): Promise<Result<void>> => {
  for (const table of [rejects, scans]) {
    const dropped = await database.exec(`drop table if exists ${table}`);
    if (!dropped.ok) return dropped;
  }
  return ok(undefined);
};

/** Short rows end in a null, which a field in the file never is; the last row too when a quote is never closed. */
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
    `select count(*)::integer as n, (count(*) filter (${last} is null))::integer as padded,
      (count(*) filter (trim(spare) <> ''))::integer as cut,
      coalesce(bool_or(${last} is null) filter (rowid = (select max(rowid) from ${table})), false) as ends_short
    from ${table}`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  if (row['ends_short'] === true) return ok({ outcome: 'irregular' });
  return ok({
    outcome: 'regular',
    rows: Number(row['n'] ?? 0),
    padded: Number(row['padded'] ?? 0),
    cut: Number(row['cut'] ?? 0),
  });
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
  const rewritten = await rewriteCsv(source.file, source.records, source.names.length, onRows);
  const regular = {
    ...source,
    file: rewritten.file,
    records: { ...source.records, delimiter: ',', quote: '"' },
  };
  const reading = await read(database, table, regular);
  if (!reading.ok) return reading;
  if (reading.value.outcome !== 'regular') {
    const reason = 'Its rows can’t be told apart';
    return err({ kind: 'file-corrupt', file: source.file.name, format: 'delimited text', reason });
  }
  return ok({ table, rows: reading.value.rows, padded: rewritten.padded, cut: rewritten.cut, source });
};

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
  const isForEngine = source.records.delimiter !== ' ' && source.records.quote !== '';
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
      const { rows, padded, cut } = value;
      return ok({ table, rows, padded, cut, source, wasTranscoded });
    }
    const rewritten = await readRewritten(database, table, source, control);
    return rewritten.ok ? ok({ ...rewritten.value, wasTranscoded }) : rewritten;
  } catch (thrown) {
    return err(control.isCancelled() ? { kind: 'cancelled' } : fileProblem(thrown, prepared.file.name));
  }
};
