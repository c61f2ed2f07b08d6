-- Question   Of the customers who first bought in a period, how many come back, and what do they still bring?
-- Grain      one cohort (calendar month or quarter of the first order) and one age in periods in which it did anything;
--            every cohort has age 0
-- Parameters $as_of, $returns_net, $period ('month' or 'quarter')
-- Columns    cohort (first day of its period); age (periods since then, 0 or more); customers = size of the cohort;
--            active = customers with a purchase at that age; revenue at that age (money)
-- Nulls      an age without any purchase or credit has no row: the reader puts 0 if the period has ended, null if not
-- Source     customer profiles and order_facts of the focus; credit notes change revenue, not activity
with cohorts as (
  select customer_id, date_trunc($period, first_order)::DATE as cohort
  from scoped_customers
  where first_order is not null and orders > 0
),
sizes as (
  select cohort, count(*) as customers
  from cohorts
  group by cohort
),
activity as (
  select
    cohorts.cohort,
    greatest(0, datediff($period, cohorts.cohort, orders.order_date)) as age,
    count(distinct orders.customer_id) filter (where orders.is_purchase) as active,
    sum(case when $returns_net then orders.net else orders.sales end) as revenue
  from scoped_orders as orders
  join cohorts on cohorts.customer_id = orders.customer_id
  where orders.order_date <= $as_of::DATE
  group by cohorts.cohort, age
)
select
  activity.cohort,
  activity.age::INTEGER as age,
  sizes.customers::INTEGER as customers,
  activity.active::INTEGER as active,
  activity.revenue::DOUBLE as revenue
from activity
join sizes on sizes.cohort = activity.cohort
order by activity.cohort, activity.age
