import type { Duration, TimeUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import { bgNbd } from './bg-nbd/bg-nbd.ts';
import type { PurchaseFit } from './fit-purchases.ts';
import { mbgNbd } from './mbg-nbd/mbg-nbd.ts';
import { discountedResidualRepeats, paretoNbd } from './pareto-nbd/pareto-nbd.ts';
import type { PurchaseHistory } from './purchase-histories.ts';

/** The questions that a law answers, with the parameters of a fit filled in. Times are in the unit of the fit. */
interface BoundLaw {
  readonly pAlive: (x: number, tx: number, age: number) => number;
  readonly expectedRepeats: (t: number) => number;
  readonly expectedIfAlive: (x: number, age: number, t: number) => number;
  readonly repeatProbabilities: (t: number, most: number) => Float64Array;
}

/** The law of a fit with its parameters filled in: for many customers at once, times as plain numbers in its unit. */
export const bindLaw = (fit: PurchaseFit<TimeUnit>): BoundLaw => {
  if (fit.model === 'pareto-nbd') {
    const { parameters } = fit;
    return {
      pAlive: (x, tx, age) => paretoNbd.pAlive(parameters, x, tx, age),
      expectedRepeats: (t) => paretoNbd.expectedRepeats(parameters, t),
      expectedIfAlive: (x, age, t) => paretoNbd.expectedIfAlive(parameters, x, age, t),
      repeatProbabilities: (t, most) => paretoNbd.repeatProbabilities(parameters, t, most),
    };
  }
  const { parameters } = fit;
  const law = fit.model === 'bg-nbd' ? bgNbd : mbgNbd;
  return {
    pAlive: (x, tx, age) => law.pAlive(parameters, x, tx, age),
    expectedRepeats: (t) => law.expectedRepeats(parameters, t),
    expectedIfAlive: (x, age, t) => law.expectedIfAlive(parameters, x, age, t),
    repeatProbabilities: (t, most) => law.repeatProbabilities(parameters, t, most),
  };
};

/** Probability in 0–1 that a customer with this history is still one. */
export const pAliveOf = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  { repeatCount, lastRepeatAge, observationAge }: PurchaseHistory<NoInfer<U>>,
): number => bindLaw(fit).pAlive(repeatCount, lastRepeatAge, observationAge);

/** E[X(t)]: repeat purchases to be expected of a new customer within a time. */
export const expectedRepeatsOf = <U extends TimeUnit>(fit: PurchaseFit<U>, t: Duration<NoInfer<U>>): number =>
  bindLaw(fit).expectedRepeats(t);

/** E[Y(t) | x, t_x, T]: purchases to be expected in the next time t of a customer with this history. */
export const expectedNextPurchases = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  { repeatCount, lastRepeatAge, observationAge }: PurchaseHistory<NoInfer<U>>,
  t: Duration<NoInfer<U>>,
): number => {
  const law = bindLaw(fit);
  return (
    law.pAlive(repeatCount, lastRepeatAge, observationAge) *
    law.expectedIfAlive(repeatCount, observationAge, t)
  );
};

/** P(X(t) = n) of a new customer for n = 0 … most; index = n. */
export const repeatProbabilitiesOf = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  t: Duration<NoInfer<U>>,
  most: number,
): Float64Array => bindLaw(fit).repeatProbabilities(t, most);

/**
 * Expected discounted purchases over all the future of a customer with this history (Pareto/NBD only), discounted
 * continuously at `rate` (above 0) per unit of the fit.
 */
export const discountedResidualRepeatsOf = <U extends TimeUnit>(
  fit: PurchaseFit<U> & { readonly model: 'pareto-nbd' },
  { repeatCount, lastRepeatAge, observationAge }: PurchaseHistory<NoInfer<U>>,
  rate: number,
): number => discountedResidualRepeats(fit.parameters, repeatCount, lastRepeatAge, observationAge, rate);

/**
 * For a plot of model against data: the expected number of customers with 0, 1, … `most` − 1 and at least `most` repeats,
 * each over the own time of observation (Fader, Hardie & Lee 2005, figure 1). `ages` are the T, `counts` their customers.
 */
export const expectedRepeatFrequencies = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  ages: ArrayLike<number>,
  counts: ArrayLike<number>,
  most: number,
): Float64Array => {
  const law = bindLaw(fit);
  const expected = new Float64Array(most + 1);
  for (let row = 0; row < ages.length; row += 1) {
    const shares = law.repeatProbabilities(at(ages, row), most - 1);
    let rest = 1;
    shares.forEach((share, n) => {
      expected[n] = at(expected, n) + at(counts, row) * share;
      rest -= share;
    });
    expected[most] = at(expected, most) + at(counts, row) * Math.max(0, rest);
  }
  return expected;
};

/**
 * For a tracking plot: expected repeat orders by all customers together up to each time of a grid. A customer whose T is
 * shorter than the longest came later by the difference; before, nothing is expected. Times count from the first customer's
 * first order and may lie beyond the observation (Fader, Hardie & Lee 2005, figure 2).
 */
export const trackExpectedRepeats = <U extends TimeUnit>(
  fit: PurchaseFit<U>,
  ages: ArrayLike<number>,
  counts: ArrayLike<number>,
  grid: readonly Duration<NoInfer<U>>[],
): Float64Array => {
  const law = bindLaw(fit);
  let longest = 0;
  for (let row = 0; row < ages.length; row += 1) longest = Math.max(longest, at(ages, row));
  return Float64Array.from(grid, (time) => {
    let sum = 0;
    for (let row = 0; row < ages.length; row += 1)
      sum += at(counts, row) * law.expectedRepeats(Math.max(0, time - (longest - at(ages, row))));
    return sum;
  });
};
