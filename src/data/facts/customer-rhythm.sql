-- Question   On how many days, and how regularly, has each customer bought?
-- Grain      one identified customer with a purchase by the as-of day, of the customers of one part
-- Parameters $as_of (later orders are ignored); $part and $parts: the customers of one part, from 0, of so many
-- Columns    customer_id; purchase_days = different days of purchase; frequency = those in the 365 days before as-of;
--            usual_gaps = median and 80th percentile of the days between them; last_gap_days, the latest of these
-- Nulls      one day of purchase: usual_gaps and last_gap_days are null
-- Source     methods.md F1: purchases of one day merged
with days as (
  select customer_id, order_date, order_date - lag(order_date) over (partition by customer_id order by order_date) as gap_days
  from (
    select distinct customer_id, order_date
    from order_facts
    where customer_id is not null and order_date <= $as_of and is_purchase
      and ($parts = 1 or hash(customer_id) % $parts = $part)
  )
)
select
  customer_id,
  count(*) as purchase_days,
  count(*) filter (order_date >= $as_of - 365) as frequency,
  quantile_cont(gap_days, [0.5, 0.8]) as usual_gaps,
  arg_max(gap_days, order_date) filter (gap_days is not null) as last_gap_days
from days
group by customer_id
