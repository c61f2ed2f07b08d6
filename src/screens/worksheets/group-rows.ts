import type { Fields } from '../../strategy/worksheets/field.ts';
import type { RowOf, Worksheet } from '../../strategy/worksheets/worksheet.ts';

/** Rows under one heading; a worksheet without groups has one, without a heading. */
export interface RowGroup {
  readonly key: string;
  readonly label: string | undefined;
  readonly rows: readonly RowOf<Fields>[];
}

/** The rows under the choices of the field that groups them, in the order of the choices; those without one come last. */
export const groupRows = (worksheet: Worksheet, rows: readonly RowOf<Fields>[]): readonly RowGroup[] => {
  const field = worksheet.groupBy === undefined ? undefined : worksheet.fields[worksheet.groupBy];
  if (worksheet.groupBy === undefined || field?.kind !== 'choice')
    return [{ key: 'all', label: undefined, rows }];
  const by = worksheet.groupBy;
  return [...field.options, { value: null, label: 'Not placed yet' }]
    .map(({ value, label }) => ({
      key: value ?? '',
      label,
      rows: rows.filter((row) => row.values[by] === value),
    }))
    .filter((group) => group.rows.length > 0);
};
