import type { Progress } from '../contract.ts';

/** One piece of work in the engine: it can be asked to stop, and says how far it is. */
export interface Job {
  readonly isCancelled: () => boolean;
  /** Progress of the running statement, 0–1; used by the database session. */
  readonly onFraction?: (fraction: number) => void;
  readonly onProgress?: (progress: Progress) => void;
}

/** Work that nobody can stop: starting, saving, housekeeping. */
export const uninterrupted: Job = { isCancelled: () => false };
