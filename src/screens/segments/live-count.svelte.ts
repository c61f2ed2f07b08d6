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
    const { dataset } = app;
    // As texts, so that an edit elsewhere in the workbook doesn't count everything anew.
    const asked = $derived(dataset.hasData ? JSON.stringify(rule()) : undefined);
    const onWhat = $derived(JSON.stringify([dataset.fingerprint, app.context]));
    $effect(() => {
      const question = onWhat && asked ? (JSON.parse(asked) as Predicate) : undefined;
      const timer = setTimeout(() => void this.#ask(question), delayMs);
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

  async #ask(rule: Predicate | undefined): Promise<void> {
    if (!rule) {
      this.count = undefined;
      this.error = undefined;
      this.isCounting = false;
      return;
    }
    const jobId = newJobId();
    this.#jobId = jobId;
    this.isCounting = true;
    const result = await this.#app.engine.count(jobId, this.#app.context, rule);
    if (this.#jobId !== jobId) return;
    this.#jobId = undefined;
    this.isCounting = false;
    this.error = result.ok ? undefined : result.error;
    this.count = result.ok ? result.value : undefined;
  }
}
