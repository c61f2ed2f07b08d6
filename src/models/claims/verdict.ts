import type { Effect } from './effect.ts';

/** What data say about a claim. */
export type Verdict = 'supported' | 'refuted' | 'undecidable';

/** A claim about an effect: that it is above, or below, a threshold in its unit (0 for differences, 1 for ratios). */
export interface Claim {
  readonly direction: 'above' | 'below';
  readonly threshold: number;
}

/**
 * Supported when the whole interval lies on the claimed side of the threshold, refuted when it lies wholly on the other,
 * undecidable when it spans the threshold or touches it, and for an effect that could not be computed (null).
 */
export const verdictOf = (
  effect: Pick<Effect, 'low' | 'high'> | null,
  { direction, threshold }: Claim,
): Verdict => {
  if (effect === null) return 'undecidable';
  if (effect.low > threshold) return direction === 'above' ? 'supported' : 'refuted';
  if (effect.high < threshold) return direction === 'below' ? 'supported' : 'refuted';
  return 'undecidable';
};

/**
 * The verdict on a claim that an effect lies between two bounds: supported when the whole interval lies between them,
 * refuted when it lies wholly on one side, undecidable otherwise.
 */
export const verdictBetween = (
  effect: Pick<Effect, 'low' | 'high'> | null,
  { from, to }: { readonly from: number; readonly to: number },
): Verdict => {
  if (effect === null) return 'undecidable';
  if (effect.low > from && effect.high < to) return 'supported';
  return effect.high < from || effect.low > to ? 'refuted' : 'undecidable';
};
