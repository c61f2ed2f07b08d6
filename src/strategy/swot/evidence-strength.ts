import type { ClaimVerdict } from '../claims.ts';

/**
 * How well a card is supported, 1–5, by the verdicts on its pinned numbers (undefined: a number without a claim). House rule: 1 nothing
 * pinned or a claim that fails, 2 a claim that can't be told, 3 a number without a claim, 5 a claim that holds; the best of several counts,
 * but a claim that fails brings it down to 1.
 */
export const evidenceStrength = (verdicts: readonly (ClaimVerdict | undefined)[]): number => {
  if (verdicts.length === 0 || verdicts.includes('no-longer-holds')) return 1;
  if (verdicts.includes('holds')) return 5;
  return verdicts.includes(undefined) ? 3 : 2;
};

/** Impact × evidence, 1–25; null until the impact is said. */
export const cardPriority = (impact: number | undefined, strength: number): number | null =>
  impact === undefined ? null : impact * strength;
