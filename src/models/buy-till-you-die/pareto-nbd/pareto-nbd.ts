import { logIntegrateConcave } from '../../../core/numeric/integrate-log-concave.ts';
import { logGamma } from '../../../core/numeric/log-gamma.ts';
import { logNegativeBinomial } from '../negative-binomial.ts';
import type { PurchaseLaw } from '../purchase-law.ts';
import { emptyDepartures, integrateDepartures } from './departure-integral.ts';

/**
 * Parameters of Pareto/NBD: purchase rates are gamma(r, α) and departure rates gamma(s, β) over customers, α and β in the
 * unit of time. All above 0.
 */
export interface ParetoNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/** ∫ over 0 … t of (β ÷ (β + u))^s du: the expected time as a customer within t; no case for s = 1. */
const expectedStay = (s: number, beta: number, t: number): number => {
  const length = Math.log1p(t / beta);
  const power = (1 - s) * length;
  return beta * length * (Math.abs(power) < 1e-12 ? 1 : Math.expm1(power) / power);
};

/** P(alive at T | x, t_x, T) of Pareto/NBD (Schmittlein, Morrison & Colombo 1987, equations 11–13). */
const pAlive = ({ r, alpha, s, beta }: ParetoNbdParameters, x: number, tx: number, age: number): number => {
  const departures = emptyDepartures();
  integrateDepartures(departures, alpha, beta, r + x, s + 1, tx, age);
  const logOdds =
    Math.log((s * departures.value) / (beta + tx)) +
    (r + x) * Math.log((alpha + age) / (alpha + tx)) +
    s * Math.log((beta + age) / (beta + tx));
  return 1 / (1 + Math.exp(logOdds));
};

/** P(X(t) = n): alive at t, or left at some time before (Fader & Hardie 2006, "Deriving an expression for P(X(t) = x)"). */
const probability = ({ r, alpha, s, beta }: ParetoNbdParameters, t: number, n: number): number => {
  if (t === 0) return n === 0 ? 1 : 0;
  const alive = Math.exp(logNegativeBinomial(r, alpha, t, n) - s * Math.log1p(t / beta));
  const choose = n === 0 ? 0 : logGamma(r + n) - logGamma(r) - logGamma(n + 1);
  const constant = choose + r * Math.log(alpha) + s * Math.log(beta) + Math.log(s);
  const integrand = (w: number): number => {
    const time = Math.exp(w);
    return (n + 1) * w - (r + n) * Math.log(alpha + time) - (s + 1) * Math.log(beta + time);
  };
  const end = Math.log(t);
  const start = Math.min(end, Math.log(Math.min(alpha, beta))) - 45;
  return alive + Math.exp(constant + logIntegrateConcave(integrand, start, end));
};

/**
 * Pareto/NBD (Schmittlein, Morrison & Colombo 1987): P(alive), E[X(t)] (equation 17), E[Y(t)] for those alive (equation 22)
 * and P(X(t) = n). Holds for α above, below and equal to β and for s = 1.
 */
export const paretoNbd: PurchaseLaw<ParetoNbdParameters> = {
  pAlive,
  expectedRepeats: ({ r, alpha, s, beta }, t) => (t > 0 ? (r / alpha) * expectedStay(s, beta, t) : 0),
  expectedIfAlive: ({ r, alpha, s, beta }, x, age, t) =>
    t > 0 ? ((r + x) / (alpha + age)) * expectedStay(s, beta + age, t) : 0,
  repeatProbabilities: (parameters, t, most) =>
    Float64Array.from({ length: most + 1 }, (_, n) => probability(parameters, t, n)),
};

/**
 * DERT: expected purchases over all the future of a customer with this history, each discounted continuously at `rate` per
 * unit of time (Fader, Hardie & Lee 2005, "RFM and CLV", equation 2, with the integral in place of the confluent
 * hypergeometric function). `rate` must be above 0: without discounting the sum may not end. δ = ln(1 + yearly rate) ÷ 52 for
 * weeks.
 */
export const discountedResidualRepeats = (
  parameters: ParetoNbdParameters,
  x: number,
  tx: number,
  age: number,
  rate: number,
): number => {
  const { r, alpha, s, beta } = parameters;
  const decay = rate * (beta + age);
  // In w = ln y: ∫ (1 + y)^−s e^(−κy) dy over all y.
  const integrand = (w: number): number => w - s * Math.log1p(Math.exp(w)) - decay * Math.exp(w);
  const scale = Math.min(0, -Math.log(decay));
  const integral = Math.exp(logIntegrateConcave(integrand, scale - 45, Math.log(60 / decay)));
  return (pAlive(parameters, x, tx, age) * (r + x) * (beta + age) * integral) / (alpha + age);
};
