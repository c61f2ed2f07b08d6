import { betaQuantile } from '../statistics/beta-quantile.ts';

/** How often customers moved from one state to another. */
export interface TransitionShare {
  readonly count: number;
  /** count ÷ all who were in the state, 0–1; null when nobody was. */
  readonly share: number | null;
  readonly low: number;
  readonly high: number;
}

/**
 * Shares of transitions from counts N_ij, rows from, columns to (F2): N_ij ÷ Σ N_ij, with intervals of the posterior under
 * a Dirichlet(½) prior (Jeffreys), whose single shares are Beta(N_ij + ½, Σ N_ij − N_ij + (k − 1) ÷ 2). A state where nobody
 * was has the prior's wide intervals; with a single state the share is 1.
 */
export const transitionShares = (counts: readonly (readonly number[])[], level = 0.95): TransitionShare[][] =>
  counts.map((row) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return row.map((count) => {
      const share = total > 0 ? count / total : null;
      if (row.length < 2) return { count, share, low: 1, high: 1 };
      const a = count + 0.5;
      const b = total - count + (row.length - 1) / 2;
      return {
        count,
        share,
        low: betaQuantile((1 - level) / 2, a, b),
        high: betaQuantile((1 + level) / 2, a, b),
      };
    });
  });
