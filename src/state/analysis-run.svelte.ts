import { untrack } from 'svelte';
import type { AppError } from '../core/app-error.ts';
import type { EngineContract, RunOutcome, RunRequest } from '../engine/contract.ts';

/** Where a run stands. `stale`: the outcome shown belongs to the request before. */
export type RunStatus = 'waiting' | 'running' | 'done' | 'failed';

let nextJob = 1;

/** A name for a job that no other job of this page has. */
export const newJobId = (): string => `job-${nextJob++}`;

/**
 * Keeps the outcome of one analysis in step with what is asked. Made in a component: the request is read in an effect,
 * so a change of data, segment, as-of date or parameters asks again, and a question that is out of date is cancelled.
 */
export class AnalysisRun {
  status = $state<RunStatus>('waiting');
  outcome = $state.raw<RunOutcome | undefined>();
  error = $state.raw<AppError | undefined>();
  readonly isStale = $derived(this.status === 'running' && this.outcome !== undefined);
  readonly #engine: EngineContract;
  #jobId: string | undefined;

  /** `request` gives undefined while there is nothing to ask (no data, engine starting). `version` is the data's fingerprint. */
  constructor(engine: EngineContract, request: () => RunRequest | undefined, version: () => string) {
    this.#engine = engine;
    // By value: a request that is made anew but says the same doesn't ask again.
    const question = $derived(JSON.stringify([request(), version()]));
    $effect(() => {
      void question;
      void this.#ask(untrack(request));
    });
    $effect(() => () => this.cancel());
  }

  /** Stops the run in progress, if any. */
  cancel(): void {
    if (this.#jobId) void this.#engine.cancel(this.#jobId);
    this.#jobId = undefined;
  }

  async #ask(request: RunRequest | undefined): Promise<void> {
    this.cancel();
    if (!request) {
      this.status = 'waiting';
      this.outcome = undefined;
      return;
    }
    const jobId = newJobId();
    this.#jobId = jobId;
    this.status = 'running';
    const result = await this.#engine.run(jobId, request);
    if (this.#jobId !== jobId) return;
    this.#jobId = undefined;
    if (result.ok) {
      this.outcome = result.value;
      this.error = undefined;
      this.status = 'done';
    } else {
      this.error = result.error;
      this.status = 'failed';
    }
  }
}
