/**
 * What a buy-till-you-die model says of customers once its parameters are known. All times are in the unit of the parameters,
 * x is the number of repeat purchases, tx the age at the last one and age the age now (T).
 */
export interface PurchaseLaw<Parameters> {
  /** Probability in 0–1 that a customer with this history is still a customer. */
  readonly pAlive: (parameters: Parameters, x: number, tx: number, age: number) => number;
  /** Expected repeat purchases of a new customer within a time t. */
  readonly expectedRepeats: (parameters: Parameters, t: number) => number;
  /** Expected purchases in the next time t of a customer with x repeats by now, if still alive. */
  readonly expectedIfAlive: (parameters: Parameters, x: number, age: number, t: number) => number;
  /** P(X(t) = n) of a new customer for n = 0 … most; index = n. */
  readonly repeatProbabilities: (parameters: Parameters, t: number, most: number) => Float64Array;
}
