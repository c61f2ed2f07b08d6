import type { TimeUnit } from '../../../core/duration.ts';
import { at } from '../../../core/numeric/at.ts';
import { createRisingFactorial, fillRisingFactorial } from '../../../core/numeric/rising-factorial.ts';
import type { LikelihoodProblem } from '../../maximum-likelihood/likelihood-problem.ts';
import type { GroupedHistories } from '../purchase-histories.ts';
import { emptyDepartures, integrateDepartures } from './departure-integral.ts';

/** Names of the parameters of the Pareto/NBD model, in the order of the likelihood. */
export type ParetoNbdName = 'r' | 'alpha' | 's' | 'beta';

/**
 * Log-likelihood of Pareto/NBD with its gradient (Schmittlein, Morrison & Colombo 1987; Fader & Hardie 2005, "A note on
 * deriving the Pareto/NBD model", before the departures are written with ₂F₁): those alive at T and an integral over the time
 * of departure of the others.
 */
export const paretoNbdProblem = <U extends TimeUnit>(
  histories: GroupedHistories<U>,
): LikelihoodProblem<ParetoNbdName> => {
  const { repeatCount, lastIndex, ageIndex, counts, lastAges, ages, mostRepeats, customers } = histories;
  const rising = createRisingFactorial(mostRepeats);
  const departures = emptyDepartures();
  const evaluate = (parameters: Float64Array, gradient: Float64Array): number => {
    const [r, alpha, s, beta] = [0, 1, 2, 3].map((index) => at(parameters, index)) as [
      number,
      number,
      number,
      number,
    ];
    const [logAlpha, logBeta, logS] = [Math.log(alpha), Math.log(beta), Math.log(s)];
    fillRisingFactorial(rising, r);
    let [value, slopeR, slopeAlpha, slopeS, slopeBeta] = [0, 0, 0, 0, 0];
    for (let group = 0; group < repeatCount.length; group += 1) {
      const count = at(counts, group);
      if (count === 0) continue;
      const x = at(repeatCount, group);
      const last = at(lastAges, at(lastIndex, group));
      const age = at(ages, at(ageIndex, group));
      integrateDepartures(departures, alpha, beta, r + x, s + 1, last, age);
      const [ageAlpha, ageBeta] = [Math.log(alpha + age), Math.log(beta + age)];
      const alive = -(r + x) * ageAlpha - s * ageBeta;
      const left =
        logS +
        Math.log(departures.value) -
        (r + x) * Math.log(alpha + last) -
        (s + 1) * Math.log(beta + last);
      const odds = left - alive;
      const small = Math.exp(odds > 0 ? -odds : odds);
      const shareLeft = odds > 0 ? 1 / (1 + small) : small / (1 + small);
      const shareAlive = 1 - shareLeft;
      value +=
        count * (at(rising.log, x) + r * logAlpha + s * logBeta + Math.max(alive, left) + Math.log1p(small));
      slopeR +=
        count * (at(rising.slope, x) + logAlpha - shareAlive * ageAlpha - shareLeft * departures.logAlpha);
      slopeAlpha +=
        count * (r / alpha - (r + x) * (shareAlive / (alpha + age) + shareLeft * departures.perAlpha));
      slopeS += count * (logBeta - shareAlive * ageBeta + shareLeft * (1 / s - departures.logBeta));
      slopeBeta +=
        count * (s / beta - (s * shareAlive) / (beta + age) - (s + 1) * shareLeft * departures.perBeta);
    }
    gradient.set([slopeR, slopeAlpha, slopeS, slopeBeta]);
    return value;
  };
  const { longestAge } = histories;
  return { names: ['r', 'alpha', 's', 'beta'], scales: [1, longestAge, 1, longestAge], customers, evaluate };
};
