import type { Result } from '../../core/result.ts';

/** One sheet of a workbook as CSV: UTF-8, comma, double quotes, `\n`, every row equally long, dates in ISO form. */
export interface SheetText {
  /** Names of all sheets, in the order of the workbook. */
  readonly sheets: readonly string[];
  /** The sheet that was read. */
  readonly sheet: string;
  readonly csv: File;
}

/** What an import needs from outside: readers that are too heavy for the engine's thread, and a clock. */
export interface ImportTools {
  /** Reads a sheet of an XLSX workbook; without a name, the one with the most cells. Fails with `file-corrupt` or `file-encrypted`. */
  readXlsx(file: File, sheet?: string): Promise<Result<SheetText>>;
  /** Milliseconds since some fixed moment, for durations only. */
  now(): number;
}

/** Progress of an import in the user's words. `fraction` is 0–1, absent when it can't be known. */
export interface ImportProgress {
  readonly stage: string;
  readonly detail?: string;
  readonly fraction?: number;
}

/** Receives progress; must return quickly. */
export type OnImportProgress = (progress: ImportProgress) => void;
