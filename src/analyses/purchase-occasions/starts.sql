-- Question   When did each customer first and last buy, and where does the holdout begin?
-- Grain      one customer
-- Parameters $holdout (% of the periods observed, at least one)
-- Columns    first_period, last_period, last_full, split (the last period before the holdout) as running numbers; repeats
-- Nulls      none
-- Source     bought.sql
select
  customer_id,
  min(period) as first_period,
  max(period) as last_period,
  count(*) - 1 as repeats,
  any_value(last_full) as last_full,
  any_value(last_full) - greatest(1, round((any_value(last_full) - min(min(period)) over ()) * $holdout / 100))::INTEGER as split
from bought
group by customer_id
