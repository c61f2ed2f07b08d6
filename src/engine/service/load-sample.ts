import { err, ok, type Result } from '../../core/result.ts';
import type { LoadReport } from '../../data/importing/contract.ts';
import { generateSample } from '../../data/samples/generate.ts';
import { streamOfSample } from './arrow-tables.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { insertKeptTable } from './kept-tables.ts';

/** Makes a built-in sample company in the database that is being filled. */
export const loadSample = async (
  session: DuckDBSession,
  database: string,
  id: string,
  now: () => number,
  job: Job,
): Promise<Result<LoadReport>> => {
  const started = now();
  job.onProgress?.({ stage: 'Inventing the sample company' });
  const tables = generateSample(id);
  if (!tables)
    return err({ kind: 'internal', message: `There is no sample company called ${id.slice(0, 80)}` });
  for (const [position, table] of tables.entries()) {
    job.onProgress?.({ stage: 'Loading', detail: table.name, fraction: position / tables.length });
    const bytes = new Uint8Array(streamOfSample(table));
    const inserted = await insertKeptTable(
      session,
      database,
      { name: table.name, rows: table.rows, bytes },
      job,
    );
    if (!inserted.ok) return inserted;
  }
  return ok({
    files: [],
    tables: tables.map(({ name, rows }) => ({ name, rows })),
    issues: [],
    ms: now() - started,
  });
};
