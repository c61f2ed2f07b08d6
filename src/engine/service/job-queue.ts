import type { AppError } from '../../core/app-error.ts';
import { err, type Result } from '../../core/result.ts';
import type { OnProgress, Progress } from '../contract.ts';
import type { Job } from './job.ts';
import { toAppError } from './to-app-error.ts';

const millisecondsBetweenReports = 60;

interface Entry {
  isCancelled: boolean;
  isRunning: boolean;
  readonly giveUp: () => void;
}

const cancelled: Result<never, AppError> = err({ kind: 'cancelled' });

/** Passes on a new stage at once and the rest at most every {@link millisecondsBetweenReports}. */
const throttled = (onProgress: OnProgress, now: () => number): OnProgress => {
  let stage = '';
  let last = -Infinity;
  return (progress: Progress) => {
    if (progress.stage === stage && now() - last < millisecondsBetweenReports) return;
    stage = progress.stage;
    last = now();
    onProgress(progress);
  };
};

/**
 * Runs one job at a time, in the order in which they came. A waiting job that is cancelled answers at once; a running
 * one as soon as it looks. What a job throws becomes an error: nothing is thrown across the worker's door.
 */
export class JobQueue {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;
  #last: Promise<unknown> = Promise.resolve();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Whether a job waits for the running one: work that nobody asked for gives way to it. */
  get isAwaited(): boolean {
    return [...this.#entries.values()].some(({ isRunning, isCancelled }) => !isRunning && !isCancelled);
  }

  /** Queues a job; with progress for the user where there is someone to tell. */
  run<T>(
    id: string,
    work: (job: Job) => Promise<Result<T, AppError>>,
    onProgress?: OnProgress,
  ): Promise<Result<T, AppError>> {
    return new Promise((resolve) => {
      const entry: Entry = { isCancelled: false, isRunning: false, giveUp: () => resolve(cancelled) };
      this.#entries.set(id, entry);
      const job: Job = {
        isCancelled: () => entry.isCancelled,
        ...(onProgress ? { onProgress: throttled(onProgress, this.#now) } : {}),
      };
      this.#last = this.#last.then(async () => {
        entry.isRunning = true;
        resolve(entry.isCancelled ? cancelled : await this.#attempt(work, job));
        if (this.#entries.get(id) === entry) this.#entries.delete(id);
      });
    });
  }

  /** Asks a job to stop; nothing happens when it is already done. */
  cancel(id: string): void {
    const entry = this.#entries.get(id);
    if (!entry) return;
    entry.isCancelled = true;
    if (!entry.isRunning) entry.giveUp();
  }

  async #attempt<T>(
    work: (job: Job) => Promise<Result<T, AppError>>,
    job: Job,
  ): Promise<Result<T, AppError>> {
    try {
      return await work(job);
    } catch (thrown) {
      return err(toAppError(thrown));
    }
  }
}
