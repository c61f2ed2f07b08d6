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
