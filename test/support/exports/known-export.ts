/** An export as the product writes it: header and rows of our own invention, and where each column belongs. */
export interface KnownExport {
  readonly source: string;
  readonly name: string;
  readonly text: string;
  /** Targets by column; columns that are not named are left out of the analysis. */
  readonly targets: Readonly<Record<string, string>>;
  readonly attributes?: readonly string[];
}
