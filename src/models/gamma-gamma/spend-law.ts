import { expectedSpend, fitGammaGamma } from './gamma-gamma.ts';
import type { GammaGammaFit, GammaGammaParameters } from './gamma-gamma.ts';
import type { SpendHistories } from './spend-histories.ts';

/** E[M | x, m]: spend to be expected of the next purchase day; m is 0 without a repeat. Linear in m. */
export type SpendLaw = (repeats: number, mean: number) => number;

/** What is known of spend: the fit, when there is one, and the law that values are counted by. */
export interface SpendModel {
  readonly fit: GammaGammaFit | null;
  /** Why there is no fit; empty when there is. */
  readonly failure: string;
  readonly law: SpendLaw;
}

/** The law of a gamma-gamma model with these parameters, q above 1. */
export const spendLawOf =
  (parameters: GammaGammaParameters): SpendLaw =>
  (repeats, mean) =>
    expectedSpend(parameters, repeats, mean) ?? 0;

/** q ≤ 1: single customers spend so much that the mean of all has no bound. */
const reasonOf = (reason: string): string =>
  reason.startsWith('q =') ? 'a few spend so much more that there is no mean, q ≤ 1' : reason;

/** Fits spend; where that fails, everyone is expected to spend the mean of all purchase days. */
export const fitSpend = (histories: SpendHistories, meanOfAll: number): SpendModel => {
  const fitted = fitGammaGamma(histories);
  if (fitted.ok) return { fit: fitted.value, failure: '', law: spendLawOf(fitted.value.parameters) };
  const { error } = fitted;
  const failure = error.kind === 'too-few' ? `too few ${error.what}` : reasonOf(error.reason);
  return { fit: null, failure, law: () => meanOfAll };
};
