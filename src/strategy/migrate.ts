import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';

/** A document before it is known to be a workbook. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** One step of the form of the workbook: from version `from` to `from + 1`. Pure; it need not set `version`. */
export interface Migration {
  readonly from: number;
  readonly migrate: (document: JsonObject) => JsonObject;
}

/**
 * Brings a document to the current version, step by step. A document of the current version is given back as it is; a
 * newer one is refused, and so is one whose version is missing or has no way forward.
 */
export const migrate = (
  document: JsonObject,
  migrations: readonly Migration[],
  current: number,
): Result<JsonObject, AppError> => {
  const { version } = document;
  if (typeof version !== 'number' || !Number.isInteger(version))
    return err({ kind: 'workbook-invalid', reason: 'version: Expected a whole number' });
  if (version > current) return err({ kind: 'workbook-too-new', version, supported: current });
  let migrated = document;
  for (let step = version; step < current; step += 1) {
    const migration = migrations.find((one) => one.from === step);
    if (!migration)
      return err({ kind: 'workbook-invalid', reason: `version: ${step} can’t be read any more` });
    migrated = { ...migration.migrate(migrated), version: step + 1 };
  }
  return ok(migrated);
};
