import type { Fields } from './field.ts';
import type { RowOf, Worksheet } from './worksheet.ts';

/** Rows in the order of the figure that ranks them, largest first; those without it last, in the order of writing, as all are without a rank. */
export const rankRows = <F extends Fields>(
  worksheet: Worksheet<F>,
  rows: readonly RowOf<F>[],
): readonly RowOf<F>[] => {
  const rank = worksheet.derived?.find(({ key }) => key === worksheet.rankBy);
  if (!rank) return rows;
  return rows
    .map((row) => ({ row, figure: rank.of(row.values, rows) ?? -Infinity }))
    .sort((first, second) => (first.figure === second.figure ? 0 : second.figure - first.figure))
    .map(({ row }) => row);
};
