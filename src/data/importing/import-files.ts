import type { AppError } from '../../core/app-error.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { canonicalTables } from '../tables/canonical-tables.ts';
import { expandArchives } from './archives/expand-archives.ts';
import { buildTables } from './building/build-tables.ts';
import type { CopyControl } from './building/prepare-file.ts';
import { lackingToFeed } from './building/fed-tables.ts';
import { relateFiles, type RelatedFiles } from './building/relate-files.ts';
import type { RelatedFile } from './building/related-file.ts';
import { reportFile, reportUnused } from './building/report-file.ts';
import { reportIssues } from './building/report-issues.ts';
import { statementRunner } from './building/run-all.ts';
import { settleKeys } from './building/settle-keys.ts';
import { typeFile } from './building/type-file.ts';
import { dropTyped } from './building/typed-table.ts';
import type { TypedFile } from './building/typed-file.ts';
import type { FilePlan, FileReport, LoadReport } from './contract.ts';
import type { ImportDatabase } from './import-database.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';
import { nameFiles } from './name-files.ts';
import { applyPrivacy } from './privacy/apply-privacy.ts';
import { comparePseudonyms } from './privacy/compare-pseudonyms.ts';
import { stageSource, withUnwritten, type StagedSource } from './stage-source.ts';
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

/** A file whose rows are in the engine as text. */
interface ReadFile extends RelatedFile, Pick<StagedSource, 'unwritten'> {
  readonly file: File;
  readonly ms: number;
}

interface LoadedFile {
  /** Absent when nothing of the file could be used. */
  readonly typed?: TypedFile;
  readonly report: FileReport;
}

interface LoadedFiles extends Pick<RelatedFiles, 'joins'> {
  readonly files: readonly LoadedFile[];
}

const readFile = async (
  run: ImportRun,
  plan: FilePlan,
  file: File,
  index: number,
  files: number,
): Promise<Result<ReadFile>> => {
  const started = run.tools.now();
  const report = (stage: string, part: number): void =>
    run.onProgress({ stage, detail: plan.file, fraction: (readingShare * (index + part)) / files });
  const control: CopyControl = {
    onFraction: (fraction) => report('Unpacking', 0.3 * fraction),
    isCancelled: run.isCancelled,
  };
  report('Reading', 0);
  const { database, tools } = run;
  const onPrepared = (): void => report('Reading', 0.3);
  const place = { database, tools, table: `stage_${index}`, control, onPrepared };
  const source = await stageSource(file, plan, place);
  if (!source.ok) return source;
  const { staged, unwritten } = source.value;
  const treated = await applyPrivacy(database, staged, plan);
  if (!treated.ok) return treated;
  return ok({ index, ...treated.value, file, unwritten, ms: tools.now() - started });
};

const withIssues = (typed: TypedFile, { issues = [] }: RelatedFile): TypedFile => ({
  ...typed,
  issues: [...issues, ...typed.issues],
});

const understandFile = async (
  run: ImportRun,
  related: RelatedFile,
  read: ReadFile,
): Promise<Result<LoadedFile>> => {
  const { plan, file, unwritten, ms } = read;
  const started = run.tools.now();
  if (run.isCancelled()) return err({ kind: 'cancelled' });
  run.onProgress({ stage: 'Understanding the values', detail: plan.file });
  const found = await typeFile(run.database, related.staged, related.plan, related.index);
  if (!found.ok) {
    const cleared = await run.database.exec(`drop table ${related.staged.table}`);
    return cleared.ok ? found : cleared;
  }
  const typed = await settleKeys(run.database, withIssues(found.value, related));
  if (!typed.ok) return typed;
  const missing = lackingToFeed(typed.value);
  try {
    const report = await reportFile(typed.value, read, file.size, ms + run.tools.now() - started);
    const { isLight } = typed.value;
    const dropped = isLight ? ok(undefined) : await run.database.exec(`drop table ${related.staged.table}`);
    if (missing !== undefined) return err({ kind: 'mapping-incomplete', file: plan.file, missing });
    return dropped.ok ? ok({ typed: typed.value, report: withUnwritten(report, unwritten) }) : dropped;
  } catch (thrown) {
    return err(fileProblem(thrown, plan.file));
  }
};

/** Files of which nothing is used, and why; an error that must stop the load is no reason. */
class UnusedFiles {
  readonly #reports = new Map<string, FileReport>();
  #first: AppError | undefined;

  constructor(readonly isAlone: boolean) {}

  /** Whether the load may go on without the file. */
  add({ plan, file }: Pick<ReadFile, 'plan' | 'file'>, error: AppError, use?: string): boolean {
    this.#first ??= error;
    const report = this.isAlone ? undefined : reportUnused(plan, file.size, error, use);
    if (report !== undefined) this.#reports.set(plan.file, report);
    return report !== undefined;
  }

  /** The reports of all files in the order of the plans, or the first error when there is nothing else. */
  settle(plans: readonly FilePlan[], loaded: ReadonlyMap<string, LoadedFile>): Result<readonly LoadedFile[]> {
    if (loaded.size === 0 && this.#first !== undefined) return err(this.#first);
    return ok(
      plans.flatMap(({ file }) => {
        const report = this.#reports.get(file);
        return loaded.get(file) ?? (report === undefined ? [] : { report });
      }),
    );
  }
}

const readFiles = async (
  run: ImportRun,
  plans: readonly FilePlan[],
  files: readonly File[],
  unused: UnusedFiles,
): Promise<Result<readonly ReadFile[]>> => {
  const expanded = new Map((await expandArchives(nameFiles(files))).map((file) => [file.name, file]));
  const read: ReadFile[] = [];
  for (const [index, plan] of plans.entries()) {
    const given = expanded.get(plan.file);
    if (given === undefined) return err({ kind: 'file-changed', file: plan.file });
    if (run.isCancelled()) return err({ kind: 'cancelled' });
    const file = await given.open();
    if (!file.ok) return file;
    const result = await readFile(run, plan, file.value, index, plans.length);
    if (result.ok) read.push(result.value);
    else if (!unused.add({ plan, file: file.value }, result.error)) return result;
  }
  return ok(read);
};

/** Reads all files, finds out how they belong together, then understands their values one by one. */
const loadFiles = async (
  run: ImportRun,
  plans: readonly FilePlan[],
  files: readonly File[],
): Promise<Result<LoadedFiles>> => {
  const unused = new UnusedFiles(plans.length === 1);
  const read = await readFiles(run, plans, files, unused);
  if (!read.ok) return read;
  const related = await relateFiles(run.database, read.value);
  if (!related.ok) return related;
  const loaded = new Map<string, LoadedFile>();
  for (const [place, one] of related.value.files.entries()) {
    const source = read.value[place];
    if (source === undefined) continue;
    const result = await understandFile(run, one, source);
    if (result.ok) loaded.set(source.plan.file, result.value);
    else if (!unused.add(source, result.error, one.use)) return result;
  }
  const reported = unused.settle(plans, loaded);
  return reported.ok ? ok({ files: reported.value, joins: related.value.joins }) : reported;
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
  const stop = <T>(failed: Result<T>): Result<T> => (isCancelled() ? err({ kind: 'cancelled' }) : failed);
  const loaded = await loadFiles(run, plans, files);
  if (!loaded.ok) return stop(loaded);
  const typed = loaded.value.files.flatMap((file) => file.typed ?? []);
  onProgress({ stage: 'Putting customers and orders together', fraction: readingShare });
  const runAll = statementRunner(database, isCancelled);
  const built = await buildTables(database, typed, runAll);
  if (!built.ok) return stop(built);
  onProgress({ stage: 'Checking', fraction: 0.95 });
  const issues = await reportIssues(database, typed);
  if (!issues.ok) return issues;
  for (const { table, staged } of typed) {
    const forgotten = await dropTyped(database, table);
    if (!forgotten.ok) return forgotten;
    const dropped = await database.exec(`drop table if exists ${staged.table}`);
    if (!dropped.ok) return dropped;
  }
  const tables = await countTables(database);
  if (!tables.ok) return tables;
  return ok({
    files: loaded.value.files.map(({ report }) => report),
    tables: tables.value,
    issues: [...comparePseudonyms(plans), ...built.value.issues, ...issues.value],
    joins: [...built.value.joins, ...loaded.value.joins],
    ms: Math.round(tools.now() - started),
  });
};
