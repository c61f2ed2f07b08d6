import { logGamma } from './log-gamma.ts';

/** Stirling's series from here on. */
const large = 10;

const beyondStirling = (x: number): number => {
  const inverse = 1 / x;
  const square = inverse * inverse;
  return inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680))));
};

/**
 * ln [Γ(x + t) ÷ Γ(x)] for x > 0, t ≥ 0, any real t. For large x the difference of two logarithms of Γ would lose as many digits
 * as they are large; this doesn't.
 */
export const logRising = (x: number, t: number): number =>
  x < large
    ? logGamma(x + t) - logGamma(x)
    : (x + t - 0.5) * Math.log1p(t / x) + t * (Math.log(x) - 1) + beyondStirling(x + t) - beyondStirling(x);
