import { gaussHypergeometric } from '../../core/numeric/gauss-hypergeometric.ts';
import { logBeta, logGamma } from '../../core/numeric/log-gamma.ts';
import { logAddExp } from '../../core/numeric/log-sum-exp.ts';

/**
 * Parameters of BG/BB: the chance to buy at an occasion is beta(α, β) over customers, the chance to leave before one is
 * beta(γ, δ). All above 0.
 */
export interface BgBbParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** One customer's purchases at occasions. */
export interface OpportunityHistory {
  /** x, from 0. */
  readonly repeatCount: number;
  /** t_x, from 1; 0 without a purchase. */
  readonly lastOccasion: number;
  /** n. */
  readonly occasions: number;
}

/** ln P(x given purchases at `tried` occasions) of the beta-binomial, without the number of orders. */
const logBought = ({ alpha, beta }: BgBbParameters, x: number, tried: number): number =>
  logBeta(alpha + x, beta + tried - x) - logBeta(alpha, beta);
/** ln P(stays through so many occasions). */
const logStayed = ({ gamma, delta }: BgBbParameters, occasions: number): number =>
  logBeta(gamma, delta + occasions) - logBeta(gamma, delta);
/** ln P(leaves just after so many occasions). */
const logLeft = ({ gamma, delta }: BgBbParameters, occasions: number): number =>
  logBeta(gamma + 1, delta + occasions) - logBeta(gamma, delta);
const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** ln L of one history (Fader, Hardie & Shang 2010, equation 5). */
const logLikelihood = (parameters: BgBbParameters, history: OpportunityHistory): number => {
  const { repeatCount: x, lastOccasion, occasions } = history;
  let sum = logBought(parameters, x, occasions) + logStayed(parameters, occasions);
  for (let tried = lastOccasion; tried < occasions; tried += 1)
    sum = logAddExp(sum, logBought(parameters, x, tried) + logLeft(parameters, tried));
  return sum;
};

/**
 * Probability in 0–1 that a customer with this history is still one `ahead` occasions after the last observed one (Fader,
 * Hardie & Shang 2010, equation 11). 0 = now; the paper and R's BTYD mean 1: at the next occasion.
 */
export const opportunityPAlive = (
  parameters: BgBbParameters,
  history: OpportunityHistory,
  ahead = 0,
): number => {
  const { repeatCount, occasions } = history;
  const alive = logBought(parameters, repeatCount, occasions) + logStayed(parameters, occasions + ahead);
  return Math.min(1, Math.exp(alive - logLikelihood(parameters, history)));
};

/** Σ over k = 1 … n of P(stays through k more occasions | stayed through `after`): all terms positive, no case for γ = 1. */
const expectedOccasions = ({ gamma, delta }: BgBbParameters, after: number, n: number): number => {
  let [staying, sum] = [1, 0];
  for (let k = 0; k < n; k += 1) {
    staying *= (delta + after + k) / (gamma + delta + after + k);
    sum += staying;
  }
  return sum;
};

/** E[X(n)]: purchases to be expected of a new customer at the first n occasions (equation 8). */
export const expectedOpportunityRepeats = (parameters: BgBbParameters, n: number): number =>
  (parameters.alpha / (parameters.alpha + parameters.beta)) * expectedOccasions(parameters, 0, n);

/** Purchases to be expected at the next n occasions of a customer with this history (equation 13). */
export const expectedNextOpportunityPurchases = (
  parameters: BgBbParameters,
  history: OpportunityHistory,
  n: number,
): number => {
  const { alpha, beta } = parameters;
  const { repeatCount, occasions } = history;
  return (
    (opportunityPAlive(parameters, history) *
      (alpha + repeatCount) *
      expectedOccasions(parameters, occasions, n)) /
    (alpha + beta + occasions)
  );
};

/**
 * P(x purchases at n occasions) of a new customer for x = 0 … n, counted from after the first `after` occasions (equations 7
 * and 9). Index = x.
 */
export const opportunityProbabilities = (parameters: BgBbParameters, n: number, after = 0): Float64Array =>
  Float64Array.from({ length: n + 1 }, (_, x) => {
    const way = (tried: number, fate: number): number =>
      Math.exp(logChoose(tried, x) + logBought(parameters, x, tried) + fate);
    let sum = way(n, logStayed(parameters, after + n));
    for (let tried = x; tried < n; tried += 1) sum += way(tried, logLeft(parameters, after + tried));
    return x === 0 ? sum - Math.expm1(logStayed(parameters, after)) : sum;
  });

/**
 * DERT: purchases to be expected at all occasions to come of a customer with this history, the k-th discounted by (1 + d)^−k
 * (Fader, Hardie & Shang 2010, equation 14, with the next occasion one period away). d > 0 per occasion.
 */
export const discountedOpportunityPurchases = (
  parameters: BgBbParameters,
  history: OpportunityHistory,
  discount: number,
): number => {
  const { alpha, beta, gamma, delta } = parameters;
  const { repeatCount, occasions } = history;
  const stays = (delta + occasions) / (gamma + delta + occasions);
  const series = gaussHypergeometric(
    1,
    delta + occasions + 1,
    gamma + delta + occasions + 1,
    1 / (1 + discount),
  );
  const rate = (alpha + repeatCount) / (alpha + beta + occasions);
  return (opportunityPAlive(parameters, history) * rate * stays * series) / (1 + discount);
};
