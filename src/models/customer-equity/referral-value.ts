/** A customer whom another one brought. */
export interface Referred {
  readonly clv: number;
  /** Probability that this one would not have come otherwise, 0–1. */
  readonly onlyByReferral: number;
  /** Periods from now until this one comes; 0 for those here already. */
  readonly periods: number;
}

/**
 * Referral value (Kumar, Petersen & Leone 2010; F20): Σ CLV × P(would not have come otherwise) ÷ (1 + d)ᵗ, in money; 0
 * without referrals. `discount` a period.
 */
export const referralValue = (referred: readonly Referred[], discount: number): number =>
  referred.reduce(
    (sum, { clv, onlyByReferral, periods }) => sum + (clv * onlyByReferral) / (1 + discount) ** periods,
    0,
  );

/** New customers whom each customer brings: invitations sent × share that converts (F20); above 1 the base grows by itself. */
export const viralFactor = (invites: number, conversion: number): number => invites * conversion;

/** What leaves with a customer who leaves, in money: P(churn) × (CLV + referral value). */
export const clvAtRisk = (churnProbability: number, clv: number, valueOfReferrals: number): number =>
  churnProbability * (clv + valueOfReferrals);
