import { err, ok, type Result } from '../../core/result.ts';
import type { LoadReport } from '../../data/importing/contract.ts';
import { unpackSample } from '../../data/samples/sample-file.ts';
import type { TableFile } from '../contract.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';
import { insertKeptTable } from './kept-tables.ts';

/** The tables that the build has packed, while they arrive from the app's own address. */
async function* fetchTables(address: string): AsyncGenerator<TableFile, void, undefined> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`The server answered ${response.status}`);
  yield* unpackSample(response.body.pipeThrough(new DecompressionStream('gzip')));
}

/** Generates them where there is no build: in development and in tests. */
const generateTables = async (id: string): Promise<readonly TableFile[] | undefined> => {
  if (import.meta.env.PROD) return undefined;
  const [{ generateSample }, { streamsOfSample }] = await Promise.all([
    import('../../data/samples/generate.ts'),
    import('../../data/samples/sample-file.ts'),
  ]);
  const tables = generateSample(id);
  return tables && streamsOfSample(tables);
};

const unreachable = (thrown: unknown): Result<never> =>
  err({
    kind: 'file-unreadable',
    file: 'sample company',
    reason: thrown instanceof Error ? thrown.message : String(thrown),
  });

/** Puts a built-in sample company into the database that is being filled. `address` is that of its packed tables. */
export const loadSample = async (
  session: DuckDBSession,
  database: string,
  sample: { readonly id: string; readonly address: string | undefined },
  now: () => number,
  job: Job,
): Promise<Result<LoadReport>> => {
  const started = now();
  const tables = sample.address === undefined ? await generateTables(sample.id) : fetchTables(sample.address);
  if (!tables)
    return err({ kind: 'internal', message: `There is no sample company called ${sample.id.slice(0, 80)}` });
  const loaded: LoadReport['tables'][number][] = [];
  try {
    for await (const table of tables) {
      job.onProgress?.({ stage: 'Loading', detail: table.name.replaceAll('_', ' ') });
      const inserted = await insertKeptTable(session, database, table, job);
      if (!inserted.ok) return inserted;
      loaded.push({ name: table.name, rows: table.rows });
    }
  } catch (thrown) {
    return unreachable(thrown);
  }
  return ok({ files: [], tables: loaded, issues: [], ms: now() - started });
};
