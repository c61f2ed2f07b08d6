import { err, ok, type Result } from '../../core/result.ts';
import { canonicalTables } from '../tables/canonical-tables.ts';
import { buildTables, statementRunner } from './building/build-tables.ts';
import { prepareFile, type CopyControl } from './building/prepare-file.ts';
import { reportFile } from './building/report-file.ts';
import { reportIssues } from './building/report-issues.ts';
import { stageFile } from './building/stage-file.ts';
import { typeFile } from './building/type-file.ts';
import type { TypedFile } from './building/typed-file.ts';
import type { FilePlan, FileReport, LoadReport } from './contract.ts';
import type { ImportDatabase } from './import-database.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';
import { fileProblem } from './text/read-head.ts';

/** What every step of an import shares. */
interface ImportRun {
  readonly database: ImportDatabase;
  readonly tools: ImportTools;
  readonly onProgress: OnImportProgress;
  readonly isCancelled: () => boolean;
}

/** Share of the whole that reading the files takes. */
const readingShare = 0.75;

interface LoadedFile {
  readonly typed: TypedFile;
  readonly report: FileReport;
}

const loadFile = async (
  run: ImportRun,
  plan: FilePlan,
  file: File,
  index: number,
  files: number,
): Promise<Result<LoadedFile>> => {
  const started = run.tools.now();
  const report = (stage: string, part: number): void =>
    run.onProgress({ stage, detail: file.name, fraction: (readingShare * (index + part)) / files });
  const control: CopyControl = {
    onFraction: (fraction) => report('Unpacking', 0.3 * fraction),
    isCancelled: run.isCancelled,
  };
  report('Reading', 0);
  const prepared = await prepareFile(file, plan, run.tools, control);
  if (!prepared.ok) return prepared;
  report('Reading', 0.3);
  const staged = await stageFile(run.database, `stage_${index}`, prepared.value, control);
  if (!staged.ok) return staged;
  if (run.isCancelled()) return err({ kind: 'cancelled' });
  report('Understanding the values', 0.7);
  const typed = await typeFile(run.database, staged.value, plan, index);
  if (!typed.ok) return typed;
  try {
    const fileReport = await reportFile(typed.value, file.size, run.tools.now() - started);
    const dropped = await run.database.exec(`drop table ${staged.value.table}`);
    return dropped.ok ? ok({ typed: typed.value, report: fileReport }) : dropped;
  } catch (thrown) {
    return err(fileProblem(thrown, file.name));
  }
};

const countTables = async (database: ImportDatabase): Promise<Result<LoadReport['tables']>> => {
  const names = [...canonicalTables.map(({ name }) => name), 'customer_attributes'];
  const counts = names.map((name) => `select '${name}' as name, count(*)::integer as n from next_${name}`);
  const counted = await database.rows(counts.join(' union all '));
  return counted.ok
    ? ok(counted.value.map(({ name, n }) => ({ name: String(name), rows: Number(n) })))
    : counted;
};

/**
 * Reads the files by their plans into tables named `next_<table>`: one for every canonical table (empty ones too) and
 * `next_customer_attributes`. The caller swaps them in one transaction. After a failure or a cancel the tables that
 * begin with `next_`, `stage_`, `typed_` or `import_` are worthless; the next import replaces them.
 */
export const importFiles = async (
  plans: readonly FilePlan[],
  files: readonly File[],
  database: ImportDatabase,
  tools: ImportTools,
  onProgress: OnImportProgress,
  isCancelled: () => boolean,
): Promise<Result<LoadReport>> => {
  const started = tools.now();
  const run: ImportRun = { database, tools, onProgress, isCancelled };
  const loaded: LoadedFile[] = [];
  for (const [index, plan] of plans.entries()) {
    const file = files.find(({ name }) => name === plan.file);
    if (file === undefined) return err({ kind: 'file-changed', file: plan.file });
    if (isCancelled()) return err({ kind: 'cancelled' });
    const result = await loadFile(run, plan, file, index, plans.length);
    if (!result.ok) return isCancelled() ? err({ kind: 'cancelled' }) : result;
    loaded.push(result.value);
  }
  const typed = loaded.map((file) => file.typed);
  onProgress({ stage: 'Putting customers and orders together', fraction: readingShare });
  const runAll = statementRunner(database, isCancelled);
  const built = await buildTables(database, typed, runAll);
  if (!built.ok) return isCancelled() ? err({ kind: 'cancelled' }) : built;
  onProgress({ stage: 'Checking', fraction: 0.95 });
  const issues = await reportIssues(database, typed);
  if (!issues.ok) return issues;
  const dropped = await runAll(typed.map(({ table }) => `drop table if exists ${table}`));
  if (!dropped.ok) return dropped;
  const tables = await countTables(database);
  if (!tables.ok) return tables;
  return ok({
    files: loaded.map(({ report }) => report),
    tables: tables.value,
    issues: [...built.value, ...issues.value],
    ms: Math.round(tools.now() - started),
  });
};
