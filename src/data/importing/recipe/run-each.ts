import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';

/** Runs statements one after another; stops at the first that fails. */
export const runEach = async (
  database: ImportDatabase,
  statements: readonly string[],
): Promise<Result<void>> => {
  for (const statement of statements) {
    const done = await database.exec(statement);
    if (!done.ok) return done;
  }
  return ok(undefined);
};
