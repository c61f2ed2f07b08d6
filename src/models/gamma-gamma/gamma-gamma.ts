import { at } from '../../core/numeric/at.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type { MaximumLikelihoodFit, ModelError } from '../maximum-likelihood/likelihood-problem.ts';
import { maximizeLikelihood } from '../maximum-likelihood/maximize-likelihood.ts';
import type { GammaGammaName } from './likelihood.ts';
import { gammaGammaProblem } from './likelihood.ts';
import { sampleSpenders, selectSpenders } from './spend-histories.ts';
import type { SpendHistories } from './spend-histories.ts';

/**
 * Parameters of the gamma-gamma model: the spend of a purchase is gamma(p, ν), ν over customers is gamma(q, v), v in the
 * currency. All above 0; a mean exists for q > 1.
 */
export interface GammaGammaParameters {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

/** A fitted gamma-gamma model. Plain data. */
export interface GammaGammaFit extends MaximumLikelihoodFit<GammaGammaName> {
  readonly model: 'gamma-gamma';
}

const searchedRows = 4_000;

/**
 * Fits the gamma-gamma model by maximum likelihood (Fader & Hardie 2013) to the customers with a repeat purchase and a mean
 * spend above 0. Refused: fewer than two of them, all of the same mean (nothing varies), and q ≤ 1, where the mean spend of the
 * customer base has no bound and no value can be expected. `near`: see `fitPurchases`.
 */
export const fitGammaGamma = (
  histories: SpendHistories,
  near?: readonly number[],
): Result<GammaGammaFit, ModelError> => {
  const spenders = selectSpenders(histories);
  if (!spenders.ok) return spenders;
  const { meanSpend } = spenders.value;
  if (meanSpend.every((m) => m === meanSpend[0]))
    return err({ kind: 'fit-failed', reason: 'all customers spend the same' });
  const smaller = near === undefined ? sampleSpenders(spenders.value, searchedRows) : undefined;
  const fit = maximizeLikelihood(gammaGammaProblem(spenders.value), {
    ...(smaller === undefined ? {} : { coarse: gammaGammaProblem(smaller) }),
    ...(near === undefined ? {} : { near }),
  });
  if (!Number.isFinite(fit.logLikelihood))
    return err({ kind: 'fit-failed', reason: 'likelihood is not finite' });
  if (!(fit.parameters.q > 1))
    return err({
      kind: 'fit-failed',
      reason: `q = ${fit.parameters.q} is not above 1: mean spend is unbounded`,
    });
  return ok({ model: 'gamma-gamma', ...fit });
};

/** Mean spend of a purchase over all customers, p·v ÷ (q − 1); null for q ≤ 1, where there is none. */
export const meanSpendOf = ({ p, q, v }: GammaGammaParameters): number | null =>
  q > 1 ? (p * v) / (q - 1) : null;

/**
 * E[M | x, m]: mean spend to be expected of a customer's next purchases, between the customer's own mean m of x repeats and the
 * mean of all (Fader & Hardie 2013, equation 5); the mean of all at x = 0. Null for q ≤ 1.
 */
export const expectedSpend = ({ p, q, v }: GammaGammaParameters, x: number, m: number): number | null => {
  if (!(q > 1)) return null;
  return x === 0 ? (p * v) / (q - 1) : (p * (v + x * m)) / (p * x + q - 1);
};

/** Whether how much customers spend has to do with how often they buy, which the model assumes it hasn't. */
export interface SpendIndependence {
  /** Pearson's correlation of x and m over customers with repeats; null when one of them doesn't vary. */
  readonly correlation: number | null;
  /** Whether it is beyond ±0.3 (house rule): then CLV from the two models is not to be trusted. */
  readonly isDoubtful: boolean;
}

/** Checks the assumption of the gamma-gamma model that spend is independent of frequency (Fader & Hardie 2013). */
export const checkSpendIndependence = (histories: SpendHistories): SpendIndependence => {
  const spenders = selectSpenders(histories);
  if (!spenders.ok) return { correlation: null, isDoubtful: false };
  const { repeatCount, meanSpend, counts, customers, averageSpend } = spenders.value;
  let meanX = 0;
  repeatCount.forEach((x, row) => (meanX += (x * at(counts, row)) / customers));
  let [xx, mm, xm] = [0, 0, 0];
  repeatCount.forEach((x, row) => {
    const [dx, dm, count] = [x - meanX, at(meanSpend, row) - averageSpend, at(counts, row)];
    xx += count * dx * dx;
    mm += count * dm * dm;
    xm += count * dx * dm;
  });
  const correlation = xx > 0 && mm > 0 ? xm / Math.sqrt(xx * mm) : null;
  return { correlation, isDoubtful: Math.abs(correlation ?? 0) > 0.3 };
};
