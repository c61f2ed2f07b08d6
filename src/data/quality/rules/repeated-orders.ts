import { countsSql, salesSql } from './order-values.ts';

/**
 * Query of orders that look like another one of the same customer: the same day and amounts under another number. One
 * row for each that isn't the first of its group: `order_id`, and `is_copy`: the moment and the products are the same
 * too, so that it is the same order twice. Without lines only a time of day tells copies. Anonymous, cancelled and
 * worthless orders are left out.
 */
export const repeatedOrdersSql = (orders: string, lines: string): string => `
  with alike as (
    select order_id, customer_id, ordered_at, ${salesSql} as sales, coalesce(refund, 0) as refunded, currency
    from ${orders}
    where customer_id is not null and ${countsSql} and (${salesSql} <> 0 or coalesce(refund, 0) <> 0)
    qualify count(*) over (partition by customer_id, ordered_at::DATE, sales, refunded, currency) > 1
  ),
  contents as (
    select order_id, bit_xor(hash(product_id, quantity, net)) as content, count(*) as pieces
    from ${lines} where order_id in (select order_id from alike) group by order_id
  ),
  placed as (
    select order_id,
      row_number() over (partition by customer_id, ordered_at::DATE, sales, refunded, currency order by order_id) as nth,
      row_number() over (partition by customer_id, ordered_at, sales, refunded, currency, content, pieces order by order_id) as nth_exact,
      content is not null or ordered_at <> ordered_at::DATE::TIMESTAMP as is_sure
    from alike left join contents using (order_id)
  )
  select order_id, nth_exact > 1 and is_sure as is_copy from placed where nth > 1 or (nth_exact > 1 and is_sure)`;
