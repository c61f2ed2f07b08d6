import type { FormatUnit } from '../../core/format/formats.ts';
import type { TableResult } from '../../engine/contract.ts';
import type { ExportTable } from '../../storage/export/export-table.ts';
import { profileFieldLabel, type FieldUnit } from './profile-field-labels.ts';

const formatUnits: Readonly<Record<FieldUnit, FormatUnit | undefined>> = {
  money: 'money',
  count: 'count',
  share: 'share',
  days: 'days',
  score: undefined,
  none: undefined,
};

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The customers of a segment as a table to take away, headed in words; columns without any value are left out. */
export const customerExport = (result: TableResult): ExportTable => ({
  columns: result.columns
    .filter((column) => result.rows.some((row) => (row[column.name] ?? null) !== null))
    .map((column) => {
      const { label, unit } = profileFieldLabel(column.name);
      const formatUnit = formatUnits[unit];
      return {
        key: column.name,
        label: capitalised(label),
        ...(formatUnit === undefined ? {} : { unit: formatUnit }),
      };
    }),
  rows: result.rows,
});
