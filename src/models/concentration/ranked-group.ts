/** Neighbours in a ranking taken together; a group of one is a single customer. */
export interface RankedGroup {
  /** How many are in it, 1 or more. */
  readonly count: number;
  /** Σ of their values. */
  readonly total: number;
  /** Σ rank × value, ranks counted from 1 over the whole ranking. */
  readonly rankedTotal: number;
}

/** A point of a concentration curve: shares of the population and of the total. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}
