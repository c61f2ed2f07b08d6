-- Question   Do customers who soon buy again bring more in the year that follows?
-- Grain      bought again or not; empty without customers
-- Parameters $as_of, $returns_net, $follow_up_days
-- Columns    is_repeat (a second day of purchase within $follow_up_days of the first); customers (whose year after these days
--            has ended by as-of); mean_revenue, var_revenue (revenue in the 365 days after these days: mean and sample
--            variance, money); known (customers whose margin in that year is known), mean_margin, var_margin
--            (margin on goods after refunds of these, money)
-- Nulls      variances are null with fewer than two customers; nothing bought is a revenue and margin of 0
-- Source     order_facts of the focus; methods.md E, published claims
with buyers as (
  select customer_id, first_order
  from scoped_customers
  where orders > 0 and tenure_days >= $follow_up_days + 365
),
brought as (
  select
    customer_id,
    bool_or(is_purchase and order_date > first_order and order_date <= first_order + $follow_up_days::INTEGER) as is_repeat,
    coalesce(sum(case when $returns_net then net else sales end) filter (order_date > first_order + $follow_up_days::INTEGER), 0)::DOUBLE as revenue,
    coalesce(sum(case when is_purchase then order_facts.margin else coalesce(order_facts.margin, net) end)
      filter (order_date > first_order + $follow_up_days::INTEGER), 0)::DOUBLE as margin,
    count(*) filter (
      is_purchase and order_facts.margin is null and order_date > first_order + $follow_up_days::INTEGER
    ) as unknown
  from scoped_orders as order_facts
  join buyers using (customer_id)
  where order_date <= first_order + $follow_up_days::INTEGER + 365
  group by customer_id
)
select
  is_repeat,
  count(*)::INTEGER as customers,
  avg(revenue)::DOUBLE as mean_revenue,
  var_samp(revenue)::DOUBLE as var_revenue,
  count(*) filter (unknown = 0)::INTEGER as known,
  avg(margin) filter (unknown = 0)::DOUBLE as mean_margin,
  var_samp(margin) filter (unknown = 0)::DOUBLE as var_margin
from brought
group by is_repeat
order by is_repeat
