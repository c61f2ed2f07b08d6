import { logGamma } from '../../core/numeric/log-gamma.ts';

const smallest = 1e-300;
const precision = 1e-14;

/** Lower tail P(a, x) by its series; converges fast for x < a + 1. */
const lowerBySeries = (a: number, x: number): number => {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 1_000 && Math.abs(term) > Math.abs(sum) * precision; n += 1) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * Math.exp(-x + a * Math.log(x) - logGamma(a));
};

/** Upper tail Q(a, x) by its continued fraction (modified Lentz); converges fast for x > a + 1. */
const upperByFraction = (a: number, x: number): number => {
  let b = x + 1 - a;
  let c = 1 / smallest;
  let d = 1 / b;
  let product = d;
  for (let n = 1; n < 1_000; n += 1) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (Math.abs(numerator * d + b) < smallest ? smallest : numerator * d + b);
    c = Math.abs(b + numerator / c) < smallest ? smallest : b + numerator / c;
    product *= d * c;
    if (Math.abs(d * c - 1) < precision) break;
  }
  return product * Math.exp(-x + a * Math.log(x) - logGamma(a));
};

/**
 * P(χ² ≥ x) with the given degrees of freedom; 1 for x ≤ 0. With one degree, x = z² gives the two-sided normal p-value.
 * Regularised incomplete gamma function (Abramowitz & Stegun 6.5).
 */
export const chiSquareTail = (x: number, degreesOfFreedom: number): number => {
  if (x <= 0) return 1;
  const a = degreesOfFreedom / 2;
  const tail = x / 2 < a + 1 ? 1 - lowerBySeries(a, x / 2) : upperByFraction(a, x / 2);
  return Math.min(1, Math.max(0, tail));
};
