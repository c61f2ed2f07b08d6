-- Question   What is each customer worth, with those whom they brought, and how much of it is at risk?
-- Grain      one customer of the focus with a purchase and a known lifetime value
-- Parameters $only_by_referral (0–1: part of the referred who would not have come otherwise)
-- Columns    customer_id, clv, future_profit (money), p_alive (0–1); referral_value = lifetime values of those whom they brought
--            × $only_by_referral; at_risk = (1 − p_alive) × (clv + referral_value) (money); cohort = year of the first purchase,
--            channel, segment (RFM), campaign; first_order
-- Nulls      channel, segment and campaign where not known
-- Source     customer_values, referrals; Kumar, Petersen & Leone 2010; A28
with brought as (
  select
    from_customer_id as customer_id,
    $only_by_referral * sum(clv) as referral_value,
    count(clv) as referred
  from (select distinct from_customer_id, to_customer_id from referrals where from_customer_id is distinct from to_customer_id)
  join customer_values on customer_values.customer_id = to_customer_id
  group by from_customer_id
)
select
  scoped_customers.customer_id,
  clv,
  future_profit,
  p_alive,
  coalesce(referral_value, 0) as referral_value,
  coalesce(referred, 0) as referred,
  (1 - p_alive) * (clv + coalesce(referral_value, 0)) as at_risk,
  year(first_order)::VARCHAR as cohort,
  acq_channel as channel,
  rfm_segment as segment,
  acq_campaign as campaign,
  first_order
from scoped_customers
join customer_values on customer_values.customer_id = scoped_customers.customer_id
left join brought on brought.customer_id = scoped_customers.customer_id
where scoped_customers.orders > 0 and clv is not null
