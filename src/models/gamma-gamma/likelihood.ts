import { at } from '../../core/numeric/at.ts';
import { digamma } from '../../core/numeric/digamma.ts';
import { logGamma } from '../../core/numeric/log-gamma.ts';
import type { LikelihoodProblem } from '../maximum-likelihood/likelihood-problem.ts';
import type { Spenders } from './spend-histories.ts';

/** Names of the parameters of the gamma-gamma model, in the order of the likelihood. */
export type GammaGammaName = 'p' | 'q' | 'v';

/**
 * Log-likelihood of the gamma-gamma model of spend with its gradient (Fader & Hardie 2013, "The gamma-gamma model of monetary
 * value", equation 1a). Gamma functions are taken once for each distinct x, one logarithm for each customer.
 */
export const gammaGammaProblem = (spenders: Spenders): LikelihoodProblem<GammaGammaName> => {
  const { repeatCount, meanSpend, counts, mostRepeats, customers, averageSpend } = spenders;
  const countByX = new Map<number, number>();
  /** Σ count·x·ln(x·m), Σ count·ln m and Σ count: all that p sees of the spend. */
  let [logTotals, logMeans] = [0, 0];
  repeatCount.forEach((x, row) => {
    const count = at(counts, row);
    countByX.set(x, (countByX.get(x) ?? 0) + count);
    logTotals += count * x * Math.log(x * at(meanSpend, row));
    logMeans += count * Math.log(at(meanSpend, row));
  });
  const repeats = [...countByX].filter(([x]) => x <= mostRepeats);
  const evaluate = (parameters: Float64Array, gradient: Float64Array): number => {
    const [p, q, v] = [at(parameters, 0), at(parameters, 1), at(parameters, 2)];
    let value = customers * (q * Math.log(v) - logGamma(q)) + p * logTotals - logMeans;
    let slopeP = logTotals;
    let slopeQ = customers * (Math.log(v) - digamma(q));
    let slopeV = (customers * q) / v;
    for (const [x, count] of repeats) {
      const together = digamma(p * x + q);
      value += count * (logGamma(p * x + q) - logGamma(p * x));
      slopeP += count * x * (together - digamma(p * x));
      slopeQ += count * together;
    }
    for (let row = 0; row < counts.length; row += 1) {
      const [count, x] = [at(counts, row), at(repeatCount, row)];
      const whole = x * at(meanSpend, row) + v;
      const logWhole = count * Math.log(whole);
      value -= (p * x + q) * logWhole;
      slopeP -= x * logWhole;
      slopeQ -= logWhole;
      slopeV -= (count * (p * x + q)) / whole;
    }
    gradient.set([slopeP, slopeQ, slopeV]);
    return value;
  };
  return { names: ['p', 'q', 'v'], scales: [1, 1, averageSpend], customers, evaluate };
};
