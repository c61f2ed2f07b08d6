import type { TimeUnit } from '../../../core/duration.ts';
import { at, realAt, wholeAt } from '../../../core/numeric/at.ts';
import { createRisingFactorial, fillRisingFactorial } from '../../../core/numeric/rising-factorial.ts';
import type { LikelihoodProblem } from '../../maximum-likelihood/likelihood-problem.ts';
import type { GroupedHistories } from '../purchase-histories.ts';

/** Names of the parameters of the BG/NBD and MBG/NBD models, in the order of the likelihood. */
export type BetaGeometricName = 'r' | 'alpha' | 'a' | 'b';

/**
 * Log-likelihood of the models in which a customer may leave after each purchase, with its gradient: BG/NBD (Fader, Hardie &
 * Lee 2005, equation 6, kept in logs) with `chancesBefore` = 0 and MBG/NBD (Batislam, Denizel & Filiztekin 2007), where the
 * first purchase is such an occasion too, with 1. ln Γ(r + x) − ln Γ(r) and its like are tabulated by x, ln(α + t) by the
 * distinct ages: a group costs one exponential and one logarithm.
 */
export const betaGeometricProblem = <U extends TimeUnit>(
  histories: GroupedHistories<U>,
  chancesBefore: 0 | 1,
): LikelihoodProblem<BetaGeometricName> => {
  const { repeatCount, lastIndex, ageIndex, counts, lastAges, ages, mostRepeats, customers } = histories;
  const shift = chancesBefore;
  const countByX = new Float64Array(mostRepeats + 1);
  repeatCount.forEach((x, group) => (countByX[x] = at(countByX, x) + at(counts, group)));
  const risingR = createRisingFactorial(mostRepeats + 1);
  const risingB = createRisingFactorial(mostRepeats + 1);
  const risingAb = createRisingFactorial(mostRepeats + 1);
  const logLast = new Float64Array(lastAges.length);
  const logAge = new Float64Array(ages.length);
  const perLast = new Float64Array(lastAges.length);
  const perAge = new Float64Array(ages.length);
  const logOdds = new Float64Array(mostRepeats + 1);
  const leftByX = new Float64Array(mostRepeats + 1);

  /** Σ of the parts that depend on x alone. */
  const addByRepeats = (parameters: Float64Array, gradient: Float64Array): number => {
    const [r, alpha, a, b] = [0, 1, 2, 3].map((index) => at(parameters, index)) as [
      number,
      number,
      number,
      number,
    ];
    const logAlpha = Math.log(alpha);
    let value = 0;
    for (let x = 0; x <= mostRepeats; x += 1) {
      const [count, k] = [at(countByX, x), x + shift];
      if (count === 0) continue;
      const left = at(leftByX, x);
      value += count * (at(risingR.log, x) + r * logAlpha + at(risingB.log, k) - at(risingAb.log, k));
      gradient[0] = at(gradient, 0) + count * (at(risingR.slope, x) + logAlpha);
      gradient[1] = at(gradient, 1) + (count * r) / alpha;
      gradient[2] = at(gradient, 2) - count * at(risingAb.slope, k) + left / a;
      gradient[3] =
        at(gradient, 3) +
        count * (at(risingB.slope, k) - at(risingAb.slope, k)) -
        (k > 0 ? left / (b + k - 1) : 0);
    }
    return value;
  };

  const fillTables = (parameters: Float64Array): void => {
    const [r, alpha, a, b] = [0, 1, 2, 3].map((index) => at(parameters, index)) as [
      number,
      number,
      number,
      number,
    ];
    fillRisingFactorial(risingR, r);
    fillRisingFactorial(risingB, b);
    fillRisingFactorial(risingAb, a + b);
    ages.forEach((age, index) => {
      logAge[index] = Math.log(alpha + age);
      perAge[index] = 1 / (alpha + age);
    });
    lastAges.forEach((age, index) => {
      logLast[index] = Math.log(alpha + age);
      perLast[index] = 1 / (alpha + age);
    });
    for (let x = 0; x <= mostRepeats; x += 1)
      logOdds[x] = x + shift > 0 ? Math.log(a / (b + x + shift - 1)) : -Infinity;
    leftByX.fill(0);
  };

  const evaluate = (parameters: Float64Array, gradient: Float64Array): number => {
    const r = at(parameters, 0);
    gradient.fill(0);
    fillTables(parameters);
    let [value, slopeR, slopeAlpha] = [0, 0, 0];
    for (let group = 0; group < repeatCount.length; group += 1) {
      const count = realAt(counts, group);
      const x = wholeAt(repeatCount, group);
      const atAge = realAt(logAge, wholeAt(ageIndex, group));
      const atLast = realAt(logLast, wholeAt(lastIndex, group));
      // Logarithm of the odds that the customer has left: the larger term is taken out of the sum.
      const odds = realAt(logOdds, x) + (r + x) * (atAge - atLast);
      const small = Math.exp(odds > 0 ? -odds : odds);
      const left = odds > 0 ? 1 / (1 + small) : small / (1 + small);
      const time = left * atLast + (1 - left) * atAge;
      value += count * ((odds > 0 ? odds : 0) + Math.log(1 + small) - (r + x) * atAge);
      slopeR -= count * time;
      slopeAlpha -=
        count *
        (r + x) *
        (left * realAt(perLast, wholeAt(lastIndex, group)) +
          (1 - left) * realAt(perAge, wholeAt(ageIndex, group)));
      leftByX[x] = realAt(leftByX, x) + count * left;
    }
    value += addByRepeats(parameters, gradient);
    gradient[0] = at(gradient, 0) + slopeR;
    gradient[1] = at(gradient, 1) + slopeAlpha;
    return value;
  };
  return { names: ['r', 'alpha', 'a', 'b'], scales: [1, histories.longestAge, 1, 1], customers, evaluate };
};
