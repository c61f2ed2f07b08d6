-- Question   In how many baskets does each pair of items lie together, by day of the week?
-- Grain      day of the week × a pair of items (codes a < b); a = 0 stands for all baskets: (0, 0) how many, (0, b) how many hold b
-- Parameters those of bought and ranked
-- Columns    context (1 Monday to 7 Sunday), a, b, together (baskets, also those of nobody)
-- Nulls      none
-- Source     bought, ranked
with placed as materialized (
  select row_number() over ()::UINTEGER as basket, order_id, any_value(weekday) as context
  from bought
  where is_sold
  group by order_id
),
marked as materialized (
  select distinct basket, context, code
  from bought
  join ranked using (item)
  join placed using (order_id)
  where is_sold
  union all
  select basket, context, 0 from placed
)
select one.context::INTEGER as context, one.code::INTEGER as a, other.code::INTEGER as b, count(*)::INTEGER as together
from marked as one
join marked as other
  on one.basket = other.basket and one.code <= other.code and (one.code < other.code or one.code = 0)
group by one.context, one.code, other.code
