-- Question   How many new customers usually buy again?
-- Grain      one row
-- Parameters $as_of, $window_days, $kept_days
-- Columns    judged: customers whose first order lies in the window and $kept_days ago or more; kept (of these, who bought again
--            within $kept_days); campaign_id: the campaign that brought them, '' where none is told
-- Nulls      none
-- Source     customer_profiles, order_facts; C1
with firsts as (
  select customer_id, first_order, coalesce(nullif(trim(acq_campaign), ''), '') as campaign_id
  from scoped_customers
  where first_order <= $as_of - $kept_days::INTEGER and first_order > $as_of - $window_days::INTEGER
),
again as (
  select distinct orders.customer_id
  from scoped_orders as orders
  join firsts using (customer_id)
  where is_purchase and order_date > first_order and order_date <= first_order + $kept_days::INTEGER
)
select campaign_id, count(*)::INTEGER as judged, count(again.customer_id)::INTEGER as kept
from firsts
left join again using (customer_id)
group by campaign_id
order by judged desc, campaign_id
