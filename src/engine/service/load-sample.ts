import { err, ok, type Result } from '../../core/result.ts';
import type { LoadReport } from '../../data/importing/contract.ts';
import type { TableFile } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { insertKeptTable } from './kept-tables.ts';

/** The company as the build packed it, or generated now where there is no build (development, tests). */
const tablesOf = async (
  id: string,
  packed: readonly TableFile[] | undefined,
): Promise<readonly TableFile[] | undefined> => {
  if (packed || import.meta.env.PROD) return packed;
  const [{ generateSample }, { streamsOfSample }] = await Promise.all([
    import('../../data/samples/generate.ts'),
    import('../../data/samples/sample-file.ts'),
  ]);
  const tables = generateSample(id);
  return tables && streamsOfSample(tables);
};

/** Puts a built-in sample company into the database that is being filled. */
export const loadSample = async (
  session: DuckDBSession,
  database: string,
  sample: { readonly id: string; readonly packed: readonly TableFile[] | undefined },
  now: () => number,
  job: Job,
): Promise<Result<LoadReport>> => {
  const started = now();
  const tables = await tablesOf(sample.id, sample.packed);
  if (!tables)
    return err({ kind: 'internal', message: `There is no sample company called ${sample.id.slice(0, 80)}` });
  for (const [position, table] of tables.entries()) {
    job.onProgress?.({
      stage: 'Loading',
      detail: table.name.replaceAll('_', ' '),
      fraction: position / tables.length,
    });
    const inserted = await insertKeptTable(session, database, table, job);
    if (!inserted.ok) return inserted;
  }
  return ok({
    files: [],
    tables: tables.map(({ name, rows }) => ({ name, rows })),
    issues: [],
    ms: now() - started,
  });
};
