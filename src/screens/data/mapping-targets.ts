import { canonicalTables } from '../../data/tables/canonical-tables.ts';

/** A place where a column can go. */
export interface MappingTarget {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

/** All places: ignore, customer attribute, and every column of every canonical table. */
export const mappingTargets: readonly MappingTarget[] = [
  { value: 'ignore', label: 'Leave out', hint: 'The column is not read' },
  {
    value: 'attribute',
    label: 'Customer attribute',
    hint: 'Kept under its own name, for segments and profiles',
  },
  ...canonicalTables.flatMap((table) =>
    table.columns.map((column) => ({
      value: `${table.name}.${column.name}`,
      label: `${table.title}: ${column.name.replaceAll('_', ' ')}`,
      hint: column.meaning,
    })),
  ),
];
