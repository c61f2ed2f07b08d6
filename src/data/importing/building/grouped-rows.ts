import { ok, type Result } from '../../../core/result.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { TypedFile } from './typed-file.ts';

/** SQL: the row begins another order than the one before it. Both are looked at in the order of the file, without sorting. */
export const beginsOrder = 'order_key is distinct from lag(order_key) over ()';

/**
 * Whether the rows of each order follow each other in a file that says all orders, which are in `next_orders` already: then
 * no row has to be sorted or looked up to find the others of its order.
 */
export const areRowsGrouped = async (
  database: ImportDatabase,
  { table }: TypedFile,
): Promise<Result<boolean>> => {
  const counted = await database.rows(
    `select (count(*) filter (begins))::double as begun, coalesce(bool_and(row_no > before), true) as in_order,
       (select count(*) from next_orders)::double as orders
     from (select row_no, ${beginsOrder} as begins, coalesce(lag(row_no) over (), 0) as before from ${table})`,
  );
  if (!counted.ok) return counted;
  const { begun, orders, in_order: isInOrder } = counted.value[0] ?? {};
  return ok(isInOrder === true && begun === orders);
};
