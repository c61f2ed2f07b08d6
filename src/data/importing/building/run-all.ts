import { err, ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';

/** Runs statements one by one; stops at the first failure or on cancel. */
export type RunAll = (statements: readonly string[]) => Promise<Result<void>>;

/** Makes a runner of statements that can be cancelled between them. */
export const statementRunner =
  (database: ImportDatabase, isCancelled: () => boolean): RunAll =>
  async (statements) => {
    for (const statement of statements) {
      if (isCancelled()) return err({ kind: 'cancelled' });
      const done = await database.exec(statement);
      if (!done.ok) return done;
    }
    return ok(undefined);
  };
