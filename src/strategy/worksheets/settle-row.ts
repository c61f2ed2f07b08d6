import type { WorksheetRow } from '../records/worksheet.ts';
import type { Workbook } from '../workbook.ts';
import type { Field } from './field.ts';
import { readValues } from './read-values.ts';
import type { Worksheet } from './worksheet.ts';

type Linked = Pick<Workbook, 'segments' | 'evidence' | 'worksheets' | 'assessors' | 'enablers'>;

const has = (list: readonly { readonly id: string }[] | undefined, id: unknown): boolean =>
  list?.some((one) => one.id === id) ?? false;

const settleValue = (workbook: Linked, field: Field, value: WorksheetRow['values'][string]) => {
  if (field.kind === 'segment') return has(workbook.segments, value) ? value : null;
  if (field.kind === 'enabler') return has(workbook.enablers, value) ? value : null;
  if (field.kind === 'row') return has(workbook.worksheets[field.worksheet], value) ? value : null;
  if (field.kind === 'assessed' && typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).filter(([id]) => has(workbook.assessors, id)));
  return value;
};

/** A row as its worksheet's fields can hold it, whose every link leads somewhere. Settling twice is the same as once. */
export const settleRow = (workbook: Linked, worksheet: Worksheet, row: WorksheetRow): WorksheetRow => ({
  ...row,
  values: Object.fromEntries(
    Object.entries(readValues(worksheet.fields, row.values)).map(([key, value]) => [
      key,
      settleValue(workbook, worksheet.fields[key] as Field, value as WorksheetRow['values'][string]) ?? null,
    ]),
  ),
  evidenceIds: [...new Set(row.evidenceIds)].filter((id) => has(workbook.evidence, id)),
  comments: row.comments.map((comment) => ({ ...comment })),
});
