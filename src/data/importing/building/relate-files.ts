import { ok, type Result } from '../../../core/result.ts';
import type { FileJoin } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { applyFixes } from './apply-fixes.ts';
import type { RelatedFile } from './related-file.ts';
import { completeFiles } from './relations/complete-files.ts';
import { describeReferences } from './relations/describe-references.ts';
import { findReferences } from './relations/find-references.ts';

/** The files of a load, as they belong together. */
export interface RelatedFiles {
  readonly files: readonly RelatedFile[];
  readonly joins: readonly FileJoin[];
}

/** Puts accepted fixes into the staged files, then completes each by what the others know. */
export const relateFiles = async (
  database: ImportDatabase,
  files: readonly RelatedFile[],
): Promise<Result<RelatedFiles>> => {
  const fixed: RelatedFile[] = [];
  for (const file of files) {
    const issues = await applyFixes(database, file);
    if (!issues.ok) return issues;
    fixed.push({ ...file, issues: issues.value });
  }
  if (files.length < 2) return ok({ files: fixed, joins: [] });
  const references = await findReferences(database, fixed);
  if (!references.ok) return references;
  const joins = await describeReferences(database, references.value);
  if (!joins.ok) return joins;
  const completed = await completeFiles(database, fixed, references.value);
  return completed.ok ? ok({ files: completed.value, joins: joins.value }) : completed;
};
