-- Question   What do the models of purchases and of spend know of each customer?
-- Grain      one identified customer with a purchase by the as-of day, of the customers of one part
-- Parameters $as_of, $returns_net; $part and $parts: the customers of one part, from 0, of so many
-- Columns    customer_id; first_day, last_day = first and last day of a purchase; repeats = purchase days after the first;
--            last_age, age = days from the first purchase to the last and to as-of; spend_mean = spend of a repeat
--            purchase day (money)
-- Nulls      spend_mean is null without a repeat purchase, and where credit notes took all that was spent
-- Source     order_facts; purchases of one day count once (Fader, Hardie & Lee 2005); credit notes after the first purchase
--            lower the spend of the repeat purchases
with spends as (
  select
    customer_id,
    order_date as day,
    bool_or(is_purchase) as is_bought,
    sum(case when $returns_net then net else sales end)::DOUBLE as revenue
  from order_facts
  where customer_id is not null and order_date <= $as_of and ($parts = 1 or hash(customer_id) % $parts = $part)
  group by customer_id, order_date
),
buyers as (
  select
    customer_id,
    min(day) filter (is_bought) as first_day,
    max(day) filter (is_bought) as last_day,
    count(*) filter (is_bought) - 1 as repeats
  from spends
  group by customer_id
  having bool_or(is_bought)
),
repeat_spend as (
  select spends.customer_id, sum(revenue) as revenue
  from spends
  join buyers on buyers.customer_id = spends.customer_id and spends.day > buyers.first_day
  group by spends.customer_id
)
select
  customer_id,
  first_day,
  last_day,
  repeats::INTEGER as repeats,
  (last_day - first_day)::INTEGER as last_age,
  ($as_of - first_day)::INTEGER as age,
  (case when repeats > 0 and revenue > 0 then revenue / repeats end)::DOUBLE as spend_mean
from buyers
left join repeat_spend using (customer_id)
