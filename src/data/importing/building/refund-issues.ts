import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import type { ImportDatabase } from '../import-database.ts';
import { hasOrders, ordersOf } from './orders-of-file.ts';
import { isDated } from './required-targets.ts';
import { isPartlyRefundedSql } from './status-sql.ts';
import type { TypedFile } from './typed-file.ts';

/** Whether a file tells of refunds of orders that other files date. */
const tellsRefunds = (file: TypedFile): boolean =>
  !isDated(file.targets) &&
  hasOrders(file) &&
  ['orders.refund', 'orders.refunded_goods', 'orders.paid'].some((target) => file.targets.has(target));

const refundedOrders = (files: readonly TypedFile[]): string =>
  files
    .map(
      (file) =>
        `select order_id from (${ordersOf(file, false, () => 'true')}) where coalesce(refund, 0) > 0 or coalesce(refunded_goods, 0) > 0`,
    )
    .join(' union ');

const partlyRefunded = (files: readonly TypedFile[]): string =>
  files
    .map(
      ({ table }) =>
        `select order_key as order_id from ${table} where ${isPartlyRefundedSql('orders__status')}`,
    )
    .join(' union ');

const none = 'select null::varchar as order_id where false';

/** What should be said of refunds: those of separate files, those whose order is unknown, and those without an amount. */
export const refundIssues = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
): Promise<Result<readonly ImportIssue[]>> => {
  const telling = files.filter(tellsRefunds);
  const stated = files.filter((file) => hasOrders(file) && file.targets.has('orders.status'));
  if (telling.length === 0 && stated.length === 0) return ok([]);
  const counted = await database.rows(
    `with told as (${refundedOrders(telling) || none}), partly as (${partlyRefunded(stated) || none})
     select (select count(*) from told where order_id in (select order_id from next_orders))::integer as joined,
       (select count(*) from told where order_id not in (select order_id from next_orders))::integer as orphans,
       (select count(*) from next_orders where refund = 0 and gross > 0
          and order_id in (select order_id from partly))::integer as unknown`,
  );
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  const names = telling.map(({ plan }) => `“${plan.file}”`).join(', ');
  const of = (
    name: string,
    severity: ImportIssue['severity'],
    code: string,
    message: string,
  ): readonly ImportIssue[] => {
    const count = Number(row[name] ?? 0);
    return count === 0 ? [] : [{ severity, code, message, count }];
  };
  return ok([
    ...of(
      'joined',
      'info',
      'refunds-joined',
      `Orders whose refunds are told by ${names}: each order’s refund counts once, whichever files tell it`,
    ),
    ...of(
      'orphans',
      'warning',
      'refunds-without-order',
      `Orders that ${names} tell refunds of are in none of the files: these refunds count nowhere`,
    ),
    ...of(
      'unknown',
      'warning',
      'refund-amount-unknown',
      'Orders are partly refunded by their status, but no file says how much: net revenue is before these refunds',
    ),
  ]);
};
