-- Question   Who would be in which tier of a scheme, and who is only just below one?
-- Grain      one tier, from the lowest (0)
-- Parameters $as_of, $tiers (three rising spends, or none: the median, 80th and 95th percentile to two digits), $near_share
-- Columns    tier; starts_at (spend of the last 365 days from which it counts, money); customers and spend (money) in it; near
--            (customers of the tier below within $near_share of it) and near_missing (money that these lack)
-- Nulls      none; the lowest tier has no near misses. A tier that starts where the one below does is empty
-- Source     customer_profiles of the focus with spend in the last 365 days (monetary)
with spenders as (
  select monetary as spend from scoped_customers where monetary > 0
),
quantiles as (
  select quantile_cont(spend, [0.5, 0.8, 0.95]) as cuts from spenders
),
cut_points as (
  select
    tier,
    case
      when len($tiers) = 3 then ($tiers)[tier]
      else round(cuts[tier], 1 - floor(log10(greatest(cuts[tier], 1)))::INTEGER)
    end::DOUBLE as starts_at
  from quantiles
  cross join (values (1), (2), (3)) as numbers (tier)
  union all
  select 0, 0
),
bounded as (
  select tier, starts_at, coalesce(lead(starts_at) over (order by tier), 1e300) as ends_at from cut_points
)
select
  tier::INTEGER as tier,
  starts_at,
  count(*) filter (spend >= starts_at and spend < ends_at)::INTEGER as customers,
  coalesce(sum(spend) filter (spend >= starts_at and spend < ends_at), 0)::DOUBLE as spend,
  count(*) filter (spend < starts_at and spend >= starts_at * (1 - $near_share))::INTEGER as near,
  coalesce(sum(starts_at - spend) filter (spend < starts_at and spend >= starts_at * (1 - $near_share)), 0)::DOUBLE
    as near_missing
from bounded
left join spenders on true
group by tier, starts_at
order by tier
