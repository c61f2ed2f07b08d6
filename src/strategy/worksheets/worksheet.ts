import type { Day } from '../../core/day.ts';
import type { FormatUnit } from '../../core/format/formats.ts';
import type { ClaimVerdict } from '../claims.ts';
import type { WorksheetRow } from '../records/worksheet.ts';
import type { Fields, ValuesOf } from './field.ts';
import type { BoundFigure, Judgement } from './judgement.ts';

/** A row whose values are typed by the worksheet's fields. */
export type RowOf<F extends Fields> = Omit<WorksheetRow, 'values'> & { readonly values: ValuesOf<F> };

/** A figure that follows from what a row says. */
export interface Derived<F extends Fields> {
  readonly key: string;
  readonly label: string;
  readonly unit: FormatUnit;
  /** How it is worked out, in a sentence. */
  readonly formula: string;
  /**
   * Null while what it needs has not been said. `rows` are all of the worksheet's, in the order of writing, for figures that depend on
   * the others (a share of all, a running total); the row asked about is the one among them with these very `values`.
   */
  of(values: ValuesOf<F>, rows?: readonly RowOf<F>[]): number | null;
}

/** What a finding may know beside the rows. */
export interface FindingContext<F extends Fields> {
  /** The day as which everything is looked at; without it nothing is due. */
  readonly asOf?: Day;
  /** What the data of today say about the claim on a row's first number; undefined where nothing is claimed or it is not looked up. */
  readonly verdictOf?: (row: RowOf<F>) => ClaimVerdict | undefined;
}

/**
 * A kind of record: what a strategist writes down about one subject, one row each. Defined once; the page, the details, the export,
 * the checks at the door and undo follow from it.
 */
export interface Worksheet<F extends Fields = Fields> {
  readonly id: string;
  readonly title: string;
  /** What it answers, in one sentence. */
  readonly answers: string;
  /** Numbers of the concepts that it makes workable. */
  readonly concepts: readonly string[];
  /** What one row is called: “need”, “competitor”. */
  readonly item: string;
  readonly fields: F;
  /** The field that names a row. */
  readonly name: keyof F & string;
  /** Fields in the table, in reading order, after the name; the others are in a row's details. */
  readonly columns: readonly (keyof F & string)[];
  readonly derived?: readonly Derived<F>[];
  /** Field under whose choices the rows stand. */
  readonly groupBy?: keyof F & string;
  /** Derived figure by which rows are ranked, largest first; without it they stand in the order of writing. */
  readonly rankBy?: string;
  /** Rows bound to a pinned number show what it is now: `actual`, or whether its claim holds: `verdict`. */
  readonly binding?: 'actual' | 'verdict';
  /** What the bound number means for its row, shown beside it; no number is pinned where it is undefined. */
  readonly judge?: (values: ValuesOf<F>, bound: BoundFigure | undefined) => Judgement;
  /** Ready content to begin with; a link to another of its rows is written as that row's name. */
  readonly starters?: {
    readonly label: string;
    readonly rows: readonly Partial<ValuesOf<F>>[];
  };
  /** What the rows amount to, in a sentence; empty while there is nothing to say. */
  finding(rows: readonly RowOf<F>[], today?: FindingContext<F>): string;
  /** Where the form comes from. */
  readonly source: string;
}

/** Defines a worksheet with its fields' types. */
export const defineWorksheet = <const F extends Fields>(worksheet: Worksheet<F>): Worksheet<F> => worksheet;
