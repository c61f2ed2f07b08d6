import type { ValueFix } from '../data/importing/contract.ts';
import type { PendingImport } from './pending-import.ts';

/** Files as they were read, with one value of one column now read as another. A fix of the same value gives way to it. */
export const withFix = (read: PendingImport, file: string, fix: ValueFix): PendingImport => ({
  ...read,
  inspections: read.inspections.map((one) =>
    one.file === file
      ? {
          ...one,
          fixes: [
            ...(one.fixes ?? []).filter(({ column, from }) => column !== fix.column || from !== fix.from),
            fix,
          ],
        }
      : one,
  ),
});
