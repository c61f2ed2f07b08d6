import type { Progress } from '../contract.ts';
import type { Job } from './job.ts';

/** A statement that is done sooner says nothing of its own. */
const worthTelling = 1000;

/** A job, and a way to run its statements so that long ones tell how far they are. */
export interface StatementProgress {
  readonly job: Job;
  readonly during: <T>(statement: () => Promise<T>) => Promise<T>;
}

/** Adds the percentage of a statement that takes over a second to what was last said of the job. */
export const withStatementProgress = (job: Job, now: () => number): StatementProgress => {
  let last: Progress | undefined;
  let began = Infinity;
  let isShown = false;
  return {
    job: {
      isCancelled: job.isCancelled,
      onProgress: (progress) => {
        last = progress;
        job.onProgress?.(progress);
      },
      onFraction: (fraction) => {
        if (!last || now() - began < worthTelling) return;
        isShown = true;
        const percent = `${Math.floor(fraction * 100)} %`;
        job.onProgress?.({ ...last, detail: last.detail ? `${last.detail} · ${percent}` : percent });
      },
    },
    during: async (statement) => {
      began = now();
      const result = await statement();
      if (isShown && last) job.onProgress?.(last);
      isShown = false;
      began = Infinity;
      return result;
    },
  };
};
