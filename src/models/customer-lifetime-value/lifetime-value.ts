import { averageDaysPerMonth, months, monthsInUnit } from '../../core/duration.ts';
import type { Months, TimeUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import type { PurchaseFit } from '../buy-till-you-die/fit-purchases.ts';
import { bindLaw } from '../buy-till-you-die/predict-purchases.ts';
import type { GroupedHistories } from '../buy-till-you-die/purchase-histories.ts';

/** What a lifetime value is counted over, and in which money. */
export interface LifetimeTerms {
  /** Whole months ahead, 36 by house rule. */
  readonly horizon: Months;
  /** Discount of a month, 0.01 = 1 %; see {@link monthlyDiscount}. */
  readonly monthlyDiscount: number;
  /** Contribution margin as a share of spend, 1 for value in revenue. */
  readonly margin: number;
  /** Days of a month, 30.4375 unless told otherwise. */
  readonly daysPerMonth?: number;
}

/** The discount of a month that compounds to a yearly one: (1 + annual)^(1/12) − 1. */
export const monthlyDiscount = (annual: number): number => Math.expm1(Math.log1p(annual) / 12);

/** Horizon of lifetime values unless told otherwise: 36 months (house rule). */
export const defaultHorizon: Months = months(36);

/**
 * For each group of histories, purchases to be expected within the horizon, those of the k-th month discounted by
 * (1 + d)^−k: Σ (E[Y(k)] − E[Y(k − 1)]) ÷ (1 + d)^k (Fader, Hardie & Lee 2005; Glady, Baesens & Croux 2009). The months are
 * turned into the unit of the fit here, so that they can't be taken for weeks or days. Index = group.
 */
export const discountedPurchases = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  histories: GroupedHistories<NoInfer<U>>,
  { horizon, monthlyDiscount: discount, daysPerMonth = averageDaysPerMonth }: LifetimeTerms,
): Float64Array => {
  const law = bindLaw(fit);
  const ends = Array.from({ length: Math.max(0, Math.round(horizon)) }, (_, month) =>
    monthsInUnit(months(month + 1), fit.unit, daysPerMonth),
  );
  /** Of those alive, by x and T: the months ahead look the same whenever the last purchase was. */
  const ifAlive = new Map<number, number>();
  const sumMonths = (x: number, age: number): number => {
    let [sum, before] = [0, 0];
    ends.forEach((end, month) => {
      const expected = law.expectedIfAlive(x, age, end);
      sum += (expected - before) * (1 + discount) ** -(month + 1);
      before = expected;
    });
    return sum;
  };
  return Float64Array.from(histories.counts, (_, group) => {
    const x = at(histories.repeatCount, group);
    const age = at(histories.ages, at(histories.ageIndex, group));
    const key = x * histories.ages.length + at(histories.ageIndex, group);
    const known = ifAlive.get(key) ?? sumMonths(x, age);
    ifAlive.set(key, known);
    return law.pAlive(x, at(histories.lastAges, at(histories.lastIndex, group)), age) * known;
  });
};

/**
 * Lifetime value of each customer over the horizon, value realised before left out: margin × expected spend of a purchase ×
 * discounted purchases, in the currency of the spend. Rows are those that the histories were grouped from; `expectedSpend` is
 * E[M | x, m] of each row. Σ margin·E[M]·ΔE[Y] ÷ (1 + d)^k (Fader, Hardie & Lee 2005, "RFM and CLV").
 */
export const lifetimeValues = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  histories: GroupedHistories<NoInfer<U>>,
  expectedSpend: ArrayLike<number>,
  terms: LifetimeTerms,
): Float64Array => {
  const purchases = discountedPurchases(fit, histories, terms);
  return Float64Array.from(
    histories.groupOf,
    (group, row) => terms.margin * at(expectedSpend, row) * at(purchases, group),
  );
};
