/** A log-likelihood to be maximised over parameters that are all above 0. */
export interface LikelihoodProblem<Name extends string = string> {
  readonly names: readonly Name[];
  /** For each parameter, a magnitude of the data that it has the unit of (the longest observation); 1 without a unit. */
  readonly scales: readonly number[];
  /** Number of customers, which the tolerances are measured by. */
  readonly customers: number;
  /** ln L at the parameters, writing ∂ ln L / ∂ parameter. */
  readonly evaluate: (parameters: Float64Array, gradient: Float64Array) => number;
}

/** How far a fit can be trusted. */
export type FitStatus =
  /** The gradient is nil and the likelihood curves down in every direction. */
  | { readonly kind: 'converged' }
  /** Some parameters run off to 0 or ∞: the data don't tell them apart from that limit. */
  | { readonly kind: 'at-boundary'; readonly parameters: readonly string[] }
  /** No maximum was found; the estimates are the best point met. */
  | {
      readonly kind: 'failed';
      readonly reason: 'flat-likelihood' | 'gradient-not-nil' | 'likelihood-not-finite';
    };

/** Estimates by maximum likelihood with what is known of their uncertainty. Plain data. */
export interface MaximumLikelihoodFit<Name extends string = string> {
  readonly parameters: Readonly<Record<Name, number>>;
  /** Standard errors from the observed information; null where the likelihood has no maximum inside. */
  readonly standardErrors: Readonly<Record<Name, number>> | null;
  /** Covariances of the estimates in the order of `names`; null as the standard errors are. */
  readonly covariance: readonly (readonly number[])[] | null;
  readonly names: readonly Name[];
  readonly logLikelihood: number;
  readonly customers: number;
  readonly status: FitStatus;
  readonly iterations: number;
  readonly evaluations: number;
  /** Largest slope of ln L ÷ customers over the logarithms of the parameters. */
  readonly gradientNorm: number;
}

/** Why a model can't be fitted to what it was given. */
export type ModelError =
  | { readonly kind: 'too-few'; readonly what: string; readonly found: number; readonly needed: number }
  | { readonly kind: 'value-invalid'; readonly row: number; readonly reason: string }
  | { readonly kind: 'fit-failed'; readonly reason: string };
