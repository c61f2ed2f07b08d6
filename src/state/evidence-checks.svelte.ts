import { SvelteMap } from 'svelte/reactivity';
import type { RunContext } from '../analyses/analysis.ts';
import { findAnalysis } from '../analyses/registry.ts';
import { explainError } from '../core/explain-error.ts';
import type { EngineContract } from '../engine/contract.ts';
import { evaluateClaim, type ClaimVerdict } from '../strategy/claims.ts';
import type { Evidence } from '../strategy/records/evidence.ts';
import { newJobId } from './analysis-run.svelte.ts';

/** A pinned number looked up again on the data of now. */
export interface EvidenceCheck {
  readonly valueNow: number | null;
  /** Verdict on the claim; undefined when nothing is claimed. */
  readonly verdict: ClaimVerdict | undefined;
  /** Why it can't be told. */
  readonly reason?: string | undefined;
}

/** Re-runs the evidence of the boards when the data, the as-of date or a claim change. */
export class EvidenceChecks {
  readonly #results = new SvelteMap<string, EvidenceCheck>();
  readonly #engine: EngineContract;
  readonly #context: () => RunContext;

  constructor(engine: EngineContract, context: () => RunContext) {
    this.#engine = engine;
    this.#context = context;
  }

  /** The newest check of a piece of evidence; undefined while it is being looked up. */
  of(evidenceId: string): EvidenceCheck | undefined {
    return this.#results.get(evidenceId);
  }

  /** Looks all of them up again. */
  async refresh(evidence: readonly Evidence[]): Promise<void> {
    for (const one of evidence) this.#results.set(one.id, await this.#check(one));
  }

  async #check(evidence: Evidence): Promise<EvidenceCheck> {
    const verdictOn = (value: number | null): ClaimVerdict | undefined =>
      evidence.claim ? evaluateClaim(evidence.claim, value) : undefined;
    const definition = findAnalysis(evidence.analysisId);
    if (!definition)
      return { valueNow: null, verdict: verdictOn(null), reason: 'This analysis is not known here.' };
    if (evidence.ruleWithheld)
      return {
        valueNow: null,
        verdict: verdictOn(null),
        reason: 'Its rule named customers and did not travel with the link.',
      };
    const result = await this.#engine.run(newJobId(), {
      id: evidence.analysisId,
      params: evidence.params,
      context: this.#context(),
      segment: evidence.predicate ?? undefined,
      comparison: evidence.comparison,
    });
    if (!result.ok)
      return { valueNow: null, verdict: verdictOn(null), reason: explainError(result.error).title };
    const headlines = definition.headlines(result.value.value as never);
    const valueNow = headlines.find((headline) => headline.key === evidence.headlineKey)?.value ?? null;
    return { valueNow, verdict: verdictOn(valueNow) };
  }
}
