-- Question   What did each campaign or kind of contact cost, and in which tier of published activities does it belong?
-- Grain      one campaign that began in the window, or one kind of outgoing contact without a campaign; campaigns without any touch
--            stand here too
-- Parameters $as_of, $window_days, $own_tiers
-- Columns    activity, campaign_id, campaign; starts_on; cost (money): of a kind of contact the cost pools that name it (period in the
--            window), by the share of its contacts that were outgoing; tier, is_own; pools (their names);
--            is_segment (a part of all customers is asked about)
-- Nulls      cost where none is told; tier where no rule knows the kind
-- Source     campaigns, costs, interactions, activity_tiers
with kinds as (
  select
    lower(trim(kind)) as activity,
    count(*) filter (coalesce(direction, 'out') <> 'in' and nullif(campaign_id, '') is null) as own,
    count(*) as contacts
  from interactions
  where occurred_at::DATE <= $as_of and occurred_at::DATE > $as_of - $window_days::INTEGER and trim(kind) <> ''
  group by 1
),
pools as (
  select pool, lower(pool || ' ' || coalesce(any_value(driver), '')) as words, sum(amount) as amount
  from costs
  where period <= $as_of and period > $as_of - $window_days::INTEGER
  group by pool
),
tied as (
  select activity, sum(amount) * any_value(own) / any_value(contacts) as cost, string_agg(pool, ', ' order by pool) as pools
  from kinds
  join pools on contains(' ' || words, ' ' || activity)
  group by activity
),
activities as (
  select
    lower(trim(activity)) as activity,
    campaign_id,
    coalesce(name, campaign_id) as campaign,
    starts_on,
    cost,
    null as pools
  from campaigns
  where trim(activity) <> '' and coalesce(starts_on, $as_of) <= $as_of
    and coalesce(starts_on, $as_of) > $as_of - $window_days::INTEGER
  union all
  select kinds.activity, null, null, null, tied.cost, tied.pools
  from kinds
  left join tied using (activity)
  where own > 0
)
select
  activity,
  campaign_id,
  campaign,
  starts_on::VARCHAR as starts_on,
  cost::DOUBLE as cost,
  pools,
  tier,
  coalesce(is_own, false) as is_own,
  (select count(*) from scoped_customers) < (select count(*) from customer_profiles) as is_segment
from activities
left join activity_tiers on activity_tiers.name = activity
order by activity, starts_on, campaign_id
