/** A figure that is shown by itself. */
export interface KeyFigure {
  readonly label: string;
  /** Written out, with its unit. */
  readonly value: string;
  /** What it means exactly; shown on hover. */
  readonly definition?: string;
  /** Where it comes from, or the same of a comparison. */
  readonly notes?: readonly string[];
  /** It is worked out from those before it. */
  readonly isResult?: boolean;
}
