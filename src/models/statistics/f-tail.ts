import { incompleteBeta } from '../../core/numeric/incomplete-beta.ts';

/** P(F ≥ f) of Fisher's distribution with the given degrees of freedom (Abramowitz & Stegun 26.6.2); 1 for f ≤ 0. */
export const fTail = (f: number, numeratorDegrees: number, denominatorDegrees: number): number =>
  f <= 0
    ? 1
    : incompleteBeta(
        denominatorDegrees / (denominatorDegrees + numeratorDegrees * f),
        denominatorDegrees / 2,
        numeratorDegrees / 2,
      );
