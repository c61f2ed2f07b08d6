import type { Result } from '../../core/result.ts';
import type { FilePlan, LoadReport } from '../../data/importing/contract.ts';
import type { ImportDatabase } from '../../data/importing/import-database.ts';
import { importFiles } from '../../data/importing/import-session.ts';
import type { ImportTools } from '../../data/importing/import-tools.ts';
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

/** Reads files by their plans into the database that is being filled. */
export const importInto = async (
  session: DuckDBSession,
  plans: readonly FilePlan[],
  files: readonly File[],
  tools: ImportTools,
  job: Job,
): Promise<Result<LoadReport>> => {
  const progress = withStatementProgress(job, () => tools.now());
  const report = await importFiles(
    plans,
    files,
    databaseFor(session, progress),
    tools,
    (said) => progress.job.onProgress?.(said),
    job.isCancelled,
  );
  if (!report.ok) return report;
  const settled = await settle(session, job);
  return settled.ok ? report : settled;
};
