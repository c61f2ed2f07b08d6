/**
 * A known export: data only. Adding one is a file with these facts and a line in `known-signatures.ts`. Headers are
 * normalised: lower case words without punctuation, and without what stands in brackets, except where a name in
 * `columns` needs it (`grand total base` for "Grand Total (Base)").
 */
export interface Signature {
  readonly id: string;
  readonly title: string;
  /** Headers that together tell this export from every other; all must be there. */
  readonly needs: readonly string[];
  /** Groups of headers of which one each must be there as well: versions and languages of the same column. */
  readonly oneOf?: readonly (readonly string[])[];
  /**
   * Target for each header: `table.column`, `attribute` or `ignore`. Where several columns have the same target, the first
   * of this list that has values goes there.
   */
  readonly columns: Readonly<Record<string, string>>;
  /** What holds instead when a column has several different values, such as the currency. */
  readonly whenSeveral?: {
    readonly column: string;
    readonly columns: Readonly<Record<string, string>>;
  };
  /** What happens to columns that are not named: kept as traits of the customer, or only when they are the same in all rows of a customer. */
  readonly others: 'attribute' | 'ignore';
  readonly rules?: SourceRules;
}

/** What else is true of an export's rows. SQL speaks of the typed rows, whose columns are called `table__column`. */
export interface SourceRules {
  /** SQL condition on a row that belongs to a credit note, whatever its signs. */
  readonly creditNoteWhere?: string;
  /** Whether its customers are companies or people. */
  readonly customerKind?: 'b2b' | 'b2c';
  /** Numbers of customers that stand for nobody, such as the 0 of a guest. */
  readonly nobody?: readonly string[];
  /** What a target is in all rows, unless a column says it. */
  readonly constants?: Readonly<Record<string, string>>;
}
