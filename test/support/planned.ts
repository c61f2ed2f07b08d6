import type { FileInspection } from '../../src/data/importing/contract.ts';
import { inspectAll } from './importing.ts';

/** Where columns of a file are to go, by name; all others are ignored. */
export type Targets = Readonly<Record<string, string>>;

/** Plans for files with the mapping that a test decides on, instead of what would be proposed. */
export const planned = async (
  ...files: readonly (readonly [file: File, targets: Targets])[]
): Promise<readonly FileInspection[]> => {
  const inspections = await inspectAll(...files.map(([file]) => file));
  return inspections.map((inspection, index) => {
    const targets = files[index]?.[1] ?? {};
    return {
      ...inspection,
      source: 'generic',
      mapping: inspection.columns.map(({ name }) => ({
        column: name,
        target: targets[name] ?? 'ignore',
        confidence: 1,
        reason: 'decided',
      })),
    };
  });
};
