-- Question   How often does a customer who has turned to us have to turn to us again elsewhere?
-- Grain      one category of the first contact and of the next one
-- Parameters $as_of, $window_days, $handoff_days, $own_channels
-- Columns    category; next_category: of the next contact within $handoff_days; contacts
-- Nulls      next_category where no further contact came in that time
-- Source     channel_touches that the customer began (not 'out') and that are old enough to be followed; D12
with asked as (
  select
    category,
    occurred_at,
    lead(category) over later as next_category,
    lead(occurred_at) over later as next_at
  from channel_touches
  where category is not null and coalesce(direction, 'in') <> 'out'
  window later as (partition by customer_id order by occurred_at, category)
)
select
  category,
  case when next_at <= occurred_at + to_days($handoff_days::INTEGER) then next_category end as next_category,
  count(*)::INTEGER as contacts
from asked
where occurred_at::DATE <= $as_of - $handoff_days::INTEGER
group by 1, 2
order by 1, 2
