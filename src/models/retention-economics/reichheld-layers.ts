/** What a customer brings in one year of tenure, in money, by the five sources of profit. */
export interface TenureYear {
  /** Share of those who were there at the start of the year who stay through it, 0–1; often lowest in the first. */
  readonly retention: number;
  readonly base: number;
  readonly extraPurchases: number;
  readonly costSaving: number;
  readonly referrals: number;
  readonly pricePremium: number;
}

/** Names of the layers, in the order in which they are stacked. */
export const profitLayers = ['base', 'extraPurchases', 'costSaving', 'referrals', 'pricePremium'] as const;

/** A year of the customer's value. */
export interface LayeredYear {
  /** From 1. */
  readonly year: number;
  /** Share of the customers won who are still there, 0–1. */
  readonly survival: number;
  /** Present value of each layer for a customer won. */
  readonly layers: Readonly<Record<(typeof profitLayers)[number], number>>;
  /** Present value of all years so far, the acquisition cost taken off. */
  readonly cumulative: number;
}

/** What a customer is worth over the years. */
export interface LayeredValue {
  readonly years: readonly LayeredYear[];
  /** Net present value for a customer won; − acquisition cost without years. */
  readonly netPresentValue: number;
  /** First year at whose end the customer has earned back the acquisition cost; null when none. */
  readonly paybackYear: number | null;
}

/**
 * Layers of profit by tenure (Reichheld & Sasser 1990; F6): −CAC + Σ Sₜ(bₜ + uₜ + cₜ + fₜ + pₜ) ÷ (1 + d)ᵗ with Sₜ = ∏ rᵢ, i ≤ t,
 * the retention of each year of tenure. Null for a retention outside 0–1, a discount of −1 or less, or an amount that is
 * not finite.
 */
export const reichheldLayers = (
  tenureYears: readonly TenureYear[],
  acquisitionCost: number,
  discount: number,
): LayeredValue | null => {
  if (!(discount > -1) || !Number.isFinite(acquisitionCost)) return null;
  let survival = 1;
  let cumulative = -acquisitionCost;
  const years: LayeredYear[] = [];
  for (const [place, tenureYear] of tenureYears.entries()) {
    const { retention } = tenureYear;
    if (!(retention >= 0 && retention <= 1)) return null;
    survival *= retention;
    const factor = survival / (1 + discount) ** (place + 1);
    const { base, extraPurchases, costSaving, referrals, pricePremium } = tenureYear;
    const layers = {
      base: base * factor,
      extraPurchases: extraPurchases * factor,
      costSaving: costSaving * factor,
      referrals: referrals * factor,
      pricePremium: pricePremium * factor,
    };
    cumulative += profitLayers.reduce((sum, layer) => sum + layers[layer], 0);
    if (!Number.isFinite(cumulative)) return null;
    years.push({ year: place + 1, survival, layers, cumulative });
  }
  return {
    years,
    netPresentValue: cumulative,
    paybackYear: years.find((year) => year.cumulative >= 0)?.year ?? null,
  };
};
