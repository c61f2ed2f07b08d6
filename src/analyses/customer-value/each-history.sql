-- Question   What do the models know of single customers?
-- Grain      one customer of the focus with a purchase; of more than 20,000 every k-th by a hash of the identifier
-- Parameters none
-- Columns    repeats; last_age, age (days); spend_mean (money); customers = how many there are in all, the same in every row
-- Nulls      spend_mean without a repeat purchase, and where credit notes took all that was spent
-- Source     customer_histories
with focus as (
  select histories.*, count(*) over () as customers
  from customer_histories as histories
  join scoped_customers using (customer_id)
)
select repeats, last_age, age, spend_mean, customers::INTEGER as customers
from focus
where customers <= 20000 or hash(customer_id) % ceil(customers / 20000)::BIGINT = 0
order by customer_id
