import { ok, type Result } from '../../../core/result.ts';
import type { FileReport } from '../contract.ts';
import { duplicateIssues } from './file-issues.ts';
import type { TypedFile } from './typed-file.ts';

/** The report of a file with what was counted while its rows were worked on. */
export const withLateIssues = async (
  report: FileReport,
  { repeatedRows }: Pick<TypedFile, 'repeatedRows'>,
): Promise<Result<FileReport>> => {
  const counted = await repeatedRows;
  if (counted === undefined) return ok(report);
  if (!counted.ok) return counted;
  return ok({ ...report, issues: [...report.issues, ...duplicateIssues(counted.value)] });
};
