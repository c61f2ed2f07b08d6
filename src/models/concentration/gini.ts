import type { RankedGroup } from './ranked-group.ts';

/**
 * Gini coefficient (Gini 1912) of values ranked from smallest to largest, none below 0:
 * G = 2 Σ i·xᵢ ÷ (n Σ xᵢ) − (n + 1) ÷ n. Exact however the ranking is grouped. From 0 (all equal) to 1 − 1/n (one has
 * everything); null when nobody has anything.
 */
export const gini = (rising: readonly RankedGroup[]): number | null => {
  let count = 0;
  let total = 0;
  let rankedTotal = 0;
  for (const group of rising) {
    count += group.count;
    total += group.total;
    rankedTotal += group.rankedTotal;
  }
  if (count === 0 || total <= 0) return null;
  return Math.max(0, (2 * rankedTotal) / (count * total) - (count + 1) / count);
};
