import { incompleteBeta } from '../../core/numeric/incomplete-beta.ts';

/** P(|T| ≥ |t|) of Student's distribution; degrees of freedom above 0 need not be whole (Welch). */
export const studentTwoSidedP = (t: number, degreesOfFreedom: number): number =>
  incompleteBeta(degreesOfFreedom / (degreesOfFreedom + t * t), degreesOfFreedom / 2, 0.5);

/** The t within which `level` of Student's distribution lies, 0 < level < 1; 12.706 for 0.95 and 1 degree of freedom. */
export const studentCritical = (degreesOfFreedom: number, level: number): number => {
  let low = 0;
  let high = 2;
  while (studentTwoSidedP(high, degreesOfFreedom) > 1 - level) high *= 2;
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (studentTwoSidedP(middle, degreesOfFreedom) > 1 - level) low = middle;
    else high = middle;
  }
  return high;
};

/** The t beyond which 5 % of Student's distribution lie on both sides together: 12.706 for 1 degree, 1.96 for many. */
export const studentCritical95 = (degreesOfFreedom: number): number =>
  studentCritical(degreesOfFreedom, 0.95);
