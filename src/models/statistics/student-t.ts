import { logGamma } from './log-gamma.ts';

const smallest = 1e-300;

const guarded = (value: number): number => (Math.abs(value) < smallest ? smallest : value);

/** Continued fraction of the incomplete beta function (modified Lentz). */
const betaFraction = (x: number, a: number, b: number): number => {
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let product = d;
  for (let m = 1; m < 500; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    product *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    product *= d * c;
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return product;
};

/** Regularised incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1. */
export const incompleteBeta = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x));
  return x < (a + 1) / (a + b + 2)
    ? (front * betaFraction(x, a, b)) / a
    : 1 - (front * betaFraction(1 - x, b, a)) / b;
};

/** P(|T| ≥ |t|) of Student's distribution; degrees of freedom above 0 need not be whole (Welch). */
export const studentTwoSidedP = (t: number, degreesOfFreedom: number): number =>
  incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);

/** The t beyond which 5 % of Student's distribution lie on both sides together: 12.706 for 1 degree, 1.96 for many. */
export const studentCritical95 = (degreesOfFreedom: number): number => {
  let low = 0;
  let high = 2;
  while (studentTwoSidedP(high, degreesOfFreedom) > 0.05) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentTwoSidedP(middle, degreesOfFreedom) > 0.05) low = middle;
    else high = middle;
  }
  return high;
};
