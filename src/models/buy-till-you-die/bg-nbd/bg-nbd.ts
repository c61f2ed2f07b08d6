import { expectedWhileAlive } from '../beta-geometric/expected-purchases.ts';
import { betaGeometricProbabilities } from '../beta-geometric/repeat-distribution.ts';
import type { PurchaseLaw } from '../purchase-law.ts';

/**
 * Parameters of BG/NBD: purchase rates are gamma with shape r and rate α (in the unit of time) over customers, the chance to
 * leave after each repeat purchase is beta(a, b). All above 0.
 */
export interface BgNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * BG/NBD (Fader, Hardie & Lee 2005: P(alive) in the note of 2008, E[X(t)] equation 9, E[Y(t)] equation 10, P(X(t) = n)
 * equation 8). A customer can't leave before the first repeat: P(alive) is 1 at x = 0.
 */
export const bgNbd: PurchaseLaw<BgNbdParameters> = {
  pAlive: ({ r, alpha, a, b }, x, tx, age) =>
    x === 0
      ? 1
      : 1 / (1 + Math.exp(Math.log(a / (b + x - 1)) + (r + x) * Math.log((alpha + age) / (alpha + tx)))),
  expectedRepeats: (parameters, t) => expectedWhileAlive(parameters, t),
  expectedIfAlive: ({ r, alpha, a, b }, x, age, t) =>
    expectedWhileAlive({ r: r + x, alpha: alpha + age, a, b: b + x }, t),
  repeatProbabilities: (parameters, t, most) => betaGeometricProbabilities(parameters, 0, t, most),
};
