import { incompleteBeta } from '../../core/numeric/incomplete-beta.ts';

/** The x below which `share` (0–1) of the beta distribution with parameters a, b above 0 lies, by bisection; 0–1. */
export const betaQuantile = (share: number, a: number, b: number): number => {
  let low = 0;
  let high = 1;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
