/** Customers still to be won in the horizon. */
export interface Prospects {
  /** How many are expected. */
  readonly expected: number;
  /** Share of them who become customers, 0–1. */
  readonly conversion: number;
  /** Value of a customer won, in money. */
  readonly clv: number;
  /** Acquisition cost of a customer won, in money. */
  readonly cac: number;
}

/** What the customer base is worth, in money. */
export interface CustomerEquity {
  readonly current: number;
  readonly future: number;
  readonly total: number;
}

/**
 * Customer equity (Blattberg & Deighton 1996; Rust, Lemon & Zeithaml 2004; F19): Σ CLV of the customers + expected prospects
 * × conversion × (CLV − CAC). Unknown values (null) count as nothing. 0 for nobody.
 */
export const customerEquity = (
  clvs: readonly (number | null)[],
  prospects: Prospects | null = null,
): CustomerEquity => {
  const current = clvs.reduce<number>((sum, clv) => sum + (clv ?? 0), 0);
  const future =
    prospects === null
      ? 0
      : // Nobody expected is 0, not −0.
        prospects.expected * prospects.conversion * (prospects.clv - prospects.cac) + 0;
  return { current, future, total: current + future };
};

/** Σ CLV of each group; the groups add up to the equity of all. Empty for nobody; unknown values count as nothing. */
export const equityByGroup = (
  customers: readonly { readonly group: string; readonly clv: number | null }[],
): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { group, clv } of customers) sums.set(group, (sums.get(group) ?? 0) + (clv ?? 0));
  return sums;
};
