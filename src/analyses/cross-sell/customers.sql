-- Question   Of how many customers does each pair of items lie in the hands, by RFM segment?
-- Grain      RFM segment × a pair of items (codes a < b); a = 0 stands for all customers: (0, 0) how many, (0, b) how many hold b
-- Parameters those of bought and ranked
-- Columns    context (RFM segment), a, b, together (customers)
-- Nulls      context of customers without a purchase in the last 365 days
-- Source     bought, ranked, customer_profiles of the focus
with held as materialized (
  select distinct bought.customer_id, ranked.code
  from bought
  join ranked using (item)
  where is_sold and customer_id is not null
),
people as materialized (
  select row_number() over ()::UINTEGER as person, customer_id, rfm_segment as context
  from scoped_customers
  where customer_id in (select customer_id from bought where is_sold)
),
marked as materialized (
  select person, context, code from people join held using (customer_id)
  union all
  select person, context, 0 from people
)
select one.context, one.code::INTEGER as a, other.code::INTEGER as b, count(*)::INTEGER as together
from marked as one
join marked as other
  on one.person = other.person and one.code <= other.code and (one.code < other.code or one.code = 0)
group by one.context, one.code, other.code
