import type { ProfileColumn } from '../segments/profile-column.ts';
import type { DerivedTable } from './derived-tables.ts';

/** Name of the table of first orders. */
export const firstOrdersTable = 'first_orders' satisfies DerivedTable;

/** A column about first orders, and the column of the data without which nothing is known of it. */
interface FirstOrderColumn extends ProfileColumn {
  readonly needs: { readonly table: string; readonly column: string };
}

const column = (name: string, type: string, source: string, needed: string): FirstOrderColumn => ({
  name: `first_order_${name}`,
  type,
  table: firstOrdersTable,
  needs: { table: source, column: needed },
});

/** What first orders add to the columns of a customer's profile; it doesn't change with time. Worked out when asked for. */
export const firstOrderColumns: readonly FirstOrderColumn[] = [
  column('value', 'DOUBLE', 'orders', 'net'),
  column('items', 'DOUBLE', 'lines', 'quantity'),
  column('category', 'VARCHAR', 'products', 'category'),
  column('channel', 'VARCHAR', 'orders', 'channel'),
  column('discounted', 'BOOLEAN', 'orders', 'discount'),
  column('coupon', 'BOOLEAN', 'orders', 'coupon'),
];
