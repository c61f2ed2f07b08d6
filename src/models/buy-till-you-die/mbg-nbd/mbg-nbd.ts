import { expectedWhileAlive } from '../beta-geometric/expected-purchases.ts';
import { betaGeometricProbabilities } from '../beta-geometric/repeat-distribution.ts';
import type { BgNbdParameters } from '../bg-nbd/bg-nbd.ts';
import type { PurchaseLaw } from '../purchase-law.ts';

/**
 * MBG/NBD (Batislam, Denizel & Filiztekin 2007): BG/NBD in which a customer may leave after the first purchase too, so that
 * silence counts against those who never came back. Parameters mean what they mean there.
 */
export const mbgNbd: PurchaseLaw<BgNbdParameters> = {
  pAlive: ({ r, alpha, a, b }, x, tx, age) =>
    1 / (1 + Math.exp(Math.log(a / (b + x)) + (r + x) * Math.log((alpha + age) / (alpha + tx)))),
  expectedRepeats: ({ r, alpha, a, b }, t) =>
    (b / (a + b)) * expectedWhileAlive({ r, alpha, a, b: b + 1 }, t),
  expectedIfAlive: ({ r, alpha, a, b }, x, age, t) =>
    expectedWhileAlive({ r: r + x, alpha: alpha + age, a, b: b + x + 1 }, t),
  repeatProbabilities: (parameters, t, most) => betaGeometricProbabilities(parameters, 1, t, most),
};
