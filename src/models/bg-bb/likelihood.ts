import { at } from '../../core/numeric/at.ts';
import { createRisingFactorial, fillRisingFactorial } from '../../core/numeric/rising-factorial.ts';
import type { LikelihoodProblem } from '../maximum-likelihood/likelihood-problem.ts';
import type { GroupedOpportunities } from './opportunity-histories.ts';

/** Names of the parameters of the BG/BB model, in the order of the likelihood. */
export type BgBbName = 'alpha' | 'beta' | 'gamma' | 'delta';

/**
 * Log-likelihood of BG/BB with its gradient (Fader, Hardie & Shang 2010, equation 5): bought at x of the occasions up to the
 * last purchase, then either stayed without buying or left before one of the occasions that follow. Beta functions come from
 * tables of rising factorials.
 */
export const bgBbProblem = (histories: GroupedOpportunities): LikelihoodProblem<BgBbName> => {
  const { repeatCount, lastOccasion, occasions, counts, mostOccasions, customers } = histories;
  const tables = [0, 1, 2, 3, 4, 5].map(() => createRisingFactorial(mostOccasions + 1)) as [
    ReturnType<typeof createRisingFactorial>,
    ReturnType<typeof createRisingFactorial>,
    ReturnType<typeof createRisingFactorial>,
    ReturnType<typeof createRisingFactorial>,
    ReturnType<typeof createRisingFactorial>,
    ReturnType<typeof createRisingFactorial>,
  ];
  const [alphas, betas, sums, gammas, deltas, lasts] = tables;
  const logTerms = new Float64Array(mostOccasions + 1);

  /** ln of one way: x purchases at `tried` occasions, then left (1) or not (0) after `stayed` occasions. */
  const logTerm = (x: number, tried: number, left: 0 | 1, stayed: number): number =>
    at(alphas.log, x) +
    at(betas.log, tried - x) -
    at(sums.log, tried) +
    at(gammas.log, left) +
    at(deltas.log, stayed) -
    at(lasts.log, stayed + left);
  const slopes = new Float64Array(4);
  const addSlopes = (share: number, x: number, tried: number, left: 0 | 1, stayed: number): void => {
    const [sum, last] = [at(sums.slope, tried), at(lasts.slope, stayed + left)];
    slopes[0] = at(slopes, 0) + share * (at(alphas.slope, x) - sum);
    slopes[1] = at(slopes, 1) + share * (at(betas.slope, tried - x) - sum);
    slopes[2] = at(slopes, 2) + share * (at(gammas.slope, left) - last);
    slopes[3] = at(slopes, 3) + share * (at(deltas.slope, stayed) - last);
  };

  const evaluate = (parameters: Float64Array, gradient: Float64Array): number => {
    const [alpha, beta, gamma, delta] = [...parameters] as [number, number, number, number];
    [alpha, beta, alpha + beta, gamma, delta, gamma + delta].forEach((value, index) => {
      fillRisingFactorial(tables[index] as (typeof tables)[0], value);
    });
    slopes.fill(0);
    let value = 0;
    for (let group = 0; group < counts.length; group += 1) {
      const [x, last, n] = [at(repeatCount, group), at(lastOccasion, group), at(occasions, group)];
      const ways = n - last;
      logTerms[ways] = logTerm(x, n, 0, n);
      let highest = at(logTerms, ways);
      for (let way = 0; way < ways; way += 1) {
        logTerms[way] = logTerm(x, last + way, 1, last + way);
        highest = Math.max(highest, at(logTerms, way));
      }
      let sum = 0;
      for (let way = 0; way <= ways; way += 1) sum += Math.exp(at(logTerms, way) - highest);
      const count = at(counts, group);
      const total = highest + Math.log(sum);
      value += count * total;
      for (let way = 0; way < ways; way += 1)
        addSlopes(count * Math.exp(at(logTerms, way) - total), x, last + way, 1, last + way);
      addSlopes(count * Math.exp(at(logTerms, ways) - total), x, n, 0, n);
    }
    gradient.set(slopes);
    return value;
  };
  return { names: ['alpha', 'beta', 'gamma', 'delta'], scales: [1, 1, 1, 1], customers, evaluate };
};
