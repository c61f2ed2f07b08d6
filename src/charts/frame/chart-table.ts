import type { FormatUnit } from '../../core/format/formats.ts';

/** A column of the table behind a figure. Without a unit the values are words (or days, written as they come). */
export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  readonly unit?: FormatUnit;
}

/** The numbers behind a figure: what "Show as table" shows and the CSV holds. Shares are 0–1; a missing value is null. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  /** Key of the column that says how many people a row is about; rows about few stay out of files that leave the machine. */
  readonly people?: string;
  readonly rows: readonly Readonly<Record<string, string | number | null>>[];
}
