import * as v from 'valibot';
import type { AppError } from '../core/app-error.ts';
import { err, ok, type Result } from '../core/result.ts';
import { describeIssue } from './describe-issue.ts';
import { migrate, type JsonObject, type Migration } from './migrate.ts';
import { plainJson } from './plain-json.ts';
import { findRepeatedId, repairReferences } from './references.ts';
import { emptyPlan } from './templates/empty-plan.ts';
import { workbookSchema, workbookVersion, type Workbook } from './workbook.ts';

/** Every step since the first version, oldest first. Version 2 brought the plan, version 3 the worksheets. */
const migrations: readonly Migration[] = [
  { from: 1, migrate: (document) => ({ ...document, plan: emptyPlan() }) },
  { from: 2, migrate: (document) => ({ ...document, worksheets: {}, assessors: [] }) },
];

const invalid = (reason: string): Result<never, AppError> => err({ kind: 'workbook-invalid', reason });

const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a workbook from parsed JSON of any origin: storage, a file, a script. An older one is migrated, a newer one refused
 * (`workbook-too-new`), anything else is `workbook-invalid` with the path of the first fault. Unknown fields are dropped and so are
 * links that lead nowhere. Reading what was read gives the same again.
 */
export const parseWorkbook = (json: unknown): Result<Workbook, AppError> => {
  const plain = plainJson(json);
  if (!plain.ok) return invalid(plain.error);
  if (!isJsonObject(plain.value)) return invalid('Expected a workbook, found something else');
  const migrated = migrate(plain.value, migrations, workbookVersion);
  if (!migrated.ok) return migrated;
  const parsed = v.safeParse(workbookSchema, migrated.value, { abortEarly: true });
  if (!parsed.success) return invalid(describeIssue(parsed.issues[0]));
  const repeated = findRepeatedId(parsed.output);
  return repeated === undefined ? ok(repairReferences(parsed.output)) : invalid(repeated);
};
