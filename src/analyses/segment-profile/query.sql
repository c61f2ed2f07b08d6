-- Question   How do the customers in focus and those they are compared with behave, on average?
-- Grain      one measure of one side
-- Parameters none
-- Columns    side 'focus' or 'comparison'; measure; n customers who have it; mean_y, mean_x, var_y, var_x, cov: of the
--            customers' numerators and denominators (x is 1 for a plain mean), from which means, ratios and their
--            errors follow; sum_y
-- Nulls      a measure that nobody has gives no row; variances of one customer are null
-- Source     customer_profiles of the focus and of the comparison
with sides as (
  select 'focus' as side, * from scoped_customers
  union all
  select 'comparison' as side, * from comparison_customers
),
parts as (
  select
    side,
    unnest([
      {'measure': 'buyer-share', 'y': (orders > 0)::INTEGER::DOUBLE, 'x': 1::DOUBLE},
      {'measure': 'revenue', 'y': case when orders > 0 then revenue end, 'x': 1},
      {'measure': 'margin', 'y': case when orders > 0 then margin end, 'x': 1},
      {'measure': 'orders', 'y': case when orders > 0 then orders end, 'x': 1},
      {'measure': 'average-order-value', 'y': case when orders > 0 then revenue end, 'x': orders},
      {'measure': 'frequency', 'y': case when orders > 0 then frequency end, 'x': 1},
      {'measure': 'recency', 'y': recency_days, 'x': 1},
      {'measure': 'one-time-share', 'y': case when orders > 0 then (orders = 1)::INTEGER end, 'x': 1},
      {'measure': 'discount-share', 'y': discount_share * orders, 'x': orders}
    ], recursive := true)
  from sides
)
select
  side,
  measure,
  count(*)::INTEGER as n,
  sum(y)::DOUBLE as sum_y,
  avg(y)::DOUBLE as mean_y,
  avg(x)::DOUBLE as mean_x,
  var_samp(y)::DOUBLE as var_y,
  var_samp(x)::DOUBLE as var_x,
  covar_samp(y, x)::DOUBLE as cov
from parts
where y is not null
group by side, measure
