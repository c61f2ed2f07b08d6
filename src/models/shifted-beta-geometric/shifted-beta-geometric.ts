import { gaussHypergeometric } from '../../core/numeric/gauss-hypergeometric.ts';

/** Parameters of sBG: the chance to leave at the end of a period is beta(α, β) over customers. Both above 0. */
export interface ShiftedBetaGeometricParameters {
  readonly alpha: number;
  readonly beta: number;
}

/** r_t: share of those still there who renew at the end of period t = 1, 2, … (Fader & Hardie 2007, equation 8). Rises. */
export const sbgRetention = ({ alpha, beta }: ShiftedBetaGeometricParameters, t: number): number =>
  (beta + t - 1) / (alpha + beta + t - 1);

/** S(t) for t = 0 … most: share of a cohort still there after t periods (equations 3 and 7). Index = t; S(0) = 1. */
export const sbgSurvival = (parameters: ShiftedBetaGeometricParameters, most: number): Float64Array => {
  const survival = new Float64Array(most + 1).fill(1);
  for (let t = 1; t <= most; t += 1) survival[t] = (survival[t - 1] ?? 1) * sbgRetention(parameters, t);
  return survival;
};

/** P(T = t) for t = 1 … most: share of a cohort that leaves at the end of period t (equation 2). Index = t; 0 at t = 0. */
export const sbgDepartures = (parameters: ShiftedBetaGeometricParameters, most: number): Float64Array =>
  sbgSurvival(parameters, most).map((_, t, survival) => {
    if (t === 0) return 0;
    const { alpha, beta } = parameters;
    return ((survival[t - 1] ?? 1) * alpha) / (alpha + beta + t - 1);
  });

/**
 * DEL: discounted expected periods of a new customer, the first paid at once: Σ S(t) ÷ (1 + d)^t over t ≥ 0 = ₂F₁(1, β; α + β;
 * 1/(1 + d)) (Fader & Hardie 2010, "Customer-base valuation in a contractual setting", equation 5). d > 0 per period; times a
 * margin a period it is the CLV.
 */
export const sbgDiscountedLifetime = (
  { alpha, beta }: ShiftedBetaGeometricParameters,
  discount: number,
): number => gaussHypergeometric(1, beta, alpha + beta, 1 / (1 + discount));

/**
 * DERL: discounted expected periods to come of a customer in period n (renewed n − 1 times), just before the n-th renewal
 * (Fader & Hardie 2010, equation 6). n ≥ 1, d > 0 per period; the renewal itself, if it comes, is paid at once.
 */
export const sbgDiscountedResidualLifetime = (
  parameters: ShiftedBetaGeometricParameters,
  n: number,
  discount: number,
): number => {
  const { alpha, beta } = parameters;
  return sbgRetention(parameters, n) * gaussHypergeometric(1, beta + n, alpha + beta + n, 1 / (1 + discount));
};
