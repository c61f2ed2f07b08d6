-- Question   Which channels do customers use on each rung of the value ladder?
-- Grain      one rung and category used (by a purchase or a contact in either direction) in the window; category null: the whole rung
-- Parameters $as_of, $window_days, $own_channels; the rungs by the rules of the value ladder as they are at first
-- Columns    rung (1–7), stage; category; customers
-- Nulls      category in the row of the whole rung
-- Source     scoped_customers, channel_sales, channel_touches; D12, methods.md F2
with used as (
  select customer_id, category from channel_sales where is_purchase and customer_id is not null
  union
  select customer_id, category from channel_touches
)
select ladder_rung::INTEGER as rung, ladder_stage as stage, category, count(*)::INTEGER as customers
from scoped_customers
join used using (customer_id)
where category is not null
group by all
union all
select ladder_rung::INTEGER, any_value(ladder_stage), null, count(*)::INTEGER
from scoped_customers
where customer_id in (select customer_id from used)
group by ladder_rung
order by 1, 3 nulls first
