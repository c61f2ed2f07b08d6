/** Why a model can't be estimated from the data given, with its facts; returned, never thrown. */
export type EstimationFailure =
  /** Fewer observations than the model needs. */
  | { readonly kind: 'too-few'; readonly have: number; readonly need: number }
  /** Lists that describe the same observations differ in length. */
  | { readonly kind: 'lengths-differ'; readonly name: string; readonly have: number; readonly need: number }
  /** A number that is not finite, or outside what the model allows; `index` counts observations from 0. */
  | { readonly kind: 'value-invalid'; readonly name: string; readonly index: number; readonly value: string }
  /** A setting outside its range. */
  | {
      readonly kind: 'setting-invalid';
      readonly name: string;
      readonly value: string;
      readonly expected: string;
    }
  /** A predictor that the others (and the constant) determine completely. */
  | { readonly kind: 'collinear'; readonly name: string }
  /** Only one outcome occurs, so nothing can be told apart. */
  | { readonly kind: 'one-outcome'; readonly events: number; readonly observations: number }
  /** Predictors that tell the outcomes apart completely (or almost), so that their effect has no finite estimate. */
  | { readonly kind: 'separated'; readonly predictors: readonly string[] }
  /** The search for the best fit did not settle. */
  | { readonly kind: 'not-converged'; readonly iterations: number };
