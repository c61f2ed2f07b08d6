import type { FormatUnit } from '../../core/format/formats.ts';
import type { Cell } from '../../data/row.ts';

/** A column to be written; without a unit its cells are words, days or plain numbers. */
export interface ExportColumn {
  readonly key: string;
  readonly label: string;
  readonly unit?: FormatUnit;
}

/** A table to be taken away: the numbers behind a figure, or the customers of a segment on the user's own request. */
export interface ExportTable {
  readonly columns: readonly ExportColumn[];
  /** A key that a row lacks is an empty cell. */
  readonly rows: readonly Readonly<Record<string, Cell>>[];
}

/** The cell of a row in a column; null when the row lacks it, also for names that objects have by nature. */
export const cellOf = (row: ExportTable['rows'][number], column: ExportColumn): Cell =>
  Object.hasOwn(row, column.key) ? (row[column.key] ?? null) : null;
