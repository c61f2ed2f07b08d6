import type { ImportIssue } from '../../contract.ts';
import { grains, missingFor } from '../../mapping/grains.ts';
import { findSignature } from '../../signatures/known-signatures.ts';
import type { RelatedFile } from '../related-file.ts';
import { stagedColumn } from '../staged-columns.ts';

/** The files of a load while they are completed, by their place. */
export type Files = Map<number, RelatedFile>;

/** What a file's columns are mapped to. */
export const targetsOf = ({ plan }: RelatedFile): ReadonlySet<string> =>
  new Set(plan.mapping.map(({ target }) => target).filter((target) => target.includes('.')));

/** Whether a file is an export that is known by its columns. */
export const isKnown = ({ plan }: RelatedFile): boolean => findSignature(plan.source) !== undefined;

/** The staged column that goes to a target. */
export const columnOf = ({ plan, staged }: RelatedFile, target: string): string | undefined => {
  const name = plan.mapping.find((mapping) => mapping.target === target)?.column;
  const place = name === undefined ? -1 : staged.source.names.indexOf(name);
  return place < 0 ? undefined : stagedColumn(place);
};

/** The file with one column going elsewhere. */
export const withTarget = (file: RelatedFile, column: string, target: string): RelatedFile => ({
  ...file,
  plan: {
    ...file.plan,
    mapping: file.plan.mapping.map((mapping) =>
      mapping.column === column ? { ...mapping, target } : mapping,
    ),
  },
});

/** The file with something to be told of it. */
export const withIssue = (file: RelatedFile, code: string, message: string): RelatedFile => {
  const issue: ImportIssue = { severity: 'info', code, message };
  return { ...file, issues: [...(file.issues ?? []), issue] };
};

/** Whether a file's columns say enough to be of use by itself. */
export const isComplete = (file: RelatedFile): boolean => {
  const targets = targetsOf(file);
  return (
    (isKnown(file) && targets.size > 0) || grains.some((grain) => missingFor(grain, targets).length === 0)
  );
};
