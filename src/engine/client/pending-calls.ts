import type { AppError } from '../../core/app-error.ts';
import { err, type Result } from '../../core/result.ts';

/** A call that hasn't been answered yet. */
export interface PendingCall {
  readonly jobId: string | undefined;
  /** Set when the caller has given it up: whatever happens to it now is its cancellation. */
  isCancelled: boolean;
  /** Set when the engine has been asked; before that there is nothing to stop. */
  isSent: boolean;
  /** Answers the caller at once, without waiting for the engine. */
  readonly giveUp: () => void;
  /** Resolves as `cancelled` once {@link giveUp} is called. */
  readonly givenUp: Promise<Result<never, AppError>>;
  /** Resolves when the caller has its answer. */
  readonly settled: Promise<void>;
  readonly settle: () => void;
}

/** A promise that is resolved from outside. */
const resolvable = <T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } => {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
};

/** The calls that wait for an answer, in the order in which the engine does them. */
export class PendingCalls {
  #calls: PendingCall[] = [];

  /** Notes a call. */
  add(jobId: string | undefined): PendingCall {
    const givenUp = resolvable<Result<never, AppError>>();
    const settled = resolvable<undefined>();
    const call: PendingCall = {
      jobId,
      isCancelled: false,
      isSent: false,
      giveUp: () => givenUp.resolve(err({ kind: 'cancelled' })),
      givenUp: givenUp.promise,
      settled: settled.promise,
      settle: () => {
        this.#calls = this.#calls.filter((other) => other !== call);
        settled.resolve(undefined);
      },
    };
    this.#calls.push(call);
    return call;
  }

  /** The call of a job, or undefined when it has its answer. */
  find(jobId: string): PendingCall | undefined {
    return this.#calls.find((call) => call.jobId === jobId);
  }

  /** Whether the engine is at this call, and not still at an earlier one. */
  isFirst(call: PendingCall): boolean {
    return this.#calls[0] === call;
  }
}
