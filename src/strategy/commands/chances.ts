import type { Segment } from '../records/segment.ts';
import type { WorksheetRow } from '../records/worksheet.ts';
import { opportunities } from '../worksheets/kinds/opportunities.ts';
import type { Command } from './command.ts';
import { addSegment } from './segments.ts';
import { addRows } from './worksheets.ts';

/** Adds a segment and an opportunity that is for it, as one change. */
export const keepChanceRow = (segment: Segment, row: WorksheetRow): Command => ({
  label: 'Make it an opportunity',
  apply: (draft) => {
    addSegment(segment).apply(draft);
    addRows(opportunities.id, [row]).apply(draft);
  },
});
