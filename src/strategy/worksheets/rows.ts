import type { Workbook } from '../workbook.ts';
import type { WorksheetRow } from '../records/worksheet.ts';
import type { Fields } from './field.ts';
import { readValues } from './read-values.ts';
import type { RowOf, Worksheet } from './worksheet.ts';

const none: readonly never[] = [];

/** The rows of a worksheet, in the order of writing. What a workbook holds was read by the worksheet's fields at the door. */
export const rowsOf = <F extends Fields>(
  workbook: Pick<Workbook, 'worksheets'>,
  worksheet: Worksheet<F>,
): readonly RowOf<F>[] =>
  // Values are read by `readValues` wherever they come in: from a file, a starter or an edit.
  (workbook.worksheets[worksheet.id] ?? none) as unknown as readonly RowOf<F>[];

/** A row that says what is given and nothing else. */
export const blankRow = <F extends Fields>(
  worksheet: Worksheet<F>,
  id: string,
  given: Readonly<Record<string, unknown>> = {},
): WorksheetRow => ({
  id,
  values: readValues<Fields>(worksheet.fields, given) as WorksheetRow['values'],
  owner: '',
  evidenceIds: [],
  comments: [],
});
