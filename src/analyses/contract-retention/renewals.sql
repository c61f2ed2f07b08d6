-- Question   For how many periods in a row after the first did customers buy, if a purchase counts as a renewal?
-- Grain      customers alike in periods seen and in whether they skipped one
-- Parameters $as_of, $source (only 'renewals' asks this), $period 'month', 'quarter' or 'year'
-- Columns    periods: of those who skipped a period, its number after the first (from 1), else full periods after the first
--            (from 0); has_left; customers
-- Nulls      none; customers who have not completed their first period are not in it
-- Source     customer profiles and order_facts of the focus; periods of 365, 91 or 30 days from the first purchase
with buyers as (
  select
    customer_id,
    first_order,
    case $period when 'month' then 30 when 'quarter' then 91 else 365 end as length,
    tenure_days // (case $period when 'month' then 30 when 'quarter' then 91 else 365 end) - 1 as completed
  from scoped_customers
  where $source = 'renewals' and orders > 0
),
bought as (
  select distinct customer_id, (order_date - first_order) // length as period
  from scoped_orders
  join buyers using (customer_id)
  where is_purchase and order_date <= $as_of and (order_date - first_order) // length between 1 and completed
),
numbered as (
  select customer_id, period, row_number() over (partition by customer_id order by period) as place
  from bought
),
runs as (
  select customer_id, count(*) as run
  from numbered
  where period = place
  group by customer_id
),
counted as (
  select coalesce(run, 0) < completed as has_left, least(coalesce(run, 0) + 1, completed) as periods
  from buyers
  left join runs using (customer_id)
  where completed >= 0
)
select periods::INTEGER as periods, has_left, count(*)::INTEGER as customers
from counted
group by all
order by periods, has_left
