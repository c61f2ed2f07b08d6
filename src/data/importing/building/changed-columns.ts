import type { FilePlan } from '../contract.ts';

/** Columns whose texts will be changed before they are read: those can't be computed from another column. */
export const changedColumns = ({ mapping, fixes = [] }: FilePlan): ReadonlySet<string> =>
  new Set([
    ...fixes.map(({ column }) => column),
    ...mapping.filter(({ privacy = 'keep' }) => privacy !== 'keep').map(({ column }) => column),
  ]);
