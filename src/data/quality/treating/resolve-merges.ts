import type { Treatment } from '../treatment.ts';

/** A customer who goes up in another one. */
export interface ResolvedMerge {
  readonly from: string;
  readonly into: string;
}

/**
 * Who goes up in whom, when merges follow each other: a into b and later b into c brings both to c. A merge into somebody who
 * went up in another goes there too; one that would lead back to itself changes nothing.
 */
export const resolveMerges = (treatments: readonly Treatment[]): readonly ResolvedMerge[] => {
  const next = new Map<string, string>();
  const lastOf = (customer: string): string => {
    let last = customer;
    for (let at = next.get(last); at !== undefined; at = next.get(last)) last = at;
    return last;
  };
  for (const treatment of treatments) {
    if (treatment.kind !== 'merge-customers') continue;
    for (const from of treatment.from) {
      const [start, end] = [lastOf(from), lastOf(treatment.into)];
      if (start !== end) next.set(start, end);
    }
  }
  return [...next.keys()].map((from) => ({ from, into: lastOf(from) }));
};
