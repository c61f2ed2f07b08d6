import { at } from '../../core/numeric/at.ts';

/**
 * DERL of any survival curve: discounted expected periods to come of a customer in period n = 1 … (index n − 1), just before
 * the n-th renewal, which is paid at once if it comes: D(n) = r(n)·(1 + D(n + 1) ÷ (1 + d)), r(n) = S(n) ÷ S(n − 1) (Fader &
 * Hardie 2010). `survival` is S(0), S(1), …; what lies beyond its end is left out, so it should reach far. d > 0 per period.
 */
export const residualLifetimes = (survival: ArrayLike<number>, discount: number): Float64Array => {
  const lifetimes = new Float64Array(Math.max(0, survival.length - 1));
  let next = 0;
  for (let n = lifetimes.length; n >= 1; n -= 1) {
    const before = at(survival, n - 1);
    next = before > 0 ? (at(survival, n) / before) * (1 + next / (1 + discount)) : 0;
    lifetimes[n - 1] = next;
  }
  return lifetimes;
};
