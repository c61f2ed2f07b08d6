/**
 * A known export: data only. Adding one is a file with these facts and a line in `known-signatures.ts`.
 */
export interface Signature {
  readonly id: string;
  readonly title: string;
  /** Normalised headers that together tell this export from every other; all must be there. */
  readonly needs: readonly string[];
  /** Target for each normalised header: `table.column`, `attribute` or `ignore`. */
  readonly columns: Readonly<Record<string, string>>;
  /** What happens to columns that are not named. */
  readonly others: 'attribute' | 'ignore';
  readonly rules?: SourceRules;
}

/** What else is true of an export's rows. SQL speaks of the typed rows, whose columns are called `table__column`. */
export interface SourceRules {
  /** SQL condition on a row that belongs to a credit note, whatever its signs. */
  readonly creditNoteWhere?: string;
  /** Whether its customers are companies or people. */
  readonly customerKind?: 'b2b' | 'b2c';
}
