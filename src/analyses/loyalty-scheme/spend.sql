-- Question   How is spend spread, what margin does it leave, and is it bought around redemptions?
-- Grain      one row for the focus
-- Parameters $as_of, $take_up (share of customers), $redemption_days
-- Columns    customers with spend in the last 365 days; spend (money); p25, p50, p75 of a customer's spend (money);
--            best_share (share of spend by the best $take_up of customers); known_sales and known_margin of orders whose cost is
--            known (money); redemption_spend (sales within $redemption_days around a redemption) of redeemer_spend (all
--            sales to those who redeemed, money)
-- Nulls      percentiles and best_share without spend; redemption_spend where no contact in the data is a redemption
-- Source     customer_profiles, order_facts, interactions; F15
with ranked as (
  select monetary as spend, row_number() over (order by monetary desc, customer_id) as place, count(*) over () as customers
  from scoped_customers
  where monetary > 0
),
spread as (
  select
    count(*) as customers,
    sum(spend) as spend,
    quantile_cont(spend, [0.25, 0.5, 0.75]) as quarters,
    sum(spend) filter (place <= ceil(customers * $take_up)) / sum(spend) as best_share
  from ranked
),
margins as (
  select sum(net) filter (margin is not null) as known_sales, sum(margin) as known_margin
  from scoped_orders
  where is_purchase and order_date > $as_of - 365
),
redemptions as (
  select customer_id, occurred_at::DATE as day
  from interactions
  where regexp_matches(lower(concat_ws(' ', kind, outcome)), 'redeem|redemption') and occurred_at::DATE <= $as_of
  group by all
),
redeemers as (
  select
    orders.order_id,
    any_value(sales) as sales,
    bool_or(abs(order_date - redemptions.day) <= $redemption_days) as is_near
  from scoped_orders as orders
  join redemptions on redemptions.customer_id = orders.customer_id
  where is_purchase
  group by orders.order_id
),
redeemed as (
  select sum(sales) as redeemer_spend, sum(sales) filter (is_near) as redemption_spend from redeemers
)
select
  customers::INTEGER as customers,
  coalesce(spend, 0)::DOUBLE as spend,
  quarters[1]::DOUBLE as p25,
  quarters[2]::DOUBLE as p50,
  quarters[3]::DOUBLE as p75,
  best_share::DOUBLE as best_share,
  known_sales::DOUBLE as known_sales,
  known_margin::DOUBLE as known_margin,
  redeemer_spend::DOUBLE as redeemer_spend,
  redemption_spend::DOUBLE as redemption_spend
from spread
cross join margins
cross join redeemed
