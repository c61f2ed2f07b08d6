import type { TimeUnit } from '../../core/duration.ts';
import { averageDaysPerMonth, days, daysInUnit } from '../../core/duration.ts';
import { at } from '../../core/numeric/at.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

/** Purchases as columns of equal length, in any order. */
export interface PurchaseLog {
  /** Whole numbers from 0, one for each customer. */
  readonly customer: ArrayLike<number>;
  /** Whole day numbers, from any first day. */
  readonly day: ArrayLike<number>;
  /** What was spent; 0 for all when left out. */
  readonly amount?: ArrayLike<number>;
}

/** Purchase histories up to the end of an observation, and what followed. Rows are customers in the order of their numbers. */
export interface PurchaseSummary<U extends TimeUnit> extends PurchaseHistories<U> {
  readonly repeatCount: Uint32Array;
  readonly lastRepeatAge: Float64Array;
  readonly observationAge: Float64Array;
  /** The customer of each row: those who came after the end of the observation have none. */
  readonly customer: Uint32Array;
  /** m: mean spend of a purchase day after the first; 0 without a repeat. */
  readonly meanSpend: Float64Array;
  /** Purchase days in the holdout. */
  readonly holdoutPurchases: Uint32Array;
  /** Spend in the holdout. */
  readonly holdoutSpend: Float64Array;
}

/** What has been seen of one customer so far. */
interface Tally {
  readonly customer: number;
  readonly first: number;
  /** The last day of purchase within the observation, and of all. */
  last: number;
  latest: number;
  x: number;
  spend: number;
  later: number;
  laterSpend: number;
}

/** Adds a purchase; those of one customer come in the order of their days. */
const addPurchase = (tally: Tally, day: number, spent: number, lastDay: number): void => {
  const isNewDay = day > tally.latest;
  tally.latest = day;
  if (day > lastDay) {
    tally.later += isNewDay ? 1 : 0;
    tally.laterSpend += spent;
  } else if (day > tally.first) {
    tally.x += isNewDay ? 1 : 0;
    tally.last = day;
    tally.spend += spent;
  }
};

/**
 * Turns a log of purchases into histories: the purchases of a customer on one day count as one, the first is no repeat, ages
 * run from it. Purchases after `lastDay` up to `holdoutEnd` are the holdout (Fader & Hardie 2005, the CDNOW data).
 */
export const summarisePurchases = <U extends TimeUnit>(
  { customer, day, amount }: PurchaseLog,
  unit: U,
  lastDay: number,
  holdoutEnd: number = Infinity,
  daysPerMonth: number = averageDaysPerMonth,
): PurchaseSummary<U> => {
  const order = Uint32Array.from({ length: customer.length }, (_, row) => row).sort(
    (one, other) => at(customer, one) - at(customer, other) || at(day, one) - at(day, other),
  );
  const rows: Tally[] = [];
  let current: Tally | undefined;
  for (const row of order) {
    const [who, when, spent] = [at(customer, row), at(day, row), amount === undefined ? 0 : at(amount, row)];
    if (when > holdoutEnd) continue;
    if (current?.customer !== who) {
      current = {
        customer: who,
        first: when,
        last: when,
        latest: when,
        x: 0,
        spend: 0,
        later: 0,
        laterSpend: 0,
      };
      if (when <= lastDay) rows.push(current);
    }
    addPurchase(current, when, spent, lastDay);
  }
  const age = (count: number): number => daysInUnit(days(count), unit, daysPerMonth);
  return {
    unit,
    customer: Uint32Array.from(rows, (row) => row.customer),
    repeatCount: Uint32Array.from(rows, ({ x }) => x),
    lastRepeatAge: Float64Array.from(rows, ({ first, last }) => age(last - first)),
    observationAge: Float64Array.from(rows, ({ first }) => age(lastDay - first)),
    meanSpend: Float64Array.from(rows, ({ spend, x }) => (x > 0 ? spend / x : 0)),
    holdoutPurchases: Uint32Array.from(rows, ({ later }) => later),
    holdoutSpend: Float64Array.from(rows, ({ laterSpend }) => laterSpend),
  };
};
