import type { Workbook } from '../workbook.ts';
import type { Field } from './field.ts';
import { findWorksheet } from './registry.ts';

const clear = (draft: Workbook, id: string, isLink: (field: Field) => boolean): void => {
  for (const [worksheetId, rows] of Object.entries(draft.worksheets))
    for (const [key, field] of Object.entries(findWorksheet(worksheetId)?.fields ?? {}))
      if (isLink(field)) for (const row of rows) if (row.values[key] === id) row.values[key] = null;
};

/** Clears every link to a row that is gone, in place. */
export const clearRowLinks = (draft: Workbook, worksheetId: string, rowId: string): void =>
  clear(draft, rowId, (field) => field.kind === 'row' && field.worksheet === worksheetId);

/** Clears every link of worksheets to a segment that is gone, in place. */
export const clearSegmentLinks = (draft: Workbook, segmentId: string): void =>
  clear(draft, segmentId, (field) => field.kind === 'segment');

/** Clears every link of worksheets to a supporting condition that is gone, in place. */
export const clearEnablerLinks = (draft: Workbook, enablerId: string): void =>
  clear(draft, enablerId, (field) => field.kind === 'enabler');
