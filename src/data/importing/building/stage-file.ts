import type { AppError } from '../../../core/app-error.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { fileProblem } from '../text/read-head.ts';
import type { RecordDialect } from '../text/record-dialect.ts';
import { rewriteCsv } from '../text/rewrite-csv.ts';
import { toUtf8 } from '../text/to-utf8.ts';
import type { TextFacts } from '../text/columns/text-form.ts';
import type { CopyControl, PreparedFile } from './prepare-file.ts';
import { readColumns, type QuickWay } from './read-columns.ts';
import { readText, type Reading } from './read-text.ts';
import { dropRows } from './row-tables.ts';
import type { NativeTypes } from './staged-columns.ts';

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
  /** Present where columns are kept in a type of their own. */
  readonly natives?: NativeTypes;
  /** What is known of all values from reading them. */
  readonly facts?: TextFacts;
  /** Rows that repeat others, where they are being counted aside; undefined when there are too many to know. */
  readonly repeatedRows?: Promise<Result<number | undefined>>;
  /** Rows of a typed file, which has no text to find them in. Throws when the engine fails. */
  readonly rowsAgain?: (rows: readonly number[]) => Promise<readonly LocatedRow[]>;
}

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
  const reading = await readText(database, table, regular);
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

const stageText = async (
  database: ImportDatabase,
  table: string,
  prepared: PreparedFile,
  control: CopyControl,
): Promise<Result<StagedFile>> => {
  const cleared = await dropRows(database, table);
  if (!cleared.ok) return cleared;
  let source = prepared;
  let reading: Result<Reading> = canReadStrictly(source.records)
    ? await readText(database, table, source)
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
    reading = await readText(database, table, source);
  }
  if (!reading.ok) return err(await checkFile(prepared.file, reading.error));
  const { value } = reading;
  if (value.outcome === 'regular') {
    return ok({ table, rows: value.rows, issues: source.issues, source, wasTranscoded });
  }
  const rewritten = await readRewritten(database, table, source, control);
  return rewritten.ok ? ok({ ...rewritten.value, wasTranscoded }) : rewritten;
};

/**
 * Reads a prepared file into a table: in one pass with types where it is written plainly, else as text by the engine's
 * own reader; whatever that strict reader stumbles over (stray quotes, mixed line ends, rows of different lengths, runs of spaces) is first put in order.
 */
export const stageFile = async (
  database: ImportDatabase,
  table: string,
  prepared: PreparedFile,
  control: CopyControl,
  quick: QuickWay,
): Promise<Result<StagedFile>> => {
  try {
    const read = await readColumns(database, table, prepared, quick, control);
    if (!read.ok) return err(await checkFile(prepared.file, read.error));
    if (read.value === undefined) return await stageText(database, table, prepared, control);
    const { issues } = prepared;
    const { rows } = read.value.facts;
    return ok({ table, rows, issues, source: prepared, wasTranscoded: false, ...read.value });
  } catch (thrown) {
    return err(control.isCancelled() ? { kind: 'cancelled' } : fileProblem(thrown, prepared.file.name));
  }
};
