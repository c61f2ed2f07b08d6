import type { Evidence } from '../../strategy/records/evidence.ts';

/** The pinned numbers with these ids as they were when pinned, in one text for a table that is taken away. */
export const evidenceWords = (evidence: readonly Evidence[], ids: readonly string[]): string =>
  evidence
    .filter(({ id }) => ids.includes(id))
    .map(({ label, segmentName, value }) => `${label}, ${segmentName}: ${value ?? 'not known'}`)
    .join('; ');
