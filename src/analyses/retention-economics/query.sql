-- Question   For how many years in a row do customers come back after their first year with us?
-- Grain      one number of full years after the first, and one number of these in a row with a purchase
-- Parameters $as_of
-- Columns    completed (full years of 365 days after the first year, ended by as-of, 0 or more); run (of these, how many in
--            a row from the first with a purchase, 0 to completed); customers
-- Nulls      customers who have not completed their first year are not in it
-- Source     customer profiles and order_facts of the focus; methods.md F6
with buyers as (
  select customer_id, first_order, tenure_days // 365 - 1 as completed
  from scoped_customers
  where orders > 0 and tenure_days >= 365
),
years as (
  select distinct customer_id, (order_date - first_order) // 365 as year
  from scoped_orders
  join buyers using (customer_id)
  where is_purchase and order_date <= $as_of
),
numbered as (
  select customer_id, year, row_number() over (partition by customer_id order by year) as place
  from years
  join buyers using (customer_id)
  where year between 1 and completed
),
runs as (
  select customer_id, count(*) as run
  from numbered
  where year = place
  group by customer_id
)
select completed::INTEGER as completed, coalesce(run, 0)::INTEGER as run, count(*)::INTEGER as customers
from buyers
left join runs using (customer_id)
group by all
order by completed, run
