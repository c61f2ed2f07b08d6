-- Question   How many customers have the same purchase history?
-- Grain      customers alike in repeats and ages
-- Parameters none
-- Columns    repeats; last_age, age (days, rounded to the grain); customers; grain = 1 day, of more than 20,000 customers 7,
--            200,000 14, a million 28
-- Nulls      none
-- Source     customer_histories
with grains as (
  select
    case when count(*) <= 20000 then 1 when count(*) <= 200000 then 7 when count(*) <= 1000000 then 14 else 28 end as grain
  from customer_histories
)
select
  repeats,
  (round(last_age / grain) * grain)::INTEGER as last_age,
  (round(age / grain) * grain)::INTEGER as age,
  count(*)::INTEGER as customers,
  any_value(grain)::INTEGER as grain
from customer_histories
cross join grains
group by all
order by all
