import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { lackingToFeed } from './building/fed-tables.ts';
import type { RelatedFile } from './building/related-file.ts';
import { reportFile } from './building/report-file.ts';
import { settleKeys } from './building/settle-keys.ts';
import { typeFile } from './building/type-file.ts';
import { dropRows } from './building/row-tables.ts';
import type { TypedFile } from './building/typed-file.ts';
import type { FileReport } from './contract.ts';
import type { ImportDatabase } from './import-database.ts';
import type { ImportRun } from './import-run.ts';
import { withUnwritten, type StagedSource } from './stage-source.ts';
import { fileProblem } from './text/read-head.ts';

/** A file whose rows are in the engine as text. */
export interface ReadFile extends RelatedFile, Pick<StagedSource, 'unwritten'> {
  readonly file: File;
  readonly ms: number;
}

/** A file of which something is used, or which was read in vain. */
export interface LoadedFile {
  /** Absent when nothing of the file could be used. */
  readonly typed?: TypedFile;
  readonly report: FileReport;
}

/** A file that was understood, or read in vain: why nothing of it is used. */
interface UnderstoodFile extends LoadedFile {
  readonly unusedBecause?: AppError;
}

/** Why nothing of a file can be used, although it could be read. */
const uselessness = (file: TypedFile): AppError | undefined => {
  const { plan, rowsRead, rowsRejected, rejected } = file;
  if (rowsRead === rowsRejected) {
    const reason = rejected[0]?.reason ?? 'All rows are empty';
    return { kind: 'no-rows-kept', file: plan.file, rowsRead, reason };
  }
  const missing = lackingToFeed(file);
  return missing && { kind: 'mapping-incomplete', file: plan.file, missing };
};

/** Forgets the rows of a file once they are in its tables. */
export const forgetRows = async (
  database: ImportDatabase,
  { table, staged }: TypedFile,
): Promise<Result<void>> => {
  const forgotten = await dropRows(database, table);
  return forgotten.ok ? dropRows(database, staged.table) : forgotten;
};

const withIssues = (typed: TypedFile, { issues = [] }: RelatedFile): TypedFile => ({
  ...typed,
  issues: [...issues, ...typed.issues],
});

/** Finds out what the rows of a file say, and reports it. */
export const understandFile = async (
  run: ImportRun,
  related: RelatedFile,
  read: ReadFile,
): Promise<Result<UnderstoodFile>> => {
  const { plan, file, unwritten, ms } = read;
  const started = run.tools.now();
  if (run.isCancelled()) return err({ kind: 'cancelled' });
  run.onProgress({ stage: 'Understanding the values', detail: plan.file });
  const found = await typeFile(run.database, related.staged, related.plan, related.index);
  if (!found.ok) {
    const cleared = await dropRows(run.database, related.staged.table);
    return cleared.ok ? found : cleared;
  }
  const typed = await settleKeys(run.database, withIssues(found.value, related));
  if (!typed.ok) return typed;
  const unusedBecause = uselessness(typed.value);
  try {
    const duration = ms + run.tools.now() - started;
    const report = withUnwritten(await reportFile(typed.value, read, file.size, duration), unwritten);
    if (unusedBecause !== undefined) {
      const forgotten = await forgetRows(run.database, typed.value);
      return forgotten.ok ? ok({ report, unusedBecause }) : forgotten;
    }
    const isNeeded = typed.value.isLight;
    const dropped = isNeeded ? ok(undefined) : await dropRows(run.database, related.staged.table);
    return dropped.ok ? ok({ typed: typed.value, report }) : dropped;
  } catch (thrown) {
    return err(fileProblem(thrown, plan.file));
  }
};
