import { at } from '../../core/numeric/at.ts';
import { digamma } from '../../core/numeric/digamma.ts';
import { logRising } from '../../core/numeric/log-rising.ts';
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

type Name = 'alpha' | 'beta' | 'c';

/** A fitted beta-discrete-Weibull model. Plain data. */
export interface BetaDiscreteWeibullFit extends MaximumLikelihoodFit<Name> {
  readonly model: 'beta-discrete-weibull';
}

/** S(t) and its slopes in α, β and c. */
const survivalWithSlopes = (
  alpha: number,
  beta: number,
  c: number,
  t: number,
): readonly [number, number, number, number] => {
  if (t === 0) return [1, 0, 0, 0];
  const time = t ** c;
  const survival = Math.exp(logRising(beta, time) - logRising(alpha + beta, time));
  const late = digamma(alpha + beta + time);
  const early = digamma(alpha + beta);
  const inTime = digamma(beta + time) - late;
  return [
    survival,
    survival * (early - late),
    survival * (inTime - digamma(beta) + early),
    survival * inTime * time * Math.log(t),
  ];
};

const problemOf = ({ customers, lost, kept }: Departures): LikelihoodProblem<Name> => ({
  names: ['alpha', 'beta', 'c'],
  scales: [1, 1, 1],
  customers,
  evaluate: (parameters, gradient) => {
    gradient.fill(0);
    let value = 0;
    let before: readonly number[] = [1, 0, 0, 0];
    for (let t = 0; t < lost.length; t += 1) {
      const now = survivalWithSlopes(at(parameters, 0), at(parameters, 1), at(parameters, 2), t);
      const left = at(before, 0) - now[0];
      if (at(lost, t) > 0) value += at(lost, t) * Math.log(left);
      if (at(kept, t) > 0) value += at(kept, t) * Math.log(now[0]);
      for (let index = 0; index < 3; index += 1) {
        const slope = at(now, index + 1);
        const byLost = at(lost, t) > 0 ? (at(lost, t) * (at(before, index + 1) - slope)) / left : 0;
        gradient[index] =
          at(gradient, index) + byLost + (at(kept, t) > 0 ? (at(kept, t) * slope) / now[0] : 0);
      }
      before = now;
    }
    return value;
  },
});

/** S(t) = B(α, β + t^c) ÷ B(α, β) for t = 0 … most (Fader & Hardie 2018, "How to project customer retention revisited"). */
export const betaDiscreteWeibullSurvival = (
  { alpha, beta, c }: Readonly<Record<Name, number>>,
  most: number,
): Float64Array =>
  Float64Array.from({ length: most + 1 }, (_, t) => survivalWithSlopes(alpha, beta, c, t)[0]);

/**
 * Fits the beta-discrete-Weibull model, sBG in which a customer's own chance to leave falls (c < 1) or rises (c > 1) with
 * tenure, by maximum likelihood to the survivors of one or several cohorts. c = 1 is sBG. Needs three periods or more.
 */
export const fitBetaDiscreteWeibull = (
  cohorts: readonly SurvivorCohort[],
): Result<BetaDiscreteWeibullFit, ModelError> => {
  const departures = countDepartures(cohorts);
  if (!departures.ok) return departures;
  const periods = departures.value.lost.length - 1;
  if (periods < 3) return err({ kind: 'too-few', what: 'periods', found: periods, needed: 3 });
  const fit = maximizeLikelihood(problemOf(departures.value));
  if (!Number.isFinite(fit.logLikelihood))
    return err({ kind: 'fit-failed', reason: 'likelihood is not finite' });
  return ok({ model: 'beta-discrete-weibull', ...fit });
};
