-- Question   How large are the two groups?
-- Grain      one side
-- Parameters none
-- Columns    side 'focus', 'comparison' or 'overlap' (customers of the focus who are in the comparison too); customers;
--            buyers; orders; revenue (money); margin (money) and with_margin, buyers whose costs are known; all_customers
--            and all_revenue of everyone
-- Nulls      margin is null when no costs are known
-- Source     customer_profiles of the focus and of the comparison
with sides as (
  select 'focus' as side, * from scoped_customers
  union all
  select 'comparison' as side, * from comparison_customers
  union all
  select 'overlap' as side, *
  from scoped_customers
  where customer_id in (select customer_id from comparison_customers)
),
everyone as (
  select count(*) as all_customers, coalesce(sum(revenue), 0) as all_revenue
  from customer_profiles
)
select
  names.side,
  count(sides.customer_id)::INTEGER as customers,
  (count(*) filter (where sides.orders > 0))::INTEGER as buyers,
  coalesce(sum(sides.orders), 0)::INTEGER as orders,
  coalesce(sum(sides.revenue), 0)::DOUBLE as revenue,
  sum(sides.margin)::DOUBLE as margin,
  count(sides.margin)::INTEGER as with_margin,
  any_value(everyone.all_customers)::INTEGER as all_customers,
  any_value(everyone.all_revenue)::DOUBLE as all_revenue
from (values ('focus'), ('comparison'), ('overlap')) as names (side)
left join sides on sides.side = names.side
cross join everyone
group by names.side
