import { ok, type Result } from '../../core/result.ts';
import { expandArchives } from './archives/expand-archives.ts';
import type { FileCorrection, FileInspection } from './contract.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';
import { inspectFile, refusedFile } from './inspect-file.ts';
import { nameFiles } from './name-files.ts';
import { asDecidedBefore, type KnownProfile } from './recipe/recall-profile.ts';

/**
 * Looks at the head of each file, and of each member of a ZIP archive: format, encoding, dialect, columns with samples and a proposed mapping. A file that
 * can't be read is an inspection with `error`. `corrections` are what the user said instead of what was detected, by file name;
 * `profiles` what was decided before for files with the same headers.
 */
export const inspectFiles = async (
  files: readonly File[],
  tools: ImportTools,
  onProgress: OnImportProgress,
  corrections: Readonly<Record<string, FileCorrection>> = {},
  profiles: readonly KnownProfile[] = [],
): Promise<Result<readonly FileInspection[]>> => {
  const inspections: FileInspection[] = [];
  const expanded = await expandArchives(nameFiles(files));
  for (const [index, file] of expanded.entries()) {
    const { name } = file;
    onProgress({ stage: 'Looking at the files', detail: name, fraction: index / expanded.length });
    const opened = await file.open();
    if (!opened.ok) {
      inspections.push(refusedFile(name, file.bytes, opened.error));
      continue;
    }
    const inspect = async (correction?: FileCorrection): Promise<FileInspection> => {
      const found = await inspectFile(opened.value, tools, correction);
      return { ...found, file: name, ...(file.isMember ? { compression: 'zip' } : {}) };
    };
    const found = await inspect(corrections[name]);
    inspections.push(await asDecidedBefore(found, profiles, inspect, corrections[name]));
  }
  return ok(inspections);
};
