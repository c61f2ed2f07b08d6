-- Question   Whom should sales call in person?
-- Grain      one customer of the focus who may have left, or may not: P(alive) from 10% to 80%
-- Parameters none
-- Columns    customer_id, name; score = what would be won back (money): lifetime value ÷ P(alive) × (1 − P(alive)); p_alive; clv;
--            last_order; median_gap_days; profit (money)
-- Nulls      median_gap_days of customers with a single purchase day
-- Source     customer_values; B30: sales focus. The bounds of P(alive) are house rules
select
  customer_id,
  name,
  clv / p_alive * (1 - p_alive) as score,
  p_alive,
  clv,
  last_order,
  median_gap_days,
  profit
from customer_values
join scoped_customers using (customer_id)
where p_alive between 0.1 and 0.8 and consent is distinct from false
order by score desc, customer_id
