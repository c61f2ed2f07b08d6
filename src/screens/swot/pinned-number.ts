import type { Headline, RunContext } from '../../analyses/analysis.ts';
import type { Claim, Evidence } from '../../strategy/records/evidence.ts';
import type { Segment } from '../../strategy/records/segment.ts';

/** A headline number of a run: what could be pinned. */
export interface HeadlineOffer {
  readonly analysisId: string;
  readonly analysisTitle: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly headline: Headline;
}

/** Identifies an offer in a list. */
export const offerKey = ({ analysisId, headline }: HeadlineOffer): string => `${analysisId}/${headline.key}`;

/** The evidence that pinning an offer makes: the number, where it came from, and on which data. `segment` undefined: everyone. */
export const evidenceOf = (
  offer: HeadlineOffer,
  pinned: {
    readonly id: string;
    readonly segment: Segment | undefined;
    /** What the segment was compared with in the run; undefined: everyone else. */
    readonly comparison?: Segment | undefined;
    readonly context: RunContext;
    readonly fingerprint: string;
    readonly claim: Claim | null;
  },
): Evidence => ({
  id: pinned.id,
  analysisId: offer.analysisId,
  params: { ...offer.params },
  segmentId: pinned.segment?.id ?? null,
  segmentName: pinned.segment?.name ?? 'All customers',
  predicate: pinned.segment?.predicate ?? null,
  ...(pinned.comparison ? { comparison: pinned.comparison.predicate } : {}),
  headlineKey: offer.headline.key,
  label: offer.headline.label,
  unit: offer.headline.unit,
  value: offer.headline.value,
  asOf: pinned.context.asOf,
  fingerprint: pinned.fingerprint,
  claim: pinned.claim,
});
