import type { Fields } from '../../strategy/worksheets/field.ts';
import type { RowOf, Worksheet } from '../../strategy/worksheets/worksheet.ts';

/** Rows that a page was handed, typed by the worksheet that they are of. */
export const rowsAs = <F extends Fields>(
  _worksheet: Worksheet<F>,
  rows: readonly RowOf<Fields>[],
): readonly RowOf<F>[] =>
  // A picture is only ever given the rows of its own worksheet.
  rows as unknown as readonly RowOf<F>[];
