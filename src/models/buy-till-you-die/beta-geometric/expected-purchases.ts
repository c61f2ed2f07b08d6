import { logBeta } from '../../../core/numeric/log-gamma.ts';

/** Rates gamma(r, α) and chances to leave after each purchase beta(a, b), over customers who are alive now. */
export interface AliveMix {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

const negligible = 1e-17;
const mostTerms = 600;

/**
 * Σ over j ≥ 0 of P(still there after j purchases) × P(more than j purchases would come): every term positive. Undefined when
 * the terms don't die out soon (a long time ahead, z near 1).
 */
const byPurchase = ({ r, alpha, a, b }: AliveMix, t: number): number | undefined => {
  const z = t / (alpha + t);
  const base = -r * Math.log1p(t / alpha);
  if (base < -600) return undefined;
  let chance = Math.exp(base);
  let beyond = -Math.expm1(base);
  let staying = 1;
  let sum = 0;
  for (let j = 0; j < mostTerms; j += 1) {
    const term = staying * beyond;
    sum += term;
    chance *= ((r + j) * z) / (j + 1);
    beyond = Math.max(0, beyond - chance);
    staying *= (b + j) / (a + b + j);
    if (j > r * (t / alpha) && term <= 1e-14 * sum && chance <= negligible) return sum;
  }
  return undefined;
};

/** (1 − (1 + pτ)^−r) ÷ p: purchases within the time of those whose chance to leave is p. */
const purchasesAt = (p: number, r: number, tau: number): number =>
  p * tau * Math.max(1, r) < 1e-13 ? r * tau : -Math.expm1(-r * Math.log1p(p * tau)) / p;

/**
 * The same as ∫ over p by the trapezoidal rule in ln(p ÷ (1 − p)), which converges exponentially fast; the tails, where the
 * terms fall by a constant factor, are summed as geometric series.
 */
const byIntegral = ({ r, alpha, a, b }: AliveMix, t: number): number => {
  const tau = t / alpha;
  const norm = logBeta(a, b);
  const step = Math.min(0.2, 0.4 * Math.sqrt(1 / a + 1 / b));
  const term = (u: number): number => {
    const logP = u > 0 ? -Math.log1p(Math.exp(-u)) : u - Math.log1p(Math.exp(u));
    return Math.exp(a * logP + b * (logP - u) - norm) * purchasesAt(Math.exp(logP), r, tau);
  };
  const centre = Math.log(a / b);
  /** Below `flatBelow` and above `flatAbove` the terms fall geometrically. */
  const flatBelow = -34 - Math.log1p(r * tau + tau + b);
  const flatAbove = 34 + Math.log1p(a + r);
  let sum = term(centre);
  for (const way of [-1, 1]) {
    let previous = sum;
    for (let u = centre + way * step; ; u += way * step) {
      const value = term(u);
      sum += value;
      if (way < 0 ? u < flatBelow : u > flatAbove) {
        sum += value / Math.expm1((way < 0 ? a : b) * step);
        break;
      }
      if (value <= negligible * sum && value <= previous) break;
      previous = value;
    }
  }
  return sum * step;
};

/**
 * Expected purchases within a time t of customers who are alive now and may leave after each purchase: the mean over p of
 * (1 − (α ÷ (α + pt))^r) ÷ p (Fader, Hardie & Lee 2005, equation 9, before it is written with ₂F₁). Taking neither the ₂F₁
 * nor the difference, it holds for every a > 0, a = 1 among them, and for any time; 0 at t = 0. Relative error about 1e-12.
 */
export const expectedWhileAlive = (mix: AliveMix, t: number): number => {
  if (!(t > 0)) return 0;
  return byPurchase(mix, t) ?? byIntegral(mix, t);
};
