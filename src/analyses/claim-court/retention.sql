-- Question   How many customers stay from year to year, and how does what they bring grow?
-- Grain      one row
-- Parameters $as_of, $assumed_margin_share (0–1, where the cost of goods is unknown)
-- Columns    customers (with two or more full years of 365 days since the first order by as-of); at_risk (their full years
--            before which they had bought in every year); stayed (of these, with a purchase); profit_stayed and profit_before (margin on
--            goods of those who bought two years in a row, in the second and in the first of them, money)
-- Nulls      sums are 0 without customers
-- Source     order_facts of the focus; the retention of methods.md F6
with buyers as (
  select customer_id, first_order, tenure_days // 365 as completed
  from scoped_customers
  where orders > 0 and tenure_days >= 365
),
yearly as (
  select
    customer_id,
    (order_date - first_order) // 365 as year,
    count(*) filter (is_purchase) as purchases,
    sum(case
      when is_purchase then coalesce(order_facts.margin, net * $assumed_margin_share)
      else coalesce(order_facts.margin, net)
    end)::DOUBLE as profit
  from scoped_orders as order_facts
  join buyers using (customer_id)
  where order_date >= first_order and (order_date - first_order) // 365 < completed
  group by customer_id, year
),
bought as (
  select
    customer_id,
    year,
    profit,
    row_number() over own - 1 as place,
    lag(year) over own = year - 1 as has_stayed,
    lag(profit) over own as profit_before
  from yearly
  where purchases > 0
  window own as (partition by customer_id order by year)
),
runs as (
  select customer_id, completed - 1 as further, count(*) filter (year = place and year > 0) as run
  from buyers
  left join bought using (customer_id)
  where completed > 1
  group by all
)
select
  (select count(*) from runs)::INTEGER as customers,
  (select coalesce(sum(least(run + 1, further)), 0) from runs)::INTEGER as at_risk,
  (select coalesce(sum(run), 0) from runs)::INTEGER as stayed,
  coalesce(sum(profit) filter (has_stayed), 0)::DOUBLE as profit_stayed,
  coalesce(sum(profit_before) filter (has_stayed), 0)::DOUBLE as profit_before
from bought
