-- Question   Through which category of channels did each order come?
-- Grain      one order of the look-back
-- Parameters $as_of, $returns_net, $window_days (days of the look-back)
-- Columns    order_id, customer_id, order_date, is_purchase; revenue and margin (money); is_told (a channel is known), category
-- Nulls      category is null where the channel is unknown or has no category; margin where costs are
-- Source     orders that count; categories by channel_categories
select
  orders.order_id,
  orders.customer_id,
  order_date,
  is_purchase,
  case when $returns_net then net else sales end as revenue,
  margin,
  nullif(trim(channel), '') is not null as is_told,
  category
from scoped_orders as orders
left join channel_categories on name = lower(trim(channel))
where order_date > $as_of - $window_days::INTEGER
