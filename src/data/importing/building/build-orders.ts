import { nameSql } from './build-customers.ts';
import { hasLines } from './required-targets.ts';
import { isRefundedSql, orderStatusSql } from './status-sql.ts';
import { columnOrNull, type TypedFile } from './typed-file.ts';

const orderTargets = [
  'ordered_at',
  'status',
  'paid',
  'payment_method',
  'sales',
  'net',
  'gross',
  'total',
  'delivered_at',
  'cancelled_at',
  'refund',
  'coupon',
];

/** Whether a file says something about orders themselves. */
export const hasOrders = ({ targets }: TypedFile): boolean =>
  orderTargets.some((target) => targets.has(`orders.${target}`));

const money = (sql: string): string => `(${sql})::decimal(18, 4)`;

/** The value where it is positive, 0 where it is negative, null where it isn't known. */
const positive = (sql: string): string => `case when (${sql}) is not null then greatest(${sql}, 0) end`;

const amounts = ['sales', 'net', 'gross', 'total'];

/** SQL for whether an order's amount is another one on each of its rows: it is the amount of the line then. */
const differsSql = ({ targets, table }: TypedFile): string => {
  const amount = amounts.find((name) => targets.has(`orders.${name}`));
  return amount === undefined
    ? 'false'
    : `select coalesce(avg(differs::integer) > 0.05, false) from (
         select min(orders__${amount}) <> max(orders__${amount}) as differs from ${table}
         group by order_key having count(orders__${amount}) > 1)`;
};

/**
 * What one file says about each order, one row an order. Amounts of an order stand once where the rows are lines, on the
 * first or on all of them, and are added up where every row has its own; negative ones are refunds.
 */
const ordersOf = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `orders.${name}`);
  const isByLine = hasLines(file.targets);
  const first = (sql: string): string => `any_value(${sql})`;
  const isOnce = isByLine && file.targets.has('orders.order_id');
  const total = (sql: string): string =>
    isOnce ? `case when (${differsSql(file)}) then sum(${sql}) else ${first(sql)} end` : `sum(${sql})`;
  const given = `coalesce(${column('sales')}, ${column('net')}, ${column('gross')},
    ${column('total')} - coalesce(${column('shipping')}, 0) - coalesce(${column('tax')}, 0))`;
  // Gross is before discount, net is after refunds: both are brought to sales, which lie between.
  const sales = file.targets.has('orders.sales')
    ? given
    : file.targets.has('orders.gross')
      ? `${column('gross')} - coalesce(${column('discount')}, 0)`
      : file.targets.has('orders.net')
        ? `${column('net')} + coalesce(${column('refund')}, 0)`
        : given;
  const method = file.targets.has('orders.paid')
    ? `arg_max(${column('payment_method')}, ${column('paid')})`
    : first(column('payment_method'));
  const currency = file.currencySql ?? column('currency');
  return `
    select order_key as order_id, ${file.index} as file_no, any_value(customer_key) as customer_key,
      min(${column('ordered_at')}) as ordered_at,
      ${money(total(positive(sales)))} as sold,
      ${money(total(positive(`-(${sales})`)))} as credited,
      ${money(total(column('discount')))} as discount, ${money(total(column('refund')))} as refund,
      ${money(total(column('shipping')))} as shipping, ${money(total(column('tax')))} as tax,
      upper(${first(currency)}) as currency, ${first(column('status'))} as status,
      bool_or(${column('cancelled_at')} is not null) as is_cancelled,
      ${first(column('channel'))} as channel, ${method} as payment_method,
      min(${column('promised_at')}) as promised_at, max(${column('delivered_at')}) as delivered_at,
      ${first(column('coupon'))} as coupon,
      any_value(${nameSql(file)}) filter (customer_key is null) as guest_name
    from ${file.table} where order_key is not null group by order_key`;
};

/** All of an order where its status says refunded; what was sold is bounded where it is taken off. */
const refundedByStatus = `(case when ${isRefundedSql('said.status')} then 99999999999999 else 0 end)::decimal(18, 4)`;

const firstOf = (column: string): string => `arg_min(${column}, file_no) as ${column}`;

/** What files of lines charge for shipping and tax, order by order. */
const chargesOf = (files: readonly TypedFile[]): string => {
  const parts = files
    .filter(({ targets }) => targets.has('lines.shipping') || targets.has('lines.tax'))
    .map(
      (file) =>
        `select order_key as order_id, ${columnOrNull(file, 'lines.shipping')} as shipping, ${columnOrNull(file, 'lines.tax')} as tax from ${file.table}`,
    );
  const rows =
    parts.length > 0
      ? parts.join(' union all ')
      : 'select null::varchar as order_id, null::double as shipping, null::double as tax';
  return `select order_id, sum(shipping) as shipping, sum(tax) as tax from (${rows}) group by order_id`;
};

/** Whether no file gives the amounts of refunds: an order whose status says refunded was refunded in full then. */
const refundsByStatus = (files: readonly TypedFile[]): boolean =>
  files.some(({ targets }) => targets.has('orders.status')) &&
  !files.some(({ targets }) => targets.has('orders.refund') || targets.has('orders.net'));

/** Whether any file tells of discounts; otherwise they are unknown, not 0. */
const knowsDiscounts = (files: readonly TypedFile[]): boolean =>
  files.some(({ targets }) =>
    ['orders.discount', 'lines.discount', 'lines.discount_rate'].some((target) => targets.has(target)),
  );

/**
 * Fills `next_orders`: what all files say about an order, the earlier file first, and its lines added up where the
 * files give no amounts. A refund that is given is goods only up to the sales: the rest was shipping or tax.
 */
export const buildOrders = (files: readonly TypedFile[]): readonly string[] => {
  const parts = files.filter(hasOrders).map(ordersOf);
  if (parts.length === 0) return [];
  const columns = [
    'customer_key',
    'ordered_at',
    'sold',
    'credited',
    'discount',
    'refund',
    'shipping',
    'tax',
    'currency',
    'status',
    'channel',
    'payment_method',
    'promised_at',
    'delivered_at',
    'coupon',
    'guest_name',
  ];
  return [
    `create or replace table import_orders as
     with said as (${parts.join('\nunion all\n')}),
     merged as (select order_id, bool_or(is_cancelled) as is_cancelled, ${columns.map(firstOf).join(', ')} from said group by order_id),
     lined as (
       select order_id,
         coalesce(sum(net + coalesce(discount, 0)) filter (not is_return), 0) as gross,
         coalesce(sum(discount) filter (not is_return), 0) as discount,
         coalesce(sum(-net) filter (is_return), 0) as refund
       from next_lines group by order_id
     ),
     charged as (${chargesOf(files)})
     select said.order_id, customer_key as customer_id, said.ordered_at,
       ${money('case when sold is not null then sold + coalesce(said.discount, 0) else coalesce(lined.gross, 0) end')} as gross,
       ${money('case when sold is not null then coalesce(said.discount, 0) else coalesce(lined.discount, 0) + coalesce(said.discount, 0) end')} as discount,
       ${money('case when sold is not null then credited else coalesce(lined.refund, 0) end')} as credited,
       ${refundsByStatus(files) ? refundedByStatus : money('coalesce(said.refund, 0)')} as refunded,
       ${money('coalesce(said.shipping, charged.shipping)')} as shipping, ${money('coalesce(said.tax, charged.tax)')} as tax, said.currency,
       case when is_cancelled then 'cancelled' else ${orderStatusSql('said.status')} end as status,
       said.channel, said.payment_method, said.promised_at, said.delivered_at, said.coupon,
       case when customer_key is null then said.guest_name end as guest_name
     from merged as said left join lined using (order_id) left join charged using (order_id)
     where said.ordered_at is not null`,
    `insert into next_orders
     with refunds as (
       select *, ${money('credited + least(refunded, greatest(gross - discount, 0))')} as refund from import_orders
     )
     select order_id, customer_id, ordered_at, gross, ${knowsDiscounts(files) ? 'discount' : 'null'}, refund, ${money('gross - discount - refund')} as net,
       shipping, tax, currency, status, channel, payment_method, promised_at, delivered_at, coupon, guest_name
     from refunds`,
    'drop table import_orders',
  ];
};
