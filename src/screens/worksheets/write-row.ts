import type { App } from '../../state/app.svelte.ts';
import { newId } from '../../state/new-id.ts';
import { sayWithUndo } from '../../state/say-with-undo.ts';
import {
  addRows,
  duplicateRow,
  editRow,
  removeRow,
  setRowOwner,
} from '../../strategy/commands/worksheets.ts';
import { blankRow } from '../../strategy/worksheets/rows.ts';
import { starterRows } from '../../strategy/worksheets/starter-rows.ts';
import type { Enabler } from '../../strategy/workbook.ts';
import type { RowOf, Worksheet } from '../../strategy/worksheets/worksheet.ts';
import type { Fields } from '../../strategy/worksheets/field.ts';

/** What a row says in a field, in words: the label of a choice, the name of a condition, a text as it is. */
const wordsIn = (
  worksheet: Worksheet,
  row: RowOf<Fields>,
  key: string,
  enablers: readonly Enabler[],
): string => {
  const field = worksheet.fields[key];
  const value = row.values[key];
  if (field?.kind === 'choice') return field.options.find((option) => option.value === value)?.label ?? '';
  if (field?.kind === 'enabler') return enablers.find(({ id }) => id === value)?.name ?? '';
  return String(value ?? '').trim();
};

/**
 * What a row is called: what it says in the field that names it, else that it has no name, and where it stands. `enablers` name rows
 * about one.
 */
export const rowName = (
  worksheet: Worksheet,
  row: RowOf<Fields>,
  enablers: readonly Enabler[] = [],
): string => {
  const name = wordsIn(worksheet, row, worksheet.name, enablers);
  if (name) return name;
  const place = worksheet.groupBy && wordsIn(worksheet, row, worksheet.groupBy, enablers);
  return `Unnamed ${worksheet.item}${place ? `, ${place}` : ''}`;
};

/** Adds a row that says what is given. Gives its id. */
export const addRow = <F extends Fields>(
  app: App,
  worksheet: Worksheet<F>,
  given: Readonly<Record<string, unknown>> = {},
): string => {
  const id = newId();
  app.workbook.execute(addRows(worksheet.id, [blankRow(worksheet, id, given)]));
  return id;
};

/** Adds the worksheet's ready content, as one change. */
export const addStarters = (app: App, worksheet: Worksheet): void => {
  app.workbook.execute(addRows(worksheet.id, starterRows(worksheet, newId)));
};

/** Writes one field of a row; edits with one `burst` in a row undo together. */
export const writeRow = (
  app: App,
  worksheet: Worksheet,
  rowId: string,
  key: string,
  value: unknown,
  burst?: number,
): void =>
  app.workbook.execute(
    editRow(worksheet.id, rowId, { [key]: value }),
    burst === undefined ? undefined : `worksheet/${worksheet.id}/${rowId}/${key}/${burst}`,
  );

/** Says who is responsible for a row. */
export const writeOwner = (
  app: App,
  worksheet: Worksheet,
  rowId: string,
  owner: string,
  burst: number,
): void =>
  app.workbook.execute(
    setRowOwner(worksheet.id, rowId, owner),
    `worksheet/${worksheet.id}/${rowId}/owner/${burst}`,
  );

/** Copies a row right below itself. */
export const copyRow = (app: App, worksheet: Worksheet, rowId: string): void =>
  app.workbook.execute(duplicateRow(worksheet.id, rowId, newId()));

/** Removes a row and says so, with undo. */
export const takeRow = (app: App, worksheet: Worksheet, row: RowOf<Fields>): void => {
  app.workbook.execute(removeRow(worksheet.id, row.id));
  sayWithUndo(app, `“${rowName(worksheet, row, app.workbook.current.enablers)}” removed.`);
};
