import { SvelteMap } from 'svelte/reactivity';
import { newJobId } from '../../state/analysis-run.svelte.ts';
import type { App } from '../../state/app.svelte.ts';
import type { Segment } from '../../strategy/records/segment.ts';
import type { CustomerCount } from '../segments/live-count.svelte.ts';

/**
 * Sizes of the segments that are asked for, each rule counted once however many lines name it. Made in a component; counted
 * again when the data or the as-of date change, and not when something else is edited.
 */
export class SegmentSizes {
  readonly #counts = new SvelteMap<string, CustomerCount>();
  readonly #app: App;
  #round = 0;

  constructor(app: App, segments: () => readonly Segment[]) {
    this.#app = app;
    const rules = $derived.by(() => {
      const all = segments().map(({ predicate }) => JSON.stringify(predicate));
      return JSON.stringify(all.filter((rule, at) => all.indexOf(rule) === at));
    });
    const onWhat = $derived(JSON.stringify([app.dataset.hasData, app.dataset.fingerprint, app.context]));
    let counted = '';
    $effect(() => {
      if (counted !== onWhat) this.#counts.clear();
      counted = onWhat;
      if (app.dataset.hasData) void this.#count(JSON.parse(rules) as readonly string[]);
    });
  }

  /** How many customers a segment has of how many; undefined while it is not counted. */
  of(segment: Segment): CustomerCount | undefined {
    return this.#counts.get(JSON.stringify(segment.predicate));
  }

  async #count(rules: readonly string[]): Promise<void> {
    const round = ++this.#round;
    for (const rule of rules) {
      const result = await this.#app.engine.count(
        newJobId(),
        this.#app.context,
        JSON.parse(rule) as Segment['predicate'],
      );
      if (round !== this.#round) return;
      if (result.ok) this.#counts.set(rule, result.value);
      else this.#counts.delete(rule);
    }
  }
}
