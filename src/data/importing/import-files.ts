import { err, ok, type Result } from '../../core/result.ts';
import { canonicalTables } from '../tables/canonical-tables.ts';
import { expandArchives } from './archives/expand-archives.ts';
import { eventLogIssues } from './building/build-event-logs.ts';
import { buildTables } from './building/build-tables.ts';
import { withLateIssues } from './building/late-issues.ts';
import type { CopyControl } from './building/prepare-file.ts';
import { refundIssues } from './building/refund-issues.ts';
import { relateFiles, type RelatedFiles } from './building/relate-files.ts';
import { reportIssues } from './building/report-issues.ts';
import { statementRunner } from './building/run-all.ts';
import type { FilePlan, FileReport, LoadReport } from './contract.ts';
import type { ImportDatabase } from './import-database.ts';
import type { ImportRun } from './import-run.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';
import { nameFiles } from './name-files.ts';
import { applyPrivacy } from './privacy/apply-privacy.ts';
import { comparePseudonyms } from './privacy/compare-pseudonyms.ts';
import type { BaseTables } from './recipe/base-tables.ts';
import { stageSource } from './stage-source.ts';
import { forgetRows, understandFile, type LoadedFile, type ReadFile } from './understand-file.ts';
import { UnusedFiles } from './unused-files.ts';

/** Share of the whole that reading the files takes. */
const readingShare = 0.75;

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
  const reading: CopyControl = {
    onFraction: (fraction) => report('Reading', 0.3 + 0.5 * fraction),
    isCancelled: run.isCancelled,
  };
  const onPrepared = (): void => report('Reading', 0.3);
  const place = { database, tools, table: `stage_${index}`, control, reading, onPrepared };
  const source = await stageSource(file, plan, place);
  if (!source.ok) return source;
  const { staged, unwritten } = source.value;
  const treated = await applyPrivacy(database, staged, plan);
  if (!treated.ok) return treated;
  return ok({ index, ...treated.value, file, unwritten, ms: tools.now() - started });
};

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
    const error = result.ok ? result.value.unusedBecause : result.error;
    if (result.ok && error === undefined) loaded.set(source.plan.file, result.value);
    else if (
      error !== undefined &&
      !unused.add(source, error, one.use, result.ok ? result.value.report : undefined)
    )
      return err(error);
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

/** The reports with what is known by the end only. */
const completeReports = async (files: readonly LoadedFile[]): Promise<Result<readonly FileReport[]>> => {
  const reports: FileReport[] = [];
  for (const { report, typed } of files) {
    const whole = typed ? await withLateIssues(report, typed) : ok(report);
    if (!whole.ok) return whole;
    reports.push(whole.value);
  }
  return ok(reports);
};

/**
 * Reads the files by their plans into tables named `next_<table>`: one for every canonical table (empty ones too) and
 * `next_customer_attributes`. The caller swaps them in one transaction. After a failure or a cancel the tables that
 * begin with `next_`, `stage_`, `typed_` or `import_` are worthless; the next import replaces them.
 * `base` are data that these are to be added to: files may name what those describe.
 */
export const importFiles = async (
  plans: readonly FilePlan[],
  files: readonly File[],
  database: ImportDatabase,
  tools: ImportTools,
  onProgress: OnImportProgress,
  isCancelled: () => boolean,
  base?: BaseTables,
): Promise<Result<LoadReport>> => {
  const started = tools.now();
  const run: ImportRun = { database, tools, onProgress, isCancelled };
  const stop = <T>(failed: Result<T>): Result<T> => (isCancelled() ? err({ kind: 'cancelled' }) : failed);
  const loaded = await loadFiles(run, plans, files);
  if (!loaded.ok) return stop(loaded);
  const typed = loaded.value.files.flatMap((file) => file.typed ?? []);
  onProgress({ stage: 'Putting customers and orders together', fraction: readingShare });
  const runAll = statementRunner(database, isCancelled);
  const built = await buildTables(database, typed, runAll, base);
  if (!built.ok) return stop(built);
  onProgress({ stage: 'Checking', fraction: 0.95 });
  const issues = await reportIssues(database, typed);
  if (!issues.ok) return issues;
  const refunds = await refundIssues(database, typed);
  if (!refunds.ok) return refunds;
  const logs = await eventLogIssues(database, typed);
  if (!logs.ok) return logs;
  for (const file of typed) {
    const forgotten = await forgetRows(database, file);
    if (!forgotten.ok) return forgotten;
  }
  const tables = await countTables(database);
  if (!tables.ok) return tables;
  const reports = await completeReports(loaded.value.files);
  if (!reports.ok) return reports;
  return ok({
    files: reports.value,
    tables: tables.value,
    issues: [
      ...comparePseudonyms(plans),
      ...built.value.issues,
      ...issues.value,
      ...refunds.value,
      ...logs.value,
    ],
    joins: [...built.value.joins, ...loaded.value.joins],
    ms: Math.round(tools.now() - started),
  });
};
