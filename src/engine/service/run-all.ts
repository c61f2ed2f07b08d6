import { ok, type Result } from '../../core/result.ts';
import type { DuckDBSession } from './duckdb-session.ts';
import type { Job } from './job.ts';

/** Runs statements one after another and stops at the first that fails. */
export const runAll = async (
  session: DuckDBSession,
  job: Job,
  statements: readonly string[],
): Promise<Result<void>> => {
  for (const statement of statements) {
    const done = await session.exec(statement, job);
    if (!done.ok) return done;
  }
  return ok(undefined);
};
