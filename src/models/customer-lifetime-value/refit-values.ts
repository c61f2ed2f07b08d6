import type { PurchaseFit } from '../buy-till-you-die/fit-purchases.ts';
import { bindLaw } from '../buy-till-you-die/predict-purchases.ts';
import type { GroupedHistories, PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts';
import { at } from '../../core/numeric/at.ts';
import { spendLawOf } from '../gamma-gamma/spend-law.ts';
import type { SpendLaw, SpendModel } from '../gamma-gamma/spend-law.ts';
import type { SpendHistories } from '../gamma-gamma/spend-histories.ts';
import { bootstrapRefits, percentileInterval } from './bootstrap.ts';
import { lookAheadBy } from './look-ahead.ts';
import type { Terms } from './look-ahead.ts';

/** Sums over the customers that one set of parameters gives. */
export interface ValueSums {
  /** Σ lifetime values, money. */
  readonly equity: number;
  /** Σ P(alive), customers. */
  readonly alive: number;
  /** Purchase days within the horizon. */
  readonly orders: number;
}

/** Customers, one a row, the models fitted to them, and in what their value is counted. */
export interface RefitInput {
  readonly histories: PurchaseHistories<'week'>;
  readonly grouped: GroupedHistories<'week'>;
  readonly spend: SpendHistories;
  readonly fit: PurchaseFit<'week'>;
  readonly spendModel: SpendModel;
  readonly terms: Terms;
  readonly margin: number;
  readonly rounds: number;
  readonly seed: number;
}

/** Fewer nodes than for the value itself: only differences count. */
const nodeCount = 5;

/** The sums over all customers by these parameters. */
export const sumValues = (
  { histories, spend, terms, margin }: Pick<RefitInput, 'histories' | 'spend' | 'terms' | 'margin'>,
  fit: PurchaseFit<'week'>,
  spendLaw: SpendLaw,
): ValueSums => {
  const law = bindLaw(fit);
  const { repeatCount, lastRepeatAge, observationAge } = histories;
  const ahead = lookAheadBy(fit, repeatCount, observationAge, terms, nodeCount);
  let [equity, alive, orders] = [0, 0, 0];
  for (let row = 0; row < repeatCount.length; row += 1) {
    const [x, age] = [at(repeatCount, row), at(observationAge, row)];
    const pAlive = law.pAlive(x, at(lastRepeatAge, row), age);
    const next = ahead(x, age);
    alive += pAlive;
    orders += pAlive * next.orders;
    equity += margin * pAlive * next.discounted * spendLaw(x, at(spend.meanSpend, row));
  }
  return { equity, alive, orders };
};

/**
 * The sums over the same customers by models refitted to customers drawn with replacement: what the estimates leave open. Null
 * for a round that can't be fitted. Whoever asks for the next round may stop between two.
 */
export function* refitValues(input: RefitInput): Generator<ValueSums | null, void, void> {
  const { grouped, spend, spendModel, rounds, seed } = input;
  const refits = bootstrapRefits({
    histories: grouped,
    purchases: input.fit,
    ...(spendModel.fit ? { spend: { histories: spend, fit: spendModel.fit } } : {}),
    rounds,
    seed,
  });
  for (const { purchases, spend: refitted } of refits) {
    const isFit = purchases.ok && (refitted === null || refitted.ok);
    const law = refitted?.ok ? spendLawOf(refitted.value.parameters) : spendModel.law;
    yield isFit ? sumValues(input, purchases.value, law) : null;
  }
}

/**
 * The middle 95 % of a figure over refits to a sample of customers, scaled to that of all: logarithms spread around `centre` by
 * √(sampled ÷ all), sums by all ÷ sampled. Null without values above 0.
 */
export const resampledFigure = (
  values: readonly number[],
  centre: number,
  sampled: number,
  all: number,
): { readonly low: number; readonly high: number; readonly values: readonly number[] } | null => {
  const narrowing = Math.sqrt(sampled / all);
  const scaled = values
    .filter((value) => value > 0 && centre > 0)
    .map((value) => (all / sampled) * centre * Math.exp(narrowing * Math.log(value / centre)))
    .sort((one, other) => one - other);
  const interval = percentileInterval(scaled);
  return interval && { ...interval, values: scaled };
};
