-- Question   Through which category of channels did each contact go?
-- Grain      one contact of the look-back
-- Parameters $as_of, $window_days (days of the look-back)
-- Columns    customer_id, occurred_at, direction (in or out), category
-- Nulls      category is null where neither the channel nor the kind of contact has one
-- Source     interactions; the kind stands for a channel that is missing
select customer_id, occurred_at, direction, category
from interactions
join scoped_customers using (customer_id)
left join channel_categories on channel_categories.name = lower(trim(coalesce(nullif(trim(channel), ''), interactions.kind)))
where occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - $window_days::INTEGER
