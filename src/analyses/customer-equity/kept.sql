-- Question   Do the valuable customers stay as the many do?
-- Grain      one year of 365 days, counted back from as-of; 0 = the last
-- Parameters $as_of, $returns_net
-- Columns    years_ago; from_day, to_day of the year in which they stayed or not; customers (with a purchase in the year
--            before), kept (of these, with one in this year); value (revenue of the year before), kept_value (of those kept),
--            now (their revenue in this year), expansion and contraction (what those kept spent more and less), churned (revenue
--            of those lost) (money)
-- Nulls      years whose year before begins before the first purchase are left out
-- Source     order_facts of the focus; F20 value-weighted churn, net revenue retention
with yearly as (
  select
    customer_id,
    (($as_of::DATE - order_date) // 365)::INTEGER as years_ago,
    sum(case when $returns_net then net else sales end)::DOUBLE as revenue
  from scoped_orders
  where customer_id is not null and order_date <= $as_of::DATE
  group by all
  having bool_or(is_purchase)
),
span as (
  select ($as_of::DATE - min(order_date)) // 365 as years
  from scoped_orders
  where customer_id is not null and is_purchase
),
paired as (
  select before.years_ago - 1 as years_ago, greatest(before.revenue, 0) as value, now.revenue as now
  from yearly as before
  left join yearly as now on now.customer_id = before.customer_id and now.years_ago = before.years_ago - 1
  where before.years_ago >= 1
)
select
  years_ago::INTEGER as years_ago,
  ($as_of::DATE - 365 * (years_ago + 1) + 1)::DATE as from_day,
  ($as_of::DATE - 365 * years_ago)::DATE as to_day,
  count(*)::INTEGER as customers,
  count(now)::INTEGER as kept,
  sum(value)::DOUBLE as value,
  coalesce(sum(value) filter (now is not null), 0)::DOUBLE as kept_value,
  coalesce(sum(now), 0)::DOUBLE as now,
  coalesce(sum(greatest(now - value, 0)), 0)::DOUBLE as expansion,
  coalesce(sum(greatest(value - now, 0)), 0)::DOUBLE as contraction,
  coalesce(sum(value) filter (now is null), 0)::DOUBLE as churned
from paired
cross join span
where years_ago + 2 <= years
group by years_ago
order by years_ago desc

