import { incompleteBeta } from '../../core/numeric/incomplete-beta.ts';

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
