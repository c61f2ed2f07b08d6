/** A function to be made small: its value at a point, writing its gradient there. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

/** How a search for a minimum ended. */
export interface Minimum {
  readonly point: Float64Array;
  readonly value: number;
  /** Largest absolute component of the gradient at the point. */
  readonly gradientNorm: number;
  readonly iterations: number;
  readonly evaluations: number;
  /** Whether the gradient is within the tolerance. */
  readonly converged: boolean;
}

/** When a search stops. */
export interface SearchLimits {
  readonly gradientTolerance: number;
  readonly mostIterations: number;
  /** The search ends at a point of which this holds: there is nothing beyond. */
  readonly isBeyond?: (point: Float64Array) => boolean;
}
