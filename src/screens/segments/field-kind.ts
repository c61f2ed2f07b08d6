import type { LoadedColumn } from '../../engine/contract.ts';

/** What kind of condition a field takes. `choice`: few values, all known, offered as a list. */
export type FieldKind = 'choice' | 'text' | 'number' | 'date' | 'boolean';

const numberType = /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT|U\w*INT\w*|FLOAT|REAL|DOUBLE|DECIMAL|NUMERIC)/i;
const dateType = /^(DATE|TIMESTAMP)/i;

/** The kind of a loaded column, from its SQL type and from whether its values were few enough to be listed. */
export const fieldKind = (column: LoadedColumn): FieldKind => {
  if (/^BOOL/i.test(column.type)) return 'boolean';
  if (dateType.test(column.type)) return 'date';
  if (numberType.test(column.type)) return 'number';
  return column.values && column.values.length > 0 ? 'choice' : 'text';
};
