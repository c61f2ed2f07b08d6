import { quantile } from '../cuts/quantile.ts';

/** Our part of what a customer spends on the category, 0–1; null when nothing is spent or the figures contradict. */
export const directShareOfWallet = (ourSpend: number, categorySpend: number): number | null =>
  categorySpend > 0 && ourSpend >= 0 && ourSpend <= categorySpend ? ourSpend / categorySpend : null;

/**
 * Wallet allocation rule (Keiningham, Aksoy, Buoye & Cooil 2011; F10): (1 − rank ÷ (n + 1)) · (2 ÷ n) for the brand that a
 * customer ranks at `rank` (1 the best; tied brands share the mean of their ranks) of the n used. The shares of all brands
 * add up to 1. Null for an impossible rank.
 */
export const walletAllocation = (rank: number, brands: number): number | null =>
  Number.isInteger(brands) && brands >= 1 && rank >= 1 && rank <= brands
    ? (1 - rank / (brands + 1)) * (2 / brands)
    : null;

/** Least share of customers who use several brands for the allocation rule to be worth using (F10). */
export const leastMultiBrandShare = 0.4;

/** How much of the wallet of comparable customers this one gives us; not a share of wallet proper. */
export interface WalletGap {
  /** Spend ÷ spend at the 90th percentile of the peers, at most 1. */
  readonly proxy: number;
  /** What is missing to the peers’ 90th percentile, in money; 0 above it. */
  readonly gap: number;
}

/**
 * Size-of-wallet gap from transactions (house rule, F10): spend against the 90th percentile of peers of the same segment
 * and size. Null without peers who spend, or for a negative spend.
 */
export const walletGap = (spend: number, peerSpends: readonly number[]): WalletGap | null => {
  const full = quantile(
    peerSpends.toSorted((one, other) => one - other),
    0.9,
  );
  if (full === null || !(full > 0) || !(spend >= 0)) return null;
  return { proxy: Math.min(1, spend / full), gap: Math.max(0, full - spend) };
};

/** Share of wallet now ÷ before: above 1 it grew (F10); null when there was none before or one is unknown. */
export const retentionOfShare = (now: number | null, before: number | null): number | null =>
  now === null || before === null || !(before > 0) ? null : now / before;
