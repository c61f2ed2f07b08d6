import { chiSquareTail } from './chi-square-tail.ts';

/** P(|Z| ≥ |z|) of the standard normal distribution: the two-sided p-value of a Wald test. */
export const normalTwoSidedP = (z: number): number => chiSquareTail(z * z, 1);

/** The z within which `level` of the standard normal distribution lies, 0 < level < 1: 1.96 for 0.95. */
export const normalCritical = (level: number): number => {
  let low = 0;
  let high = 40;
  for (let step = 0; step < 70; step += 1) {
    const middle = (low + high) / 2;
    if (normalTwoSidedP(middle) > 1 - level) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
