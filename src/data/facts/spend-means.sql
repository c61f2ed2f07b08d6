-- Question   What do customers spend at their repeat purchases?
-- Grain      customers alike in repeats and mean spend; of more than 20,000 customers every k-th by a hash of the identifier
-- Parameters none
-- Columns    repeats; spend_mean (money); customers
-- Nulls      customers without a mean spend are left out
-- Source     customer_histories
with strides as (
  select greatest(1, ceil(count(*) / 20000))::BIGINT as stride from customer_histories
)
select repeats, spend_mean, count(*)::INTEGER as customers
from customer_histories
cross join strides
where spend_mean is not null and (stride = 1 or hash(customer_id) % stride = 0)
group by all
order by all
