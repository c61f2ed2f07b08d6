import { partsOf, slicesOf, type Slice } from '../../sql/parts.ts';
import { areOrdersOfOneFile, hasOrders, money, ordersOf } from './orders-of-file.ts';
import { isRefundedSql, orderStatusSql } from './status-sql.ts';
import { columnOrNull, countStagedRows, type TypedFile } from './typed-file.ts';

/** All of an order where its status says refunded; what was sold is bounded where it is taken off. */
const refundedByStatus = `(case when ${isRefundedSql('said.status')} then 99999999999999 else 0 end)::decimal(18, 4)`;

const firstOf = (column: string): string => `arg_min(${column}, file_no) as ${column}`;

/** What files of lines charge for shipping and tax, order by order; undefined when none does. */
const chargesOf = (files: readonly TypedFile[], slice: Slice): string | undefined => {
  const parts = files
    .filter(({ targets }) => targets.has('lines.shipping') || targets.has('lines.tax'))
    .map(
      (file) =>
        `select order_key as order_id, ${columnOrNull(file, 'lines.shipping')} as shipping, ${columnOrNull(file, 'lines.tax')} as tax from ${file.table} where ${slice('order_key')}`,
    );
  return parts.length === 0
    ? undefined
    : `select order_id, sum(shipping) as shipping, sum(tax) as tax from (${parts.join(' union all ')}) group by order_id`;
};

const columns = [
  'customer_key',
  'ordered_at',
  'sold',
  'credited',
  'discount',
  'refunded_goods',
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

/** What the lines of all files come to, order by order. */
const lineSumsByOrder = (slice: Slice): string => `select order_id,
    coalesce(sum(net + coalesce(discount, 0)) filter (not is_return), 0) as line_gross,
    coalesce(sum(discount) filter (not is_return), 0) as line_discount,
    coalesce(sum(-net) filter (is_return), 0) as line_refund
  from next_lines where ${slice('order_id')} group by order_id`;

/**
 * What all files say of an order, one row an order: the earliest file that says something. Several files may tell of one
 * refund, one of them by 0 where it does not know: it counts once, as the largest.
 */
const mergedSql = (parts: readonly string[]): string =>
  parts.length === 1
    ? parts.join('')
    : `select order_id, bool_or(is_cancelled) as is_cancelled, max(refund) as refund, ${columns.map(firstOf).join(', ')}
       from (${parts.join('\nunion all\n')}) group by order_id`;

/** Whether sales are known before refunds: an order whose status says refunded, and of which no file says how much, was refunded in full then. */
const refundsByStatus = (files: readonly TypedFile[]): boolean =>
  !files.some(({ targets }) => targets.has('orders.net'));

/** SQL of what was given back: the goods where a file tells them apart, else what was paid back, else what the status says. */
const refundedSql = (files: readonly TypedFile[]): string =>
  money(
    `coalesce(nullif(said.refunded_goods, 0), said.refund, ${refundsByStatus(files) ? refundedByStatus : '0'})`,
  );

/** Whether any file tells of discounts; otherwise they are unknown, not 0. */
const knowsDiscounts = (files: readonly TypedFile[]): boolean =>
  files.some(({ targets }) =>
    ['orders.discount', 'lines.discount', 'lines.discount_rate'].some((target) => targets.has(target)),
  );

/**
 * The statement that fills `next_orders` with the orders of a slice: what all files say about an order, the earlier file
 * first, and its lines added up where the files give no amounts. A refund that is given is goods only up to the sales: the rest was shipping or tax.
 */
const ordersSql = (files: readonly TypedFile[], slice: Slice): string => {
  const isWhole = areOrdersOfOneFile(files);
  const charges = chargesOf(files, slice);
  const charged = (name: string): string =>
    charges === undefined ? `said.${name}` : `coalesce(said.${name}, charged.${name})`;
  const unless = (given: string, otherwise: string): string =>
    money(`case when sold is not null then ${given} else ${otherwise} end`);
  return `insert into next_orders
     with said as (${mergedSql(files.filter(hasOrders).map((file) => ordersOf(file, isWhole, slice)))}),
     priced as (
       select said.order_id, customer_key as customer_id, said.ordered_at,
         ${unless('sold + coalesce(said.discount, 0)', 'coalesce(line_gross, 0)')} as gross,
         ${unless('coalesce(said.discount, 0)', 'coalesce(line_discount, 0) + coalesce(said.discount, 0)')} as discount,
         ${unless('credited', 'coalesce(line_refund, 0)')} as credited,
         ${refundedSql(files)} as refunded,
         ${money(charged('shipping'))} as shipping, ${money(charged('tax'))} as tax, said.currency,
         case when is_cancelled then 'cancelled' else ${orderStatusSql('said.status')} end as status,
         said.channel, said.payment_method, said.promised_at, said.delivered_at, said.coupon,
         case when customer_key is null then said.guest_name end as guest_name
       from said ${isWhole ? '' : `left join (${lineSumsByOrder(slice)}) as lined using (order_id)`}
         ${charges === undefined ? '' : `left join (${charges}) as charged using (order_id)`}
       where said.ordered_at is not null
     ),
     refunds as (
       select *, ${money('credited + least(refunded, greatest(gross - discount, 0))')} as refund from priced
     )
     select order_id, customer_id, ordered_at, gross, ${knowsDiscounts(files) ? 'discount' : 'null'}, refund, ${money('gross - discount - refund')} as net,
       shipping, tax, currency, status, channel, payment_method, promised_at, delivered_at, coupon, guest_name
     from refunds`;
};

/** Statements that fill `next_orders`, some of the orders after others: by default by their numbers, as many as fit. */
export const buildOrders = (
  files: readonly TypedFile[],
  slices: readonly Slice[] = slicesOf(partsOf(countStagedRows(files))),
): readonly string[] => (files.some(hasOrders) ? slices.map((slice) => ordersSql(files, slice)) : []);
