import type { Duration, TimeUnit } from '../../core/duration.ts';

/** What a buy-till-you-die model needs to know of one customer (Schmittlein, Morrison & Colombo 1987). */
export interface PurchaseHistory<U extends TimeUnit> {
  /** x: purchase days after the first one, a whole number from 0. */
  readonly repeatCount: number;
  /** t_x: age of the customer at the last purchase, counted from the first one; 0 without a repeat. */
  readonly lastRepeatAge: Duration<U>;
  /** T: age of the customer at the end of the observation, at least `lastRepeatAge`. */
  readonly observationAge: Duration<U>;
}

/** Many purchase histories as columns of equal length, in one unit of time. */
export interface PurchaseHistories<U extends TimeUnit> {
  readonly unit: U;
  readonly repeatCount: ArrayLike<number>;
  readonly lastRepeatAge: ArrayLike<number>;
  readonly observationAge: ArrayLike<number>;
  /** How many customers each row stands for; 1 each when left out. */
  readonly counts?: ArrayLike<number>;
}

/** The distinct purchase histories with the number of customers of each: all that the likelihoods depend on. */
export interface GroupedHistories<U extends TimeUnit> {
  readonly unit: U;
  /** Number of customers, Σ counts. */
  readonly customers: number;
  readonly repeatCount: Uint32Array;
  /** For each group, the place of its t_x in `lastAges`. */
  readonly lastIndex: Uint32Array;
  /** For each group, the place of its T in `ages`. */
  readonly ageIndex: Uint32Array;
  readonly counts: Float64Array;
  /** The distinct t_x. */
  readonly lastAges: Float64Array;
  /** The distinct T. */
  readonly ages: Float64Array;
  readonly mostRepeats: number;
  /** The largest T, above 0. */
  readonly longestAge: number;
  /** For each row of the input, its group. */
  readonly groupOf: Uint32Array;
}
