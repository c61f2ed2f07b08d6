import { untrack } from 'svelte';
import type { AnalysisDefinition } from '../../analyses/analysis.ts';
import { analyses } from '../../analyses/registry.ts';
import { newJobId } from '../../state/analysis-run.svelte.ts';
import type { App } from '../../state/app.svelte.ts';
import type { Segment } from '../../strategy/records/segment.ts';
import type { HeadlineOffer } from './pinned-number.ts';

/**
 * The headline numbers of every analysis that the data allow, for one segment. Made in a component; looked up again when
 * the segment, the data or the as-of date change. Analyses that lack data are left out.
 */
export class HeadlineOffers {
  offers = $state.raw<readonly HeadlineOffer[]>([]);
  isLoading = $state(false);
  readonly #app: App;
  #round = 0;

  /** `segment` gives undefined for everyone. */
  constructor(app: App, segment: () => Segment | undefined) {
    this.#app = app;
    const onWhat = $derived(JSON.stringify([app.dataset.fingerprint, app.context]));
    $effect(() => {
      const asked = segment();
      if (app.dataset.hasData && onWhat) untrack(() => void this.#gather(asked));
    });
  }

  async #gather(segment: Segment | undefined): Promise<void> {
    const round = ++this.#round;
    this.isLoading = true;
    const found: HeadlineOffer[] = [];
    for (const definition of analyses as unknown as readonly AnalysisDefinition[]) {
      found.push(...(await this.#offersOf(definition, segment)));
      if (round !== this.#round) return;
      this.offers = [...found];
    }
    this.isLoading = false;
  }

  async #offersOf(
    definition: AnalysisDefinition,
    segment: Segment | undefined,
  ): Promise<readonly HeadlineOffer[]> {
    const params = this.#app.workbook.current.analysisParams[definition.id] ?? {};
    const result = await this.#app.engine.run(newJobId(), {
      id: definition.id,
      params,
      context: this.#app.context,
      segment: segment?.predicate,
    });
    if (!result.ok) return [];
    return definition.headlines(result.value.value as never).map((headline) => ({
      analysisId: definition.id,
      analysisTitle: definition.title,
      params,
      headline,
    }));
  }
}
