import { ok, type Result } from '../../core/result.ts';
import type { FileCorrection, FileInspection } from './contract.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';
import { inspectFile } from './inspect-file.ts';

/**
 * Looks at the head of each file: format, encoding, dialect, columns with samples and a proposed mapping. A file that
 * can't be read is an inspection with `error`. `corrections` are what the user said instead of what was detected, by file name.
 */
export const inspectFiles = async (
  files: readonly File[],
  tools: ImportTools,
  onProgress: OnImportProgress,
  corrections: Readonly<Record<string, FileCorrection>> = {},
): Promise<Result<readonly FileInspection[]>> => {
  const inspections: FileInspection[] = [];
  for (const [index, file] of files.entries()) {
    onProgress({ stage: 'Looking at the files', detail: file.name, fraction: index / files.length });
    inspections.push(await inspectFile(file, tools, corrections[file.name]));
  }
  return ok(inspections);
};
