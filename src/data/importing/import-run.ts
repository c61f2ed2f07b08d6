import type { ImportDatabase } from './import-database.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';

/** What every step of an import shares. */
export interface ImportRun {
  readonly database: ImportDatabase;
  readonly tools: ImportTools;
  readonly onProgress: OnImportProgress;
  readonly isCancelled: () => boolean;
}
