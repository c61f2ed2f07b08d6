import type { points } from './pairs-sql.ts';

/** Why two customers may be one, or not. */
export type PairReason = keyof typeof points;

/** One of two customers who look alike, as far as is known. Holds personal data: never leaves the machine. */
export interface PairedCustomer {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  /** ISO day. */
  readonly firstSeen: string | null;
  /** Purchases; 0 for none. */
  readonly orders: number;
  /** Net revenue in the currency of the data. */
  readonly revenue: number;
  /** ISO day of the last purchase. */
  readonly lastOrder: string | null;
}

/** Two customers who look alike. */
export interface DuplicatePair {
  /** The one who stays: more purchases, then recorded earlier, then the smaller id. */
  readonly keep: PairedCustomer;
  readonly drop: PairedCustomer;
  /** 0–100; the points of the reasons added up. */
  readonly score: number;
  readonly reasons: readonly { readonly reason: PairReason; readonly points: number }[];
}

/** What the search for customers who are one found. */
export interface DuplicateReview {
  /** The best pairs, highest score first. */
  readonly pairs: readonly DuplicatePair[];
  /** All pairs that deserve a look, also those that are not given. */
  readonly total: number;
  /** Ids of all pairs that are practically certain: who stays, and who goes up in it. At most 5,000. */
  readonly sure: readonly { readonly into: string; readonly from: string }[];
  /** Customers whom nobody was compared with on some key, as too many share it (“Smith in London”). */
  readonly unblocked: number;
  readonly customers: number;
  /** What customers could be compared by, in words. */
  readonly comparedBy: readonly string[];
  readonly ms: number;
}
