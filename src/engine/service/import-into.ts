import { ok, type Result } from '../../core/result.ts';
import type { FilePlan, LoadMode, LoadReport } from '../../data/importing/contract.ts';
import type { ImportDatabase } from '../../data/importing/import-database.ts';
import { importFiles } from '../../data/importing/import-session.ts';
import type { ImportTools } from '../../data/importing/import-tools.ts';
import { tablesIn } from '../../data/importing/recipe/base-tables.ts';
import { compareTables } from '../../data/importing/recipe/compare-tables.ts';
import { issuesAfterMerge } from '../../data/importing/recipe/merge-issues.ts';
import { mergeTables } from '../../data/importing/recipe/merge-tables.ts';
import { quoteIdentifier } from '../../data/sql/quote-identifier.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { runAll } from './run-all.ts';
import { withStatementProgress, type StatementProgress } from './statement-progress.ts';

/** How names of finished tables begin. */
const finished = 'next_';

const databaseFor = (session: DuckDBSession, { job, during }: StatementProgress): ImportDatabase => ({
  exec: (sql) => during(() => session.exec(sql, job)),
  rows: (sql) => during(() => session.rows(sql, job)),
  insertArrow: (table, stream, rows) => during(() => session.insertHere(table, stream, rows, job)),
  registerFile: (name, file) => session.registerFile(name, file),
  dropFile: (name) => Promise.resolve(session.dropFile(name)),
});

/** The importer leaves its tables as `next_…`, and may leave working tables, which go. */
const settle = async (session: DuckDBSession, job: Job): Promise<Result<void>> => {
  const tables = await session.rows(
    'select table_name as name from duckdb_tables() where database_name = current_database()',
    job,
  );
  if (!tables.ok) return tables;
  const statements = tables.value.map((row) => {
    const name = String(row['name']);
    return name.startsWith(finished)
      ? `alter table ${quoteIdentifier(name)} rename to ${quoteIdentifier(name.slice(finished.length))}`
      : `drop table ${quoteIdentifier(name)}`;
  });
  return runAll(session, job, statements);
};

/** The data before an import, and what is to become of them. */
export interface ImportBase {
  /** Name of the attached database that holds them. */
  readonly database: string;
  readonly mode: LoadMode;
}

/** Rows of the tables as they are now, by the names in the report of what was read. */
const recount = async (
  database: ImportDatabase,
  report: LoadReport,
): Promise<Result<LoadReport['tables']>> => {
  const counts = report.tables.map(
    ({ name }) => `select '${name}' as name, count(*)::double as n from ${quoteIdentifier(name)}`,
  );
  const counted = await database.rows(counts.join(' union all '));
  return counted.ok
    ? ok(counted.value.map(({ name, n }) => ({ name: String(name), rows: Number(n) })))
    : counted;
};

/** Adds the data before where they stay, and says what is different from them. */
const settleWithBase = async (
  database: ImportDatabase,
  report: LoadReport,
  base: ImportBase,
  onProgress: Job['onProgress'],
): Promise<Result<LoadReport>> => {
  const found = await tablesIn(database, base.database);
  if (!found.ok) return found;
  const before = found.value;
  if (base.mode === 'append') onProgress?.({ stage: 'Adding to the data', fraction: 0.96 });
  const merged = base.mode === 'append' ? await mergeTables(database, before) : ok([]);
  if (!merged.ok) return merged;
  const tables = await recount(database, report);
  if (!tables.ok) return tables;
  onProgress?.({ stage: 'Comparing with the data before', fraction: 0.97 });
  const compared = await compareTables(database, before);
  if (!compared.ok) return compared;
  return ok({
    ...report,
    tables: tables.value,
    issues: base.mode === 'replace' ? report.issues : issuesAfterMerge(report.issues, merged.value),
    mode: base.mode,
    ...compared.value,
  });
};

/** Reads files by their plans into the database that is being filled; `base` says what becomes of the data before. */
export const importInto = async (
  session: DuckDBSession,
  plans: readonly FilePlan[],
  files: readonly File[],
  tools: ImportTools,
  job: Job,
  base?: ImportBase,
): Promise<Result<LoadReport>> => {
  const progress = withStatementProgress(job, () => tools.now());
  const database = databaseFor(session, progress);
  const started = tools.now();
  const known = base?.mode === 'append' ? await tablesIn(database, base.database) : undefined;
  if (known?.ok === false) return known;
  const report = await importFiles(
    plans,
    files,
    database,
    tools,
    (said) => progress.job.onProgress?.(said),
    job.isCancelled,
    known?.value,
  );
  if (!report.ok) return report;
  const settled = await settle(session, job);
  if (!settled.ok) return settled;
  if (!base) return report;
  const whole = await settleWithBase(database, report.value, base, progress.job.onProgress);
  return whole.ok ? ok({ ...whole.value, ms: Math.round(tools.now() - started) }) : whole;
};
