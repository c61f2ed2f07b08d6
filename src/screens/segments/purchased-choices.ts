import type { Purchased } from '../../core/predicate.ts';
import type { LoadedColumn, LoadedTable } from '../../engine/contract.ts';

const sources: Readonly<Record<Exclude<Purchased['by'], 'any'>, readonly [table: string, column: string]>> = {
  product: ['products', 'name'],
  category: ['products', 'category'],
  channel: ['orders', 'channel'],
  payment_method: ['orders', 'payment_method'],
};

const labels: Readonly<Record<Purchased['by'], string>> = {
  any: 'anything',
  product: 'the product',
  category: 'from the category',
  channel: 'through the channel',
  payment_method: 'paying by',
};

const columnOf = (tables: readonly LoadedTable[], by: Purchased['by']): LoadedColumn | undefined => {
  if (by === 'any') return undefined;
  const [table, column] = sources[by];
  return tables.find((one) => one.name === table)?.columns.find((one) => one.name === column);
};

/** What “bought” can be narrowed to with the loaded tables; the current choice is always among them. */
export const purchasedChoices = (
  tables: readonly LoadedTable[],
  current: Purchased['by'],
): readonly { readonly value: Purchased['by']; readonly label: string }[] =>
  (Object.keys(labels) as Purchased['by'][])
    .filter((by) => by === 'any' || by === current || (columnOf(tables, by)?.known ?? 0) > 0)
    .map((value) => ({ value, label: labels[value] }));

/** The commonest values to narrow a purchase to, with in how many rows they occur; empty when there are too many to list. */
export const purchasedValues = (
  tables: readonly LoadedTable[],
  by: Purchased['by'],
): NonNullable<LoadedColumn['values']> => columnOf(tables, by)?.values ?? [];
