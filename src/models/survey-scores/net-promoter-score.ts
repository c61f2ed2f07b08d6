const z95 = 1.959963984540054;

/** Answers to “would you recommend us”, 0–10: 9 and 10 promote, 0 to 6 detract. */
export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

/** A net promoter score in points, −100 to 100, with its 95 % interval. */
export interface NetPromoterScore {
  readonly answers: number;
  readonly value: number;
  /** Of a single answer (1 promoter, −1 detractor): p₊ + p₋ − (p₊ − p₋)². */
  readonly variance: number;
  /** Standard error in points. */
  readonly error: number;
  /** Ends of the interval; beyond ±100 with few answers, as the formula gives them. */
  readonly low: number;
  readonly high: number;
}

/** Counts promoters, passives and detractors; unknown scores (null) and those outside of 0–10 aren’t answers. */
export const npsCounts = (scores: readonly (number | null)[]): NpsCounts => {
  const known = scores.filter((score): score is number => score !== null && score >= 0 && score <= 10);
  const promoters = known.filter((score) => score >= 9).length;
  const detractors = known.filter((score) => score < 7).length;
  return { promoters, passives: known.length - promoters - detractors, detractors };
};

/** NPS with interval by the variance formula (methods F17; `npvar` and `nps.test` of the R package NPS). Null without answers. */
export const netPromoterScore = ({ promoters, passives, detractors }: NpsCounts): NetPromoterScore | null => {
  const answers = promoters + passives + detractors;
  if (answers === 0) return null;
  const difference = (promoters - detractors) / answers;
  const variance = (promoters + detractors) / answers - difference ** 2;
  const error = 100 * Math.sqrt(variance / answers);
  const value = 100 * difference;
  return { answers, value, variance, error, low: value - z95 * error, high: value + z95 * error };
};

/** Difference of two scores in points with its 95 % interval; the samples are independent. */
export const npsDifference = (
  first: NetPromoterScore,
  second: NetPromoterScore,
): { readonly value: number; readonly low: number; readonly high: number } => {
  const value = first.value - second.value;
  const half = z95 * Math.hypot(first.error, second.error);
  return { value, low: value - half, high: value + half };
};

/** One group of the customers who should have been heard. */
export interface NpsGroup extends NpsCounts {
  /** All customers of the group, heard or not. */
  readonly base: number;
}

/**
 * The score as it would be if answers were spread over groups as the customers are (post-stratification), in points. Null
 * where a group with customers has no answer, or nobody is there.
 */
export const adjustedNps = (groups: readonly NpsGroup[]): number | null => {
  const present = groups.filter(({ base }) => base > 0);
  const everyone = present.reduce((sum, { base }) => sum + base, 0);
  let total = 0;
  for (const group of present) {
    const score = netPromoterScore(group);
    if (score === null) return null;
    total += (group.base / everyone) * score.value;
  }
  return everyone > 0 ? total : null;
};

/**
 * Answers needed for an interval of ± `half` (a share: 0.05 for 5 points) at 95 %: z²v ÷ half², and of a known number of
 * customers N · z²v ÷ ((N − 1) half² + z²v); v = variance of an answer, pq for a share. Rounded up; null for no width.
 */
export const answersNeeded = (variance: number, half: number, customers: number | null): number | null => {
  if (!(half > 0)) return null;
  const spread = z95 ** 2 * variance;
  const needed =
    customers === null ? spread / half ** 2 : (customers * spread) / ((customers - 1) * half ** 2 + spread);
  return Number.isFinite(needed) ? Math.ceil(needed - 1e-9) : 0;
};
