import type { Cell } from '../row.ts';
import type { SampleColumn, SampleTable } from './sample-tables.ts';
import type { TableDefinition } from '../tables/table.ts';

/** Collects rows into columns. */
export interface TableBuilder<Column extends string> {
  /** Adds a row, which names every column; null where it has no value. */
  readonly add: (row: Readonly<Record<Column, Cell>>) => void;
  readonly build: () => SampleTable;
}

/** A builder for some columns of a canonical table, in the given order. A column the table lacks is a bug: it throws. */
export const createTableBuilder = <Column extends string>(
  definition: TableDefinition<SampleTable['name']>,
  names: readonly Column[],
): TableBuilder<Column> => {
  const filled = names.map((name) => {
    const column = definition.columns.find((candidate) => candidate.name === name);
    if (column === undefined) throw new Error(`${definition.name} has no column ${name}`);
    const values: Cell[] = [];
    return { name, type: column.type, values };
  });
  return {
    add: (row) => {
      for (const column of filled) column.values.push(row[column.name]);
    },
    build: () => ({ name: definition.name, rows: filled[0]?.values.length ?? 0, columns: filled }),
  };
};

/** The wide table of customer attributes: `customer_id` first, then one `attr_…` column each. */
export const createAttributesTable = (
  customerIds: readonly string[],
  attributes: readonly SampleColumn[],
): SampleTable => ({
  name: 'customer_attributes',
  rows: customerIds.length,
  columns: [{ name: 'customer_id', type: 'VARCHAR', values: customerIds }, ...attributes],
});
