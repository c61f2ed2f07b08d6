import { ok, type Result } from '../../core/result.ts';
import type { FileInspection } from './contract.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';
import { inspectFile, type InspectionChoices } from './inspect-file.ts';

/**
 * Looks at the head of each file: format, encoding, dialect, columns with samples and a proposed mapping. A file that
 * can't be read is an inspection with `error`. `choices` are what the user set by hand, by file name.
 */
export const inspectFiles = async (
  files: readonly File[],
  tools: ImportTools,
  onProgress: OnImportProgress,
  choices: Readonly<Record<string, InspectionChoices>> = {},
): Promise<Result<readonly FileInspection[]>> => {
  const inspections: FileInspection[] = [];
  for (const [index, file] of files.entries()) {
    onProgress({ stage: 'Looking at the files', detail: file.name, fraction: index / files.length });
    inspections.push(await inspectFile(file, tools, choices[file.name]));
  }
  return ok(inspections);
};
