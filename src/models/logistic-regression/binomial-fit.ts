import { numberAt } from '../estimation/number-at.ts';
import { logGamma } from '../../core/numeric/log-gamma.ts';
import type { Outcomes } from './logistic-likelihood.ts';

/** How well probabilities fit what happened. */
export interface BinomialFit {
  readonly observations: number;
  readonly events: number;
  /** With the constant of the counts, so that it can be compared with R's. */
  readonly logLikelihood: number;
  /** Log-likelihood of one probability for all. */
  readonly nullLogLikelihood: number;
  /** Twice the distance from a perfect fit, and its degrees of freedom. */
  readonly deviance: number;
  readonly degreesOfFreedom: number;
  readonly nullDeviance: number;
  /** −2 log-likelihood + 2 × parameters (Akaike 1974). */
  readonly aic: number;
  /** 1 − log-likelihood ÷ null log-likelihood (McFadden 1974). */
  readonly pseudoR2: number;
}

/** a · ln b, 0 when a is 0. */
const aLogB = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(b));

const choose = (n: number, k: number): number =>
  k === 0 || k === n ? 0 : logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

const logLikelihoodOf = ({ events, trials }: Outcomes, probabilityOf: (place: number) => number): number => {
  let sum = 0;
  for (let place = 0; place < events.length; place += 1) {
    const [happened, possible] = [numberAt(events, place), numberAt(trials, place)];
    const probability = probabilityOf(place);
    sum += choose(possible, happened);
    sum += aLogB(happened, probability) + aLogB(possible - happened, 1 - probability);
  }
  return sum;
};

/** The measures of fit of probabilities that took `parameters` coefficients to find. */
export const binomialFit = (
  outcomes: Outcomes,
  probabilities: readonly number[],
  parameters: number,
): BinomialFit => {
  const { events, trials } = outcomes;
  const happened = Array.from(events).reduce((sum, count) => sum + count, 0);
  const possible = Array.from(trials).reduce((sum, count) => sum + count, 0);
  const logLikelihood = logLikelihoodOf(outcomes, (place) => numberAt(probabilities, place));
  const nullLogLikelihood = logLikelihoodOf(outcomes, () => happened / possible);
  const perfect = logLikelihoodOf(outcomes, (place) => numberAt(events, place) / numberAt(trials, place));
  return {
    observations: events.length,
    events: happened,
    logLikelihood,
    nullLogLikelihood,
    deviance: 2 * (perfect - logLikelihood),
    degreesOfFreedom: events.length - parameters,
    nullDeviance: 2 * (perfect - nullLogLikelihood),
    aic: 2 * parameters - 2 * logLikelihood,
    pseudoR2: 1 - logLikelihood / nullLogLikelihood,
  };
};
