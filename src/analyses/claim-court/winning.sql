-- Question   What did campaigns that won customers cost, and what those that keep them?
-- Grain      one campaign with a cost, and one cost pool for winning or keeping; always at least one row
-- Parameters $as_of
-- Columns    purpose (winning: customers name it as what brought them; keeping: it reached mostly people who had bought, or is
--            called so; other); cost (money); won (customers it brought by as-of); years (from the first
--            campaign or cost to as-of, at least 1), active (customers with a purchase in the last 365 days),
--            the same in every row
-- Nulls      the row of nothing has null in purpose and cost; years is null with it
-- Source     campaigns, interactions, costs and customer profiles of everyone
with won as (
  select acq_campaign as campaign_id, count(*) as customers
  from customer_profiles
  where acq_campaign is not null and first_order <= $as_of
  group by acq_campaign
),
reached as (
  select
    campaign_id,
    count(*) as contacts,
    count(*) filter (first_order <= occurred_at::DATE) as buyers
  from interactions
  left join customer_profiles using (customer_id)
  where campaign_id is not null and occurred_at::DATE <= $as_of
  group by campaign_id
),
spent as (
  select
    case
      when won.customers > 0 then 'winning'
      when reached.contacts > 0 and 2 * reached.buyers >= reached.contacts then 'keeping'
      when reached.contacts > 0 then 'other'
      when
        regexp_matches(
          lower(concat_ws(' ', activity, campaigns.name)),
          'newsletter|catalogue|loyal|retention|reactivat|win.?back|event|visit|existing|member'
        ) then 'keeping'
      else 'other'
    end as purpose,
    cost::DOUBLE as cost,
    coalesce(won.customers, 0) as won,
    coalesce(starts_on, ends_on) as day
  from campaigns
  left join won using (campaign_id)
  left join reached using (campaign_id)
  where cost > 0 and coalesce(starts_on, ends_on, $as_of) <= $as_of
  union all
  select 'keeping', sum(amount)::DOUBLE, 0, min(period)
  from costs
  where amount > 0 and (period is null or period <= $as_of)
    and regexp_matches(lower(pool), 'loyal|retention|account manage|key account|customer success')
  group by pool
),
span as (
  select greatest(1, ($as_of::DATE - min(day)) / 365.0)::DOUBLE as years from spent
)
select
  purpose,
  cost,
  won::INTEGER as won,
  years,
  (select count(*) from customer_profiles where frequency > 0)::INTEGER as active
from span
left join spent on true
order by purpose, cost
