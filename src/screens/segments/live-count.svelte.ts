import type { AppError } from '../../core/app-error.ts';
import type { Predicate } from '../../core/predicate.ts';
import { newJobId } from '../../state/analysis-run.svelte.ts';
import type { App } from '../../state/app.svelte.ts';

/** How many customers a rule finds, of how many. */
export interface CustomerCount {
  readonly inside: number;
  readonly all: number;
}

/**
 * Keeps the size of a rule in step with the rule, the data and the as-of date. Made in a component. A question that is
 * out of date is cancelled; the last answer stays until the next one is there. `rule` gives undefined while there is nothing to count.
 */
export class LiveCount {
  count = $state.raw<CustomerCount | undefined>();
  error = $state.raw<AppError | undefined>();
  isCounting = $state(false);
  readonly #app: App;
  #jobId: string | undefined;

  /** `delayMs`: how long a rule must stay the same before it is counted, for rules that are being typed. */
  constructor(app: App, rule: () => Predicate | undefined, delayMs = 0) {
    this.#app = app;
    $effect(() => {
      const asked = app.dataset.hasData ? rule() : undefined;
      const { context } = app;
      // A new data set has another fingerprint and is counted anew.
      const { fingerprint } = app.dataset.description;
      const timer = setTimeout(
        () => void this.#ask(asked && fingerprint ? { asked, context } : undefined),
        delayMs,
      );
      return () => {
        clearTimeout(timer);
        this.#cancel();
      };
    });
  }

  #cancel(): void {
    if (this.#jobId) void this.#app.engine.cancel(this.#jobId);
    this.#jobId = undefined;
  }

  async #ask(question: { asked: Predicate; context: App['context'] } | undefined): Promise<void> {
    if (!question) {
      this.count = undefined;
      this.error = undefined;
      this.isCounting = false;
      return;
    }
    const jobId = newJobId();
    this.#jobId = jobId;
    this.isCounting = true;
    const result = await this.#app.engine.count(jobId, question.context, question.asked);
    if (this.#jobId !== jobId) return;
    this.#jobId = undefined;
    this.isCounting = false;
    this.error = result.ok ? undefined : result.error;
    this.count = result.ok ? result.value : undefined;
  }
}
