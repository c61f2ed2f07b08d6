import { describeVerdict, evaluateClaim, verdictWords, type ClaimVerdict } from '../../strategy/claims.ts';
import type { Formats } from '../../core/format/formats.ts';
import type { Claim, Evidence } from '../../strategy/records/evidence.ts';

/** The verdict as a label. A claim that fails now and failed already when it was pinned “does not hold”, not “no longer”. */
export const verdictLabel = (claim: Claim, verdict: ClaimVerdict, valuePinned: number | null): string =>
  verdict === 'no-longer-holds' && evaluateClaim(claim, valuePinned) !== 'holds'
    ? 'Does not hold'
    : verdictWords[verdict];

/** The verdict with its numbers, under the label of {@link verdictLabel}. */
export const verdictSentence = (
  claim: Claim,
  value: { readonly now: number | null; readonly pinned: number | null },
  unit: Evidence['unit'],
  formats: Formats,
): string => {
  const verdict = evaluateClaim(claim, value.now);
  const sentence = describeVerdict(claim, value.now, unit, formats);
  return `${verdictLabel(claim, verdict, value.pinned)}${sentence.slice(verdictWords[verdict].length)}`;
};
