import type { Fields, ValuesOf } from '../../../src/strategy/worksheets/field.ts';
import { readValues } from '../../../src/strategy/worksheets/read-values.ts';
import { blankRow } from '../../../src/strategy/worksheets/rows.ts';
import type { RowOf, Worksheet } from '../../../src/strategy/worksheets/worksheet.ts';

/** Rows of a worksheet that say what is given. */
export const rowsFrom = <F extends Fields>(
  worksheet: Worksheet<F>,
  given: readonly Partial<ValuesOf<F>>[],
): readonly RowOf<F>[] =>
  given.map((values, at) => ({
    ...blankRow(worksheet, `row${at}`),
    values: readValues(worksheet.fields, values),
  }));

/** A derived figure of every row. */
export const figureOf = <F extends Fields>(
  worksheet: Worksheet<F>,
  rows: readonly RowOf<F>[],
  key: string,
): readonly (number | null | undefined)[] =>
  rows.map(({ values }) => worksheet.derived?.find((figure) => figure.key === key)?.of(values, rows));
