-- Question   Whom to answer first?
-- Grain      one customer of the focus with an open ticket; where no tickets are loaded, one customer
-- Parameters none
-- Columns    customer_id, name; score = lifetime value if they stay (money): lifetime value ÷ P(alive); open_tickets, complaints; p_alive; clv; profit (money)
-- Nulls      tickets and complaints where none are loaded
-- Source     customer_values; B30: queue priority
select
  customer_id,
  name,
  clv / greatest(p_alive, 0.01) as score,
  open_tickets,
  complaints,
  p_alive,
  clv,
  profit
from customer_values
join scoped_customers using (customer_id)
where clv is not null and (open_tickets > 0 or not exists (from tickets))
order by score desc, customer_id
