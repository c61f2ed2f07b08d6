-- Question   In which periods that are over did each customer buy?
-- Grain      one identified customer in one calendar period with a purchase
-- Parameters $as_of, $period 'month', 'quarter' or 'year'
-- Columns    period and last_full (the last period that is over by as-of) as running numbers
-- Nulls      none
-- Source     order_facts of the focus
select distinct
  customer_id,
  case $period
    when 'month' then year(order_date) * 12 + month(order_date) - 1
    when 'quarter' then year(order_date) * 4 + quarter(order_date) - 1
    else year(order_date)
  end as period,
  case $period
    when 'month' then year($as_of + 1) * 12 + month($as_of + 1) - 2
    when 'quarter' then year($as_of + 1) * 4 + quarter($as_of + 1) - 2
    else year($as_of + 1) - 1
  end as last_full
from scoped_orders
where is_purchase and customer_id is not null and order_date <= $as_of and period <= last_full
