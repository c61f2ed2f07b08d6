import { addAt, numberAt } from '../estimation/number-at.ts';
import { riskSteps } from './cox-data.ts';
import type { CoxStratum, CoxSubject } from './cox-data.ts';

/** How often, of two customers, the one with the higher predicted risk had the event first. */
export interface Concordance {
  readonly concordant: number;
  readonly discordant: number;
  /** Pairs with the same prediction. */
  readonly tied: number;
  /** (concordant + tied ÷ 2) ÷ all pairs that can be compared, 0–1; null without such a pair. */
  readonly index: number | null;
}

/** Counts by rank, with sums over all lower ranks in logarithmic time (Fenwick 1994). */
const createCounts = (size: number) => {
  const tree = new Float64Array(size + 1);
  let total = 0;
  return {
    add: (rank: number, amount: number): void => {
      total += amount;
      for (let at = rank + 1; at <= size; at += at & -at) addAt(tree, at, amount);
    },
    below: (rank: number): number => {
      let sum = 0;
      for (let at = rank; at > 0; at -= at & -at) sum += numberAt(tree, at);
      return sum;
    },
    total: (): number => total,
  };
};

/**
 * Concordance (Harrell 1982) of predicted risks with survival, as R's survival counts it: a pair can be compared when one
 * has the event while the other is still at risk; two events at the same time can't, a censored one outlives an event at
 * the same time. `risks` in the order of the subjects.
 */
export const concordance = (
  subjects: readonly CoxSubject[],
  risks: ArrayLike<number>,
  strata: readonly CoxStratum[],
): Concordance => {
  const levels = [...new Set(Array.from(risks))].sort((one, other) => one - other);
  const ranks = new Map(levels.map((level, rank) => [level, rank]));
  const rankOf = (place: number): number => ranks.get(numberAt(risks, place)) ?? 0;
  let concordant = 0;
  let discordant = 0;
  let tied = 0;
  for (const stratum of strata) {
    const counts = createCounts(levels.length);
    for (const { events, censored, gone } of riskSteps(subjects, stratum)) {
      for (const place of censored) counts.add(rankOf(place), 1);
      for (const place of gone) counts.add(rankOf(place), -1);
      for (const place of events) {
        const lower = counts.below(rankOf(place));
        const notHigher = counts.below(rankOf(place) + 1);
        concordant += lower;
        tied += notHigher - lower;
        discordant += counts.total() - notHigher;
      }
      for (const place of events) counts.add(rankOf(place), 1);
    }
  }
  const pairs = concordant + discordant + tied;
  return { concordant, discordant, tied, index: pairs > 0 ? (concordant + tied / 2) / pairs : null };
};
