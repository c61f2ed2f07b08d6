import { at } from '../../core/numeric/at.ts';
import { chooseModel } from '../buy-till-you-die/choose-model.ts';
import type { PurchaseModelName } from '../buy-till-you-die/fit-purchases.ts';
import { groupHistories } from '../buy-till-you-die/group-histories.ts';
import { bindLaw } from '../buy-till-you-die/predict-purchases.ts';
import type { PurchaseHistories } from '../buy-till-you-die/purchase-histories.ts';
import type { SpendLaw } from '../gamma-gamma/spend-law.ts';
import { lookAheadBy } from './look-ahead.ts';
import type { Terms } from './look-ahead.ts';

/** What is expected of the customers of each row of histories, as columns in their order. */
export interface CustomerForecasts {
  readonly model: PurchaseModelName;
  /** P(alive), 0–1. */
  readonly pAlive: Float64Array;
  /** Purchase days within the horizon. */
  readonly orders: Float64Array;
  /** The same, each month's discounted to today. */
  readonly discounted: Float64Array;
  /** E[M | x, m] = spendBase + spendSlope × m, money a purchase day; m is the own mean of repeat purchases, else 0. */
  readonly spendBase: Float64Array;
  readonly spendSlope: Float64Array;
}

/**
 * Fits purchases to all histories by the rule of {@link chooseModel} and looks ahead for each row. Value of a customer =
 * margin × discounted × E[M | x, m]. Null when no model can be fitted, as when nobody has come back.
 */
export const forecastCustomers = (
  histories: PurchaseHistories<'week'>,
  spend: SpendLaw,
  terms: Terms,
  model: 'auto' | PurchaseModelName,
): CustomerForecasts | null => {
  const grouped = groupHistories(histories);
  const fit = grouped.ok ? chooseModel(grouped.value, model).fit : null;
  if (fit === null) return null;
  const { repeatCount, lastRepeatAge, observationAge } = histories;
  const law = bindLaw(fit);
  const ahead = lookAheadBy(fit, repeatCount, observationAge, terms);
  const column = (): Float64Array => new Float64Array(repeatCount.length);
  const forecasts = {
    model: fit.model,
    pAlive: column(),
    orders: column(),
    discounted: column(),
    spendBase: column(),
    spendSlope: column(),
  };
  for (let row = 0; row < repeatCount.length; row += 1) {
    const [x, age] = [at(repeatCount, row), at(observationAge, row)];
    const pAlive = law.pAlive(x, at(lastRepeatAge, row), age);
    const { orders, discounted } = ahead(x, age);
    forecasts.pAlive[row] = pAlive;
    forecasts.orders[row] = pAlive * orders;
    forecasts.discounted[row] = pAlive * discounted;
    forecasts.spendBase[row] = spend(x, 0);
    forecasts.spendSlope[row] = spend(x, 1) - spend(x, 0);
  }
  return forecasts;
};
