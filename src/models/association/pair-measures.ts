import { wilsonInterval } from '../statistics/wilson-interval.ts';
import type { PairCounts } from './pair-counts.ts';

/** How strongly A goes with B. Shares are 0–1; a measure is null where its denominator is 0. */
export interface PairMeasures {
  /** n_AB ÷ N. */
  readonly support: number | null;
  /** Share of those with A who have B. */
  readonly confidence: number | null;
  /** Lower end of its 95 % interval (Wilson). */
  readonly confidenceLow: number | null;
  /** Confidence ÷ share of all who have B; 1 is chance. */
  readonly lift: number | null;
  /** Support beyond chance. */
  readonly leverage: number | null;
  /** How much rarer A without B is than by chance; null where A never comes without B. */
  readonly conviction: number | null;
  readonly cosine: number | null;
  /** Mean of the confidences of both directions. */
  readonly kulczynski: number | null;
  /** 0 when A and B are equally frequent, near 1 when one is nearly always there anyway. */
  readonly imbalance: number | null;
  /** −1 to 1; 0 is independence. */
  readonly yuleQ: number | null;
  readonly jaccard: number | null;
  /** −1 to 1; the correlation of having A and having B. */
  readonly phi: number | null;
  /** N φ², without continuity correction. */
  readonly chiSquared: number | null;
}

const ratio = (part: number | null, whole: number): number | null =>
  part === null || !(whole > 0) ? null : part / whole;

/** Yule's (1900) Q of the four cells: (ad − bc) ÷ (ad + bc). */
const yuleQOf = ({ total, withA, withB, together }: PairCounts): number | null => {
  const onlyA = withA - together;
  const onlyB = withB - together;
  const agree = together * (total - onlyA - onlyB - together);
  const differ = onlyA * onlyB;
  return ratio(agree - differ, agree + differ);
};

/**
 * Measures of the rule A → B (Agrawal et al. 1993; Brin et al. 1997; Tan, Kumar & Srivastava 2002; Wu, Chen & Han 2010),
 * methods F14. Nothing at all gives nulls.
 */
export const pairMeasures = (counts: PairCounts): PairMeasures => {
  const { total, withA, withB, together } = counts;
  const [shareA, shareB] = [withA / total, withB / total];
  const confidence = ratio(together, withA);
  const back = ratio(together, withB);
  const either = withA + withB - together;
  const spread = Math.sqrt(withA * withB * (total - withA) * (total - withB));
  const phi = ratio(total * together - withA * withB, spread);
  return {
    support: ratio(together, total),
    confidence,
    confidenceLow: wilsonInterval(together, withA)?.low ?? null,
    lift: ratio(confidence, shareB),
    leverage: total > 0 ? together / total - shareA * shareB : null,
    conviction: confidence === null ? null : ratio(1 - shareB, 1 - confidence),
    cosine: ratio(together, Math.sqrt(withA * withB)),
    kulczynski: confidence === null || back === null ? null : (confidence + back) / 2,
    imbalance: ratio(Math.abs(withA - withB), either),
    yuleQ: yuleQOf(counts),
    jaccard: ratio(together, either),
    phi,
    chiSquared: phi === null ? null : total * phi * phi,
  };
};
