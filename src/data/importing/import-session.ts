import { err, type Result } from '../../core/result.ts';
import type { FileInspection, FilePlan, LoadReport } from './contract.ts';
import type { ImportDatabase } from './import-database.ts';
import type { ImportTools, OnImportProgress } from './import-tools.ts';

/**
 * Looks at the head of each file: format, encoding, dialect, columns with samples and a proposed mapping.
 * A file that can't be read is an inspection with `error`; the call itself fails only when a tool breaks.
 */
export const inspectFiles = (
  _files: readonly File[],
  _tools: ImportTools,
  _onProgress: OnImportProgress,
): Promise<Result<readonly FileInspection[]>> => Promise.resolve(err({ kind: 'internal', message: 'being built' }));

/**
 * Reads the files by their plans into tables named `next_<table>`: one for every canonical table (empty ones
 * too) and `next_customer_attributes`. The caller swaps them in one transaction; after a failure it may
 * leave or drop what begins with `next_` or `stage_`: the next import replaces it.
 */
export const importFiles = (
  _plans: readonly FilePlan[],
  _files: readonly File[],
  _database: ImportDatabase,
  _tools: ImportTools,
  _onProgress: OnImportProgress,
  _isCancelled: () => boolean,
): Promise<Result<LoadReport>> => Promise.resolve(err({ kind: 'internal', message: 'being built' }));
