select customer_id, occurred_at, direction, category
from interactions
join scoped_customers using (customer_id)
left join channel_categories on channel_categories.name = lower(trim(coalesce(nullif(trim(channel), ''), interactions.kind)))
where occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - $window_days::INTEGER
