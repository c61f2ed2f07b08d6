import { at } from '../../core/numeric/at.ts';
import { createRisingFactorial, fillRisingFactorial } from '../../core/numeric/rising-factorial.ts';
import { err, ok } from '../../core/result.ts';
import type { Result } from '../../core/result.ts';
import type {
  LikelihoodProblem,
  MaximumLikelihoodFit,
  ModelError,
} from '../maximum-likelihood/likelihood-problem.ts';
import { maximizeLikelihood } from '../maximum-likelihood/maximize-likelihood.ts';
import { countDepartures } from './survivor-cohort.ts';
import type { Departures, SurvivorCohort } from './survivor-cohort.ts';

/** A fitted shifted-beta-geometric model. Plain data. */
export interface ShiftedBetaGeometricFit extends MaximumLikelihoodFit<'alpha' | 'beta'> {
  readonly model: 'shifted-beta-geometric';
}

/** ln L = Σ lost·ln P(T = t) + Σ kept·ln S(t) (Fader & Hardie 2007, appendix B, for several cohorts), with its gradient. */
const sbgProblem = ({ customers, lost, kept }: Departures): LikelihoodProblem<'alpha' | 'beta'> => {
  const betas = createRisingFactorial(lost.length);
  const sums = createRisingFactorial(lost.length);
  return {
    names: ['alpha', 'beta'],
    scales: [1, 1],
    customers,
    evaluate: (parameters, gradient) => {
      const [alpha, beta] = [at(parameters, 0), at(parameters, 1)];
      fillRisingFactorial(betas, beta);
      fillRisingFactorial(sums, alpha + beta);
      let [value, slopeAlpha, slopeBeta] = [0, 0, 0];
      for (let t = 0; t < lost.length; t += 1) {
        const stayed = at(kept, t);
        value += stayed * (at(betas.log, t) - at(sums.log, t));
        slopeAlpha -= stayed * at(sums.slope, t);
        slopeBeta += stayed * (at(betas.slope, t) - at(sums.slope, t));
        if (t === 0) continue;
        const left = at(lost, t);
        value += left * (Math.log(alpha) + at(betas.log, t - 1) - at(sums.log, t));
        slopeAlpha += left * (1 / alpha - at(sums.slope, t));
        slopeBeta += left * (at(betas.slope, t - 1) - at(sums.slope, t));
      }
      gradient.set([slopeAlpha, slopeBeta]);
      return value;
    },
  };
};

/**
 * Fits sBG by maximum likelihood to the survivors of one or several cohorts of contract customers. Cohorts in which nobody
 * left, or nobody stayed, run to a boundary, which `status` tells.
 */
export const fitShiftedBetaGeometric = (
  cohorts: readonly SurvivorCohort[],
): Result<ShiftedBetaGeometricFit, ModelError> => {
  const departures = countDepartures(cohorts);
  if (!departures.ok) return departures;
  const fit = maximizeLikelihood(sbgProblem(departures.value));
  if (!Number.isFinite(fit.logLikelihood))
    return err({ kind: 'fit-failed', reason: 'likelihood is not finite' });
  return ok({ model: 'shifted-beta-geometric', ...fit });
};
