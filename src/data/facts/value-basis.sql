-- Question   What is spent on a purchase day, and what margin does it leave?
-- Grain      one row
-- Parameters $as_of, $returns_net
-- Columns    purchase_days, one of a customer and day; revenue, purchase_revenue = without credit notes; costed_revenue =
--            revenue of purchases whose cost is known; costed_margin = their margin (money)
-- Nulls      none; 0 without purchases
-- Source     order_facts of known customers, customer_histories
with orders as (
  select
    is_purchase,
    (case when $returns_net then net else sales end)::DOUBLE as revenue,
    margin::DOUBLE as margin
  from order_facts
  where customer_id is not null and order_date <= $as_of
)
select
  (select coalesce(sum(repeats + 1), 0) from customer_histories)::DOUBLE as purchase_days,
  coalesce(sum(revenue), 0) as revenue,
  coalesce(sum(revenue) filter (is_purchase), 0) as purchase_revenue,
  coalesce(sum(revenue) filter (is_purchase and margin is not null), 0) as costed_revenue,
  coalesce(sum(margin) filter (is_purchase), 0) as costed_margin
from orders
