-- Question   What was bought of what, in the look-back?
-- Grain      one line with a known product or category
-- Parameters $as_of, $window_days, $item ('product' or 'category')
-- Columns    item (name); order_id, customer_id; weekday (1 Monday to 7 Sunday); is_sold (bought, not taken back); net, cost (money)
-- Nulls      customer_id of an anonymous order; cost where neither the line nor its product tells it
-- Source     scoped_lines, scoped_orders, products
select
  case when $item = 'category' then sold.category else sold.product_name end as item,
  sold.order_id,
  sold.customer_id,
  isodow(sold.order_date)::UTINYINT as weekday,
  placed.is_purchase and coalesce(sold.quantity, 1) > 0 as is_sold,
  sold.net,
  coalesce(sold.cost, products.unit_cost * sold.quantity) as cost
from scoped_lines as sold
join scoped_orders as placed on placed.order_id = sold.order_id
left join products on products.product_id = sold.product_id
where sold.order_date >= $as_of - $window_days::INTEGER
  and case when $item = 'category' then sold.category else sold.product_name end is not null
