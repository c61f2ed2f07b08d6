import { SvelteMap } from 'svelte/reactivity';
import type { AnalysisId, ResultOf } from '../../analyses/registry.ts';
import { explainError } from '../../core/explain-error.ts';
import type { Predicate } from '../../core/predicate.ts';
import { newJobId } from '../../state/analysis-run.svelte.ts';
import type { App } from '../../state/app.svelte.ts';

/** What an analysis said of a segment, or why it could not. */
export type SegmentRun<Id extends AnalysisId> =
  { readonly value: ResultOf<Id> } | { readonly reason: string };

const keyOf = (predicate: Predicate | undefined): string => JSON.stringify(predicate ?? null);

/** One analysis on several segments, each rule asked once, one after another. Made in a component; asked again when data, settings or rules change. */
export class SegmentRuns<Id extends AnalysisId> {
  readonly #runs = new SvelteMap<string, SegmentRun<Id>>();
  readonly #app: App;
  readonly #id: Id;
  #round = 0;

  /** `rules` gives undefined for everyone. */
  constructor(app: App, id: Id, rules: () => readonly (Predicate | undefined)[]) {
    this.#app = app;
    this.#id = id;
    const asked = $derived.by(() => {
      const keys = rules().map(keyOf);
      return JSON.stringify(keys.filter((key, at) => keys.indexOf(key) === at));
    });
    const onWhat = $derived(
      JSON.stringify([app.dataset.fingerprint, app.context, app.workbook.current.analysisParams[id] ?? {}]),
    );
    let answered = '';
    $effect(() => {
      if (answered !== onWhat) this.#runs.clear();
      answered = onWhat;
      if (app.dataset.hasData) void this.#ask(JSON.parse(asked) as readonly string[]);
    });
  }

  /** What was said of a segment; undefined while it is being asked. */
  of(predicate: Predicate | undefined): SegmentRun<Id> | undefined {
    return this.#runs.get(keyOf(predicate));
  }

  async #ask(keys: readonly string[]): Promise<void> {
    const round = ++this.#round;
    for (const key of keys) {
      if (this.#runs.has(key)) continue;
      const predicate = JSON.parse(key) as Predicate | null;
      const result = await this.#app.engine.run(newJobId(), {
        id: this.#id,
        params: this.#app.workbook.current.analysisParams[this.#id] ?? {},
        context: this.#app.context,
        segment: predicate ?? undefined,
      });
      if (round !== this.#round) return;
      this.#runs.set(
        key,
        result.ok
          ? { value: result.value.value as ResultOf<Id> }
          : { reason: explainError(result.error).title },
      );
    }
  }
}
