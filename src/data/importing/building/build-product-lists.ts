import { hasLines } from './required-targets.ts';
import type { TypedFile } from './typed-file.ts';

const hasList = ({ targets }: TypedFile): boolean => targets.has('orders.product_list');

const entry = '(^|[,;|\\n]\\s*)(\\d+)\\s*(?:×\\s*|x\\s+)';

/** One row for each entry of a text such as “2× Shirt, 1× Hat”: `order_id, line_no, product, quantity`. */
const entriesOf = ({ table }: TypedFile): string => `
  select order_key as order_id, row_no, unnest(range(1, len(entries) + 1)) as line_no, unnest(entries) as entry
  from (
    select order_key, row_no, list_filter(string_split(
      regexp_replace(orders__product_list, '${entry}', chr(1) || '\\2' || chr(2), 'g'), chr(1)), one -> trim(one) <> '') as entries
    from ${table} where orders__product_list is not null and order_key is not null
  )`;

/** Whether a file has lines without any price: the amounts are those of the orders. */
const lacksPrices = ({ targets }: TypedFile): boolean =>
  hasLines(targets) &&
  !['lines.net', 'lines.gross', 'lines.unit_price'].some((target) => targets.has(target));

/**
 * Gives lines without a price their part of the order's goods, shared out by pieces: exact for an order of one line.
 */
export const sharePrices = (files: readonly TypedFile[]): readonly string[] =>
  files.some(lacksPrices)
    ? [
        `update next_lines set net = shared.net from (
           select order_id, line_no, ((orders.gross - coalesce(orders.discount, 0)) * quantity / sum(quantity) over (partition by order_id))::decimal(18, 4) as net
           from next_lines join next_orders as orders using (order_id) where quantity > 0 and order_id in (select order_id from next_lines group by order_id having count(net) = 0)
         ) as shared where next_lines.order_id = shared.order_id and next_lines.line_no = shared.line_no`,
      ]
    : [];

/**
 * Adds lines to `next_lines` from what an order says was bought as one text. Such a text has no prices: the goods of the
 * order are shared out by pieces, which is exact for an order of one product.
 */
export const buildProductLists = (files: readonly TypedFile[]): readonly string[] =>
  files.filter(hasList).flatMap((file) => [
    `create or replace table import_entries as
     select order_id, (row_number() over (partition by order_id order by row_no, line_no))::integer as line_no,
       trim(case when contains(entry, chr(2)) then split_part(entry, chr(2), 2) else entry end, ' ,;|') as product,
       coalesce(try_cast(split_part(entry, chr(2), 1) as double), 1) as quantity
     from (${entriesOf(file)})`,
    `insert into next_lines (order_id, line_no, product_id, quantity, unit_price, net, is_return)
     with shared as (
       select entries.*, quantity / sum(quantity) over (partition by order_id) as part, orders.gross - coalesce(orders.discount, 0) as goods
       from import_entries as entries join next_orders as orders using (order_id) where quantity > 0
     )
     select order_id, line_no, product, quantity, (goods * part / quantity)::decimal(18, 4), (goods * part)::decimal(18, 4), false
     from shared where order_id not in (select order_id from next_lines)`,
    'drop table import_entries',
  ]);
