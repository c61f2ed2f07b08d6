-- Question   How many repeat purchases were there week by week, of customers won by the end of the calibration?
-- Grain      one week with such a purchase, counted back from as-of; of more than 20,000 customers every k-th counts
-- Parameters $as_of, $holdout (per cent of the time observed)
-- Columns    week_end = last day of the week; purchases = purchase days after a customer's first
-- Nulls      none; a week without a repeat purchase has no row: the reader puts 0
-- Source     order_facts of the focus; the same customers as in the sample query
with days as (
  select distinct customer_id, order_date as day
  from scoped_orders
  where customer_id is not null and is_purchase and order_date <= $as_of::DATE
),
buyers as (
  select customer_id, min(day) as first_day
  from days
  group by customer_id
),
bounds as (
  select
    greatest(1, ceil(count(*) / 20000))::BIGINT as stride,
    (7 * round($holdout / 100 * ($as_of::DATE - min(first_day)) / 7))::INTEGER as holdout_days
  from buyers
)
select
  ($as_of::DATE - (7 * (($as_of::DATE - day) // 7))::INTEGER)::DATE as week_end,
  count(*)::INTEGER as purchases
from days
join buyers on buyers.customer_id = days.customer_id
cross join bounds
where day > first_day
  and first_day <= $as_of::DATE - holdout_days
  and (stride = 1 or hash(days.customer_id) % stride = 0)
group by week_end
order by week_end
