import type { TimeUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import { createRandom } from '../../core/numeric/random.ts';
import type { Random } from '../../core/numeric/random.ts';
import type { Result } from '../../core/result.ts';
import { fitPurchases } from '../buy-till-you-die/fit-purchases.ts';
import type { PurchaseFit } from '../buy-till-you-die/fit-purchases.ts';
import type { GroupedHistories } from '../buy-till-you-die/purchase-histories.ts';
import { fitGammaGamma } from '../gamma-gamma/gamma-gamma.ts';
import type { GammaGammaFit } from '../gamma-gamma/gamma-gamma.ts';
import type { SpendHistories } from '../gamma-gamma/spend-histories.ts';
import type { ModelError } from '../maximum-likelihood/likelihood-problem.ts';

/** How often each of so many customers comes in a sample of as many, drawn with replacement (multinomial weights). */
export const drawWeights = (customers: number, random: Random): Uint32Array => {
  const weights = new Uint32Array(customers);
  for (let draw = 0; draw < customers; draw += 1) {
    const row = random.whole(0, customers - 1);
    weights[row] = at(weights, row) + 1;
  }
  return weights;
};

/** The same groups with other numbers of customers: the weights of their rows added up. */
const reweigh = <U extends TimeUnit>(
  histories: GroupedHistories<U>,
  weights: Uint32Array,
): GroupedHistories<U> => {
  const counts = new Float64Array(histories.counts.length);
  histories.groupOf.forEach((group, row) => (counts[group] = at(counts, group) + at(weights, row)));
  return { ...histories, counts };
};

/** What is refitted: the histories of customers, one a row, with the fits to all of them, near which the search begins. */
export interface BootstrapInput<U extends TimeUnit> {
  readonly histories: GroupedHistories<U>;
  readonly purchases: PurchaseFit<U>;
  /** Spend of the same customers in the same rows, with its fit. */
  readonly spend?: { readonly histories: SpendHistories; readonly fit: GammaGammaFit };
  /** How many refits, 200 by house rule. */
  readonly rounds: number;
  readonly seed: number;
}

/** One refit to a sample of the customers drawn with replacement. A sample that can't be fitted gives its error. */
export interface BootstrapRound<U extends TimeUnit> {
  /** 1, 2, … */
  readonly round: number;
  readonly rounds: number;
  readonly purchases: Result<PurchaseFit<U>, ModelError>;
  /** Null when no spend is refitted. */
  readonly spend: Result<GammaGammaFit, ModelError> | null;
}

const refitSpend = (
  { histories, fit }: NonNullable<BootstrapInput<TimeUnit>['spend']>,
  weights: Uint32Array,
): Result<GammaGammaFit, ModelError> =>
  fitGammaGamma(
    { ...histories, counts: weights },
    fit.names.map((name) => fit.parameters[name]),
  );

/**
 * Refits of both models to customers drawn with replacement (Efron & Tibshirani 1993, chapter 6), one at a time: whoever asks
 * for the next may stop between two. The same seed gives the same refits.
 */
export function* bootstrapRefits<U extends TimeUnit>(
  input: BootstrapInput<U>,
): Generator<BootstrapRound<U>, void, void> {
  const random = createRandom(input.seed);
  const near = Object.values<number>(input.purchases.parameters);
  for (let round = 1; round <= input.rounds; round += 1) {
    const weights = drawWeights(input.histories.groupOf.length, random);
    yield {
      round,
      rounds: input.rounds,
      purchases: fitPurchases(input.purchases.model, reweigh(input.histories, weights), near),
      spend: input.spend === undefined ? null : refitSpend(input.spend, weights),
    };
  }
}

/** The middle share of a figure over refits, by interpolated quantiles (percentile interval); null without values. */
export const percentileInterval = (
  values: readonly number[],
  level = 0.95,
): { readonly low: number; readonly high: number } | null => {
  if (values.length === 0) return null;
  const rising = Float64Array.from(values).sort();
  const quantile = (share: number): number => {
    const place = share * (rising.length - 1);
    const below = Math.floor(place);
    const low = at(rising, below);
    return low + (place - below) * (at(rising, Math.min(below + 1, rising.length - 1)) - low);
  };
  return { low: quantile((1 - level) / 2), high: quantile((1 + level) / 2) };
};
