import type { ColumnMapping } from '../contract.ts';
import type { SampledColumn } from './mapping-sample.ts';
import { stageOfColumn } from './stage-column.ts';

/** Columns that say when customers entered a stage, each named for it; their values are dates, or none. */
export const stageColumns = (
  columns: readonly SampledColumn[],
): readonly (readonly [column: string, mapping: ColumnMapping])[] =>
  columns.flatMap(({ column, dateShare, values }) => {
    const stage = stageOfColumn(column.header);
    if (stage === undefined || (values.length > 0 && dateShare < 0.8)) return [];
    const reason = `When customers entered the stage “${stage}”`;
    const mapping = { column: column.name, target: 'stage_events.entered_at', confidence: 1, reason };
    return [[column.name, mapping]];
  });
