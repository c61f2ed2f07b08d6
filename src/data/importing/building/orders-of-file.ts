import { isInPart, partsOf, wholePart, type Slice } from '../../sql/parts.ts';
import { nameSql } from './build-customers.ts';
import { hasLineDiscount, lineTotalsSql } from './line-totals.ts';
import { paymentMethodSql, refundsPaidSql, tellsPayments } from './payments-of-file.ts';
import { hasLines, isDated } from './required-targets.ts';
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
  'refunded_goods',
  'coupon',
];

/** Whether a file says something about orders themselves. */
export const hasOrders = ({ targets }: TypedFile): boolean =>
  ['orders.ordered_at', 'orders.order_id', 'lines.order_id'].some((target) => targets.has(target)) &&
  orderTargets.some((target) => targets.has(`orders.${target}`));

/** Whether one file says all orders with all of their lines: one look at it is enough, and every line has its order. */
export const areOrdersOfOneFile = (files: readonly TypedFile[]): boolean => {
  const about = files.filter(hasOrders);
  const lined = files.filter(({ targets }) => hasLines(targets));
  const [only, ...others] = about;
  return (
    only !== undefined &&
    others.length === 0 &&
    lined.length === 1 &&
    lined[0] === only &&
    isDated(only.targets)
  );
};

export const money = (sql: string): string => `(${sql})::decimal(18, 4)`;

/** The value where it is positive, 0 where it is negative, null where it isn't known. */
const positive = (sql: string): string => `case when (${sql}) is not null then greatest(${sql}, 0) end`;

const amounts = ['sales', 'net', 'gross', 'total'];

/** SQL for whether an order's amount is another one on each of its rows: it is the amount of the line then. The first part tells. */
const differsSql = ({ targets, table, staged }: TypedFile): string => {
  const amount = amounts.find((name) => targets.has(`orders.${name}`));
  const [first = wholePart] = partsOf(staged.rows);
  return amount === undefined
    ? 'false'
    : `select coalesce(avg(differs::integer) > 0.05, false) from (
         select min(orders__${amount}) <> max(orders__${amount}) as differs from ${table}
         where ${isInPart('order_key', first)} group by order_key having count(orders__${amount}) > 1)`;
};

/** SQL of the sales in a row: gross is before discount, net is after refunds, and both are brought to what lies between. */
const salesSql = (file: TypedFile): string => {
  const column = (name: string): string => columnOrNull(file, `orders.${name}`);
  const { targets } = file;
  if (targets.has('orders.gross') && !targets.has('orders.sales'))
    return `${column('gross')} - coalesce(${column('discount')}, 0)`;
  if (targets.has('orders.net') && !targets.has('orders.sales'))
    return `${column('net')} + coalesce(${column('refund')}, 0)`;
  return `coalesce(${column('sales')}, ${column('net')}, ${column('gross')},
    ${column('total')} - coalesce(${column('shipping')}, 0) - coalesce(${column('tax')}, 0))`;
};

/** What the lines of an order come to: what was sold before discount, the discount, and what was taken back. */
const lineSums = (hasDiscount: boolean): string => {
  const discount = hasDiscount ? 'abs(taken_off)::decimal(18, 4)' : 'null::decimal(18, 4)';
  return `coalesce(sum(line_net + coalesce(${discount}, 0)) filter (not is_return), 0) as line_gross,
    coalesce(sum(${discount}) filter (not is_return), 0) as line_discount,
    coalesce(sum(-line_net) filter (is_return), 0) as line_refund`;
};

/**
 * What one file says about each order, one row an order. Amounts of an order stand once where the rows are lines, on the
 * first or on all of them, and are added up where every row has its own; negative ones are refunds. What the file doesn't
 * say is not aggregated. `withLines`: with the sums of its lines.
 */
export const ordersOf = (file: TypedFile, withLines: boolean, slice: Slice): string => {
  const has = (...names: readonly string[]): boolean =>
    names.some((name) => file.targets.has(`orders.${name}`));
  const column = (name: string): string => columnOrNull(file, `orders.${name}`);
  const of = (name: string, aggregate: string): string =>
    has(name) ? `${aggregate}(${column(name)})` : column(name);
  const isOnce = hasLines(file.targets) && has('order_id');
  const total = (sql: string): string =>
    isOnce ? `case when (${differsSql(file)}) then sum(${sql}) else any_value(${sql}) end` : `sum(${sql})`;
  const amount = (sql: string, ...from: readonly string[]): string =>
    money(has(...from) ? total(sql) : 'null');
  const sales = salesSql(file);
  const method = has('paid') ? paymentMethodSql(file) : of('payment_method', 'any_value');
  const status = tellsPayments(file) ? 'null::varchar' : of('status', 'any_value');
  const currency =
    file.currencySql === undefined ? of('currency', 'any_value') : `any_value(${file.currencySql})`;
  const name = nameSql(file);
  return `
    select order_key as order_id, ${file.index} as file_no, any_value(customer_key) as customer_key,
      ${of('ordered_at', 'min')} as ordered_at,
      ${amount(positive(sales), ...amounts)} as sold,
      ${amount(positive(`-(${sales})`), ...amounts)} as credited,
      ${amount(column('discount'), 'discount')} as discount, ${has('paid') ? money(refundsPaidSql(file)) : amount(column('refund'), 'refund')} as refund,
      ${money(of('refunded_goods', 'sum'))} as refunded_goods,
      ${amount(column('shipping'), 'shipping')} as shipping, ${amount(column('tax'), 'tax')} as tax,
      upper(${currency}) as currency, ${status} as status,
      ${has('cancelled_at') ? `bool_or(${column('cancelled_at')} is not null)` : 'false'} as is_cancelled,
      ${of('channel', 'any_value')} as channel, ${method} as payment_method,
      ${of('promised_at', 'min')} as promised_at, ${of('delivered_at', 'max')} as delivered_at,
      ${of('coupon', 'any_value')} as coupon,
      ${name.startsWith('null') ? name : `any_value(${name}) filter (customer_key is null)`} as guest_name${withLines ? `, ${lineSums(hasLineDiscount(file))}` : ''}
    from ${withLines ? `(${lineTotalsSql(file)})` : file.table} where order_key is not null and ${slice('order_key')} group by order_key`;
};
