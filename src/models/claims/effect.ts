/** A difference, ratio or correlation found in data, with its 95 % interval. */
export interface Effect {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided p-value against no effect; null where the method gives none. */
  readonly p: number | null;
}
