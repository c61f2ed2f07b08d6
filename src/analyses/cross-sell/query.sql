-- Question   What is sold to how many, and what does it bring?
-- Grain      one item that is looked at
-- Parameters those of bought and ranked
-- Columns    code (1 the most frequent), item; customers, baskets; revenue, margin (money, after what was taken back); known_items; days from
--            the first order of the look-back to as-of
-- Nulls      margin where the cost of any line is unknown
-- Source     ranked
select
  code::INTEGER as code,
  item,
  customers::INTEGER as customers,
  baskets::INTEGER as baskets,
  revenue::DOUBLE as revenue,
  case when unknown_costs = 0 then revenue - cost end::DOUBLE as margin,
  known_items::INTEGER as known_items,
  (
    select $as_of - min(order_date) + 1
    from scoped_orders
    where order_date >= $as_of - $window_days::INTEGER
  )::INTEGER as days
from ranked
order by code
