-- Question   Which channel names do the data hold, and where were they placed?
-- Grain      one name (lower case) of a channel of orders, contacts (or their kind), campaigns or origins of customers
-- Parameters $own_channels
-- Columns    name, category, is_own (the user placed it); uses: orders, contacts, campaigns and customers that carry it, at any time
-- Nulls      category where no rule knows the name
-- Source     channel_categories, canonical tables; names of cost pools are listed with the costs
with counted as (
  select lower(trim(channel)) as name, count(*) as uses from orders group by 1
  union all
  select lower(trim(coalesce(nullif(trim(channel), ''), kind))), count(*) from interactions group by 1
  union all
  select lower(trim(channel)), count(*) from campaigns group by 1
  union all
  select lower(trim(acq_channel)), count(*) from customers group by 1
)
select name, category, any_value(is_own) as is_own, sum(uses)::INTEGER as uses
from counted
join channel_categories using (name)
group by name, category
order by uses desc, name
limit 200
