import type { AppError } from '../../src/core/app-error.ts';
import { prepareFile, type PreparedFile } from '../../src/data/importing/building/prepare-file.ts';
import { openText } from '../../src/data/importing/text/columns/open-text.ts';
import { stageFile } from '../../src/data/importing/building/stage-file.ts';
import type { FileInspection, ImportIssue } from '../../src/data/importing/contract.ts';
import { detectDialect } from '../../src/data/importing/dialect/detect-dialect.ts';
import { inspectFile } from '../../src/data/importing/inspect-file.ts';
import { layOut } from '../../src/data/importing/text/lay-out.ts';
import { parseSample } from '../../src/data/importing/text/parse-sample.ts';
import { rewriteCsv } from '../../src/data/importing/text/rewrite-csv.ts';
import { valueOf, type TestEngine } from './engine.ts';
import { importDatabaseOf, testTools } from './importing.ts';
import type { TextTable } from './pollock-score.ts';

/** A file read fully automatically, all columns as text. */
export interface ReadTable {
  readonly inspection: FileInspection;
  /** The header as written, unless the file has none. */
  readonly header: readonly string[];
  readonly rows: TextTable;
  readonly issues: readonly ImportIssue[];
  readonly error?: AppError;
}

/** The table that benchmarks compare: a file without any row was refused in words, not lost; undefined for others refused. */
export const tableOf = ({ header, rows, error }: ReadTable): TextTable | undefined => {
  if (error !== undefined && error.kind !== 'file-empty' && error.kind !== 'file-header-only')
    return undefined;
  return header.length > 0 ? [header, ...rows] : rows;
};

const control = { onFraction: () => undefined, isCancelled: () => false };

const headerOf = ({ dialect, columns }: FileInspection): readonly string[] =>
  dialect.hasHeader ? columns.map(({ header }) => header) : [];

/** What can be said of a file that is refused: the header, where that is all it has. */
const refused = async (file: File, inspection: FileInspection, error: AppError): Promise<ReadTable> => {
  const head = error.kind === 'file-header-only' ? await file.text() : '';
  const { dialect } = detectDialect({ head, isWhole: true, later: [] }, 'utf-8');
  return { inspection, header: layOut(head, dialect).headers, rows: [], issues: inspection.issues, error };
};

/** The rows of a prepared file as text, and what was said about them. */
type ReadRows = (prepared: PreparedFile) => Promise<Pick<ReadTable, 'rows' | 'issues'>>;

/** Reads the rows as an import does when they are irregular: by our own record reader. */
export const byReader: ReadRows = async ({ file, records, dataLine, issues }) => {
  const rewritten = await rewriteCsv(file, records, dataLine, () => undefined);
  const text = await rewritten.file.text();
  const rows = parseSample(text, { delimiter: ',', quote: '"' }).map(({ fields }) => fields);
  return { rows, issues: [...issues, ...rewritten.issues] };
};

/** Reads the rows as an import does: by the engine where they are regular. */
export const byEngine =
  (engine: TestEngine): ReadRows =>
  async (prepared) => {
    const texts = prepared.names.map(() => ({ type: 'VARCHAR', isIdentifier: false }) as const);
    const quick = { columns: texts, openText };
    const staged = valueOf(await stageFile(importDatabaseOf(engine), 'stage_0', prepared, control, quick));
    const columns = prepared.names.map((_, index) => `c${index}`);
    const rows = await engine.rows(`select ${columns.join(', ')} from ${staged.table} order by rowid`);
    const cells = rows.map((row) => columns.map((column) => String(row[column] ?? '')));
    return { rows: cells, issues: staged.issues };
  };

/** Reads a file fully automatically, all columns as text. */
export const readTable = async (file: File, readRows: ReadRows): Promise<ReadTable> => {
  const inspection = await inspectFile(file, testTools);
  if (inspection.error) return refused(file, inspection, inspection.error);
  const prepared = await prepareFile(file, inspection, control);
  if (!prepared.ok) return refused(file, inspection, prepared.error);
  return { inspection, header: headerOf(inspection), ...(await readRows(prepared.value)) };
};
