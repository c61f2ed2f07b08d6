import { ok, type Result } from '../../../core/result.ts';
import type { ImportIssue } from '../contract.ts';
import { orderDaysSql } from '../../facts/order-days.ts';
import type { ImportDatabase } from '../import-database.ts';
import { repeatedCustomersSql } from './build-customers.ts';
import { hasDeals } from './build-deals.ts';
import { areOrdersOfOneFile, hasOrders } from './orders-of-file.ts';
import type { TypedFile } from './typed-file.ts';

const countsSql = (files: readonly TypedFile[]): string => `select
  (${repeatedCustomersSql(files)})::integer as repeated_customers,
  (select count(*) from next_orders where status = 'cancelled')::integer as cancelled,
  (select count(*) from next_orders)::integer as orders,
  (select count(*) from next_orders where customer_id is null)::integer as anonymous,
  (select count(*) from next_orders where refund > 0 and gross = 0)::integer as credit_notes,
  (select count(*) from next_orders where refund > 0 and gross > 0)::integer as refunded,
  (select count(*) from next_orders where status <> 'cancelled' and gross = 0 and refund = 0)::integer as without_value,
  ${
    areOrdersOfOneFile(files)
      ? '0 as orphans, 0 as without_lines'
      : `(select count(*) from next_lines where order_id not in (select order_id from next_orders))::integer as orphans,
  (select count(*) from next_orders where order_id not in (select order_id from next_lines))::integer as without_lines`
  },
  (select count(*) from next_lines)::integer as line_count,
  (select count(distinct currency) from next_orders)::integer as currencies,
  (select string_agg(code || ' ' || n, ', ' order by n desc) from (
     select currency as code, count(*) as n from next_orders where currency is not null group by 1 order by count(*) desc limit 5
   )) as currency_list,
  (select count(*) from next_customers where customer_id like '-%' and try_cast(customer_id as bigint) < 0)::integer as negative_ids,
  (select count(*) from next_customers where lower(email) in
     (select lower(email) from next_customers where email is not null group by 1 having count(*) > 1))::integer as same_email,
  (select count(*) from next_deals where is_won)::integer as won_deals,
  (select count(*) from next_deals where customer_id is null)::integer as nobodys_deals,
  order_days.* from (${orderDaysSql("(from next_orders where status <> 'cancelled')", 'ordered_at::date')}) as order_days`;

type Severity = ImportIssue['severity'];

/** What the loaded orders as a whole should be known for: returns, cancellations, anonymous sales, currencies, orphans. */
export const reportIssues = async (
  database: ImportDatabase,
  files: readonly TypedFile[],
): Promise<Result<readonly ImportIssue[]>> => {
  const counted = await database.rows(countsSql(files));
  if (!counted.ok) return counted;
  const row = counted.value[0] ?? {};
  const count = (name: string): number => Number(row[name] ?? 0);
  const issues: ImportIssue[] = [];
  const add = (severity: Severity, code: string, number: number, message: string): void => {
    if (number > 0) issues.push({ severity, code, message, count: number });
  };
  add(
    'info',
    'credit-notes',
    count('credit_notes'),
    'Returns and credit notes: they lower net revenue and don’t count as orders',
  );
  add(
    'info',
    'refunded-orders',
    count('refunded'),
    'Orders with a partial or full refund: net revenue is after it',
  );
  add('info', 'cancelled-orders', count('cancelled'), 'Cancelled orders were loaded but count nowhere');
  const isAllAnonymous = count('anonymous') > 0 && count('anonymous') === count('orders');
  add(
    isAllAnonymous ? 'warning' : 'info',
    'anonymous-orders',
    count('anonymous'),
    isAllAnonymous
      ? 'No order names a customer: nothing can be said of customers'
      : 'Orders name no customer: they count in totals, not in customer analyses',
  );
  add(
    'info',
    'orders-without-value',
    count('without_value'),
    'Orders without a positive amount don’t count as purchases',
  );
  add(
    'warning',
    'orphan-lines',
    count('orphans'),
    'Order lines belong to no order of the files: they count nowhere',
  );
  if (count('line_count') > 0)
    add('info', 'orders-without-lines', count('without_lines'), 'Orders have no lines in the files');
  add(
    'warning',
    'negative-ids',
    count('negative_ids'),
    'Customers have a negative number, which often stands for “unknown”',
  );
  add(
    'info',
    'repeated-customers',
    count('repeated_customers'),
    'Rows of the customer list name a customer once more: where they differ, the later row counts',
  );
  add(
    'warning',
    'same-email',
    count('same_email'),
    'Customers share their e-mail address with another one: some may be the same person',
  );
  add(
    'warning',
    'late-orders',
    count('late_orders'),
    `Orders come more than two years after all others, the last on ${String(row['latest'])}, perhaps by a mistyped year: the as-of date is the day after ${String(row['last_order'])}, so they count nowhere until you set it later`,
  );
  add(
    'warning',
    'early-orders',
    count('early_orders'),
    `Orders come more than two years before all others, the first on ${String(row['first_order'])}, perhaps by a mistyped year or a placeholder: they count like any other`,
  );
  if (count('currencies') > 1)
    add(
      'warning',
      'mixed-currencies',
      count('currencies'),
      `Orders are in several currencies (${String(row['currency_list'])}) and were not converted`,
    );
  add(
    'warning',
    'deals-without-customer',
    count('nobodys_deals'),
    'Deals name no customer, and no file says whose they are: they count in totals, not in customer analyses',
  );
  if (files.some(hasDeals) && !files.some(hasOrders))
    add(
      'info',
      'deals-as-orders',
      count('won_deals'),
      'Won deals count as orders on the day they were closed',
    );
  if (files.some(hasDeals) && files.some(hasOrders))
    add(
      'info',
      'deals-not-orders',
      count('won_deals'),
      'Won deals don’t count as orders, as the files have orders of their own',
    );
  return ok(issues);
};
