import type { PairCounts } from './pair-counts.ts';

/**
 * Σ n_AB ÷ Σ n_A n_B/N over groups of alike customers: the lift that is left when the pair is held against chance within each group. Who buys much has
 * more of everything, which lifts every pair over all customers and none within such a group. Null when nothing is expected.
 */
export const stratifiedLift = (strata: readonly PairCounts[]): number | null => {
  let together = 0;
  let expected = 0;
  for (const stratum of strata) {
    together += stratum.together;
    if (stratum.total > 0) expected += (stratum.withA * stratum.withB) / stratum.total;
  }
  return expected > 0 ? together / expected : null;
};
