-- Question   Whom to make the next offer?
-- Grain      one customer of the focus who probably still is one, has nothing open with us and may be contacted
-- Parameters none
-- Columns    customer_id, name; score = lifetime value × room to grow (money): the share of all categories that they don't buy
--            yet, 1 where categories aren't known; p_alive; clv; room (0–1); last_order
-- Nulls      name where it isn't known
-- Source     customer_values; B30: whom to offer. P(alive) of at least one half is a house rule
with ranges as (
  select nullif(count(distinct category), 0) as all_categories from products
)
select
  customer_id,
  name,
  clv * coalesce(1 - categories / all_categories, 1) as score,
  p_alive,
  clv,
  (1 - categories / all_categories)::DOUBLE as room,
  last_order
from customer_values
join scoped_customers using (customer_id)
cross join ranges
where p_alive >= 0.5 and consent is distinct from false and coalesce(open_tickets, 0) = 0
order by score desc, customer_id
