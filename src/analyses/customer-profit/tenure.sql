-- Question   What does a customer bring in the first, second, third year after the first order?
-- Grain      one full year since the first order, 0 = the first
-- Parameters those of the relations before it; $as_of
-- Columns    tenure_year; customers (whose year has ended by as-of), buyers (of these with a purchase in it); orders;
--            revenue, goods, charges, serve (money of these customers in that year)
-- Nulls      a year that nobody has completed has no row
-- Source     customer_work, activity_costs; Reichheld & Sasser 1990 (profit by tenure)
with each as (
  select map_from_entries(list((activity, cost_each))) as cost from activity_costs
),
completed as (
  select customer_id, tenure_days // 365 as years
  from scoped_customers
  where orders > 0 and tenure_days >= 365
),
years as (
  select tenure_year, count(*) as customers
  from (select unnest(range(years)) as tenure_year from completed)
  group by tenure_year
),
yearly as (
  select
    customer_id, tenure_year,
    sum(orders) as orders, sum(net) as revenue, sum(net - known_margin - $assumed_margin_share * uncosted_net) as goods,
    $payment_fee * sum(sales) + $freight * sum(deliveries) as charges,
    sum(
      orders * (coalesce(cost['orders'], 0) + coalesce(cost['spread'], 0)) + lines * coalesce(cost['lines'], 0)
      + deliveries * coalesce(cost['deliveries'], 0) + rush * coalesce(cost['rush'], 0)
      + returns * coalesce(cost['returns'], 0) + tickets * coalesce(cost['tickets'], 0)
      + calls * coalesce(cost['calls'], 0) + visits * coalesce(cost['visits'], 0)
      + contacts * coalesce(cost['contacts'], 0)
    ) as serve
  from customer_work
  join completed using (customer_id)
  cross join each
  where tenure_year < years
  group by customer_id, tenure_year
)
select
  years.tenure_year::INTEGER as tenure_year,
  any_value(years.customers)::INTEGER as customers,
  count(*) filter (yearly.orders > 0)::INTEGER as buyers,
  coalesce(sum(yearly.orders), 0)::INTEGER as orders,
  coalesce(sum(revenue), 0)::DOUBLE as revenue,
  coalesce(sum(goods), 0)::DOUBLE as goods,
  coalesce(sum(charges), 0)::DOUBLE as charges,
  coalesce(sum(serve), 0)::DOUBLE as serve
from years
left join yearly on yearly.tenure_year = years.tenure_year
group by years.tenure_year
order by years.tenure_year
