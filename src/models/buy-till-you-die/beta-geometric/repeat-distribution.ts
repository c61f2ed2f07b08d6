import { logBeta } from '../../../core/numeric/log-gamma.ts';
import { logNegativeBinomial, negativeBinomialTail } from '../negative-binomial.ts';
import type { AliveMix } from './expected-purchases.ts';

/**
 * P(X(t) = n) for n = 0 … most: a customer stayed through n purchases and made no other, or left at the n-th (Fader, Hardie &
 * Lee 2005, equation 8). `chancesBefore` = 1 adds the chance to leave at the first purchase (MBG/NBD). Index = n.
 */
export const betaGeometricProbabilities = (
  { r, alpha, a, b }: AliveMix,
  chancesBefore: 0 | 1,
  t: number,
  most: number,
): Float64Array => {
  const norm = logBeta(a, b);
  return Float64Array.from({ length: most + 1 }, (_, n) => {
    const chances = n + chancesBefore;
    const stayed = Math.exp(logBeta(a, b + chances) - norm + logNegativeBinomial(r, alpha, t, n));
    if (chances === 0) return stayed;
    return stayed + Math.exp(logBeta(a + 1, b + chances - 1) - norm) * negativeBinomialTail(r, alpha, t, n);
  });
};
