-- Question   What have referrals brought so far, and what do candidates bring of it?
-- Grain      one row for candidates (is_candidate) and one for everybody else of the focus who referred
-- Parameters $as_of, and those of reference_people
-- Columns    is_candidate; referrers; referred (people); came (of these, who bought); revenue so far of these and their clv (money)
-- Nulls      revenue and clv where none bought
-- Source     referrals, reference_people, customer_profiles, customer_values; C5, methods.md F20
with made as (
  select from_customer_id, to_customer_id
  from referrals
  join scoped_customers on customer_id = from_customer_id
  where referred_at is null or referred_at::DATE <= $as_of
)
select
  coalesce(judged.is_candidate, false) as is_candidate,
  count(distinct from_customer_id)::INTEGER as referrers,
  count(distinct to_customer_id)::INTEGER as referred,
  count(distinct to_customer_id) filter (profiles.orders > 0)::INTEGER as came,
  sum(profiles.revenue) filter (profiles.orders > 0)::DOUBLE as revenue,
  sum(customer_values.clv) filter (profiles.orders > 0)::DOUBLE as clv
from made
left join reference_people as judged on judged.customer_id = from_customer_id
left join customer_profiles as profiles on profiles.customer_id = to_customer_id
left join customer_values on customer_values.customer_id = to_customer_id
group by 1
order by 1 desc
