-- Question   Since when are customers observed, what margin do they leave, and how regularly do they buy?
-- Grain      one row
-- Parameters $as_of, $returns_net
-- Columns    first_day, last_day = first and last purchase of a known customer; customers; purchase_days, one of a
--            customer and day; revenue, purchase_revenue = without credit notes (money); costed_revenue = revenue of purchases whose cost is known; costed_margin =
--            their margin (money); triples = customers with two gaps between purchase days; ratio_variance = variance of
--            last gap ÷ (last gap + the one before) over them
-- Nulls      days are null when nobody has bought; sums are then 0; ratio_variance is null without a triple
-- Source     order_facts of the focus; regularity: Wheat & Morrison 1990
with orders as (
  select
    customer_id,
    order_date as day,
    is_purchase,
    (case when $returns_net then net else sales end)::DOUBLE as revenue,
    margin::DOUBLE as margin
  from scoped_orders
  where customer_id is not null and order_date <= $as_of::DATE
),
days as (
  select
    customer_id,
    day,
    day - lag(day) over same_customer as gap,
    lag(day) over same_customer - lag(day, 2) over same_customer as gap_before,
    row_number() over (partition by customer_id order by day desc) as from_last
  from (select distinct customer_id, day from orders where is_purchase)
  window same_customer as (partition by customer_id order by day)
),
rhythm as (
  select
    min(day) as first_day,
    max(day) as last_day,
    count(distinct customer_id) as customers,
    count(*) as purchase_days,
    count(gap_before) filter (from_last = 1) as triples,
    var_pop(gap / (gap + gap_before)) filter (from_last = 1 and gap_before is not null) as ratio_variance
  from days
),
money as (
  select
    coalesce(sum(revenue), 0) as revenue,
    coalesce(sum(revenue) filter (is_purchase and margin is not null), 0) as costed_revenue,
    coalesce(sum(margin) filter (is_purchase), 0) as costed_margin,
    coalesce(sum(revenue) filter (is_purchase), 0) as purchase_revenue
  from orders
)
select
  first_day,
  last_day,
  customers::INTEGER as customers,
  purchase_days::INTEGER as purchase_days,
  revenue::DOUBLE as revenue,
  purchase_revenue::DOUBLE as purchase_revenue,
  costed_revenue::DOUBLE as costed_revenue,
  costed_margin::DOUBLE as costed_margin,
  triples::INTEGER as triples,
  ratio_variance::DOUBLE as ratio_variance
from rhythm
cross join money
