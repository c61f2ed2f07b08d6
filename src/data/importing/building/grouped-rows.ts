import { ok, type Result } from '../../../core/result.ts';
import { isInPart, partsOf, rowsAtOnce } from '../../sql/parts.ts';
import type { ImportDatabase } from '../import-database.ts';
import type { TypedFile } from './typed-file.ts';

/** SQL: the row begins another order than the one before it. Both are looked at in the order of the file, without sorting. */
export const beginsOrder = 'order_key is distinct from lag(order_key) over ()';

/** Rows of a file from one to another, which is not among them. */
export interface RowRange {
  readonly from: number;
  /** Absent: up to the end. */
  readonly to?: number;
}

/** SQL of the rows of a range. */
export const isInRange = ({ from, to }: RowRange): string =>
  `row_no >= ${from}${to === undefined ? '' : ` and row_no < ${to}`}`;

/** Orders of more rows than this are not looked over for their end. */
const longestOrder = 1_000_000;

/** The first row after this one that begins an order; undefined when there is none in reach. */
const nextOrder = async (
  database: ImportDatabase,
  { table }: TypedFile,
  row: number,
): Promise<Result<number | undefined>> => {
  const found = await database.rows(
    `select min(row_no)::double as first from (select row_no, ${beginsOrder} as begins from ${table}
       where row_no >= ${row} and row_no < ${row + longestOrder}) where begins and row_no > ${row}`,
  );
  if (!found.ok) return found;
  const first = found.value[0]?.['first'];
  return ok(typeof first === 'number' ? first : undefined);
};

/** All rows of a file in ranges that are worked on one after another; each begins with an order other than that before it. */
export const rangesOfOrders = async (
  database: ImportDatabase,
  file: TypedFile,
): Promise<Result<readonly RowRange[]>> => {
  const starts = [0];
  for (let row = rowsAtOnce; row < file.staged.rows; row += rowsAtOnce) {
    const start = await nextOrder(database, file, row);
    if (!start.ok) return start;
    if (start.value !== undefined) starts.push(start.value);
  }
  return ok(starts.map((from, at) => ({ from, ...(at + 1 < starts.length ? { to: starts[at + 1] } : {}) })));
};

/** Whether an order is in `next_orders` more than once: rows of it were in different ranges. */
export const areOrdersTorn = async (
  database: ImportDatabase,
  { staged }: TypedFile,
): Promise<Result<boolean>> => {
  for (const part of partsOf(staged.rows)) {
    const found = await database.rows(
      `select count(*)::double as n, count(distinct order_id)::double as different from next_orders
       where ${isInPart('order_id', part)}`,
    );
    if (!found.ok) return found;
    if (found.value[0]?.['n'] !== found.value[0]?.['different']) return ok(true);
  }
  return ok(false);
};

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
