import { incompleteBeta } from '../../core/numeric/incomplete-beta.ts';
import { logGamma } from '../../core/numeric/log-gamma.ts';

/**
 * ln P(N = n) of purchases in a time t when rates are gamma(r, α) over customers who never leave: negative binomial with
 * z = t ÷ (α + t) (Fader, Hardie & Lee 2005). At t = 0: 0 for n = 0, −∞ beyond.
 */
export const logNegativeBinomial = (r: number, alpha: number, t: number, n: number): number => {
  if (t === 0) return n === 0 ? 0 : -Infinity;
  const choose = n === 0 ? 0 : logGamma(r + n) - logGamma(r) - logGamma(n + 1);
  return choose - r * Math.log1p(t / alpha) - n * Math.log1p(alpha / t);
};

/** P(N ≥ n) of the same distribution; 1 for n = 0. */
export const negativeBinomialTail = (r: number, alpha: number, t: number, n: number): number =>
  n === 0 ? 1 : incompleteBeta(t / (alpha + t), n, r);
