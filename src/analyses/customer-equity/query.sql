-- Question   What are customers worth together, by cohort, channel and segment, and in tenths?
-- Grain      one group: part 'all', 'cohort', 'channel', 'segment', 'tenth' and its name
-- Parameters those of the relation before it
-- Columns    part; name ('' of those not known); customers; clv, future, referral, at_risk (money, sums); p_alive (mean, 0–1);
--            referrers (customers who brought others), referred (customers brought); lowest (least lifetime value, money)
-- Nulls      none
-- Source     equity_holdings
with ranked as (
  select *, ntile(10) over (order by clv desc, customer_id) as tenth from equity_holdings
),
parts as (
  select
    unnest([
      {'part': 'all', 'name': ''},
      {'part': 'cohort', 'name': cohort},
      {'part': 'channel', 'name': coalesce(channel, '')},
      {'part': 'segment', 'name': coalesce(segment, '')},
      {'part': 'tenth', 'name': tenth::VARCHAR}
    ], recursive := true),
    * exclude (channel, segment, cohort, campaign, first_order, tenth)
  from ranked
)
select
  part,
  name,
  count(*)::INTEGER as customers,
  sum(clv)::DOUBLE as clv,
  sum(future_profit)::DOUBLE as future,
  sum(referral_value)::DOUBLE as referral,
  sum(at_risk)::DOUBLE as at_risk,
  avg(p_alive)::DOUBLE as p_alive,
  count(*) filter (referred > 0)::INTEGER as referrers,
  sum(referred)::INTEGER as referred,
  min(clv)::DOUBLE as lowest
from parts
group by part, name
order by part, clv desc, name
