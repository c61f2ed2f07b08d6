-- Question   What did each category of channel cost?
-- Grain      one campaign or cost pool with a cost in the window
-- Parameters $as_of, $window_days, $own_channels
-- Columns    source ('campaign' or 'pool'), item (its name), category, cost (money): of a campaign the part of its days that lies
--            in the window, of a pool the periods that begin in it
-- Nulls      category where neither the channel of the campaign nor the driver or name of the pool names a known channel
-- Source     campaigns, costs; campaigns without a first day and pools without a period are left out
with run as (
  select
    campaign_id,
    coalesce(name, campaign_id) as item,
    lower(trim(channel)) as channel,
    cost,
    starts_on,
    greatest(coalesce(ends_on, starts_on), starts_on) as ends_on
  from campaigns
  where cost > 0 and starts_on <= $as_of
),
dated as (
  select
    item,
    channel,
    cost * greatest(0, least(ends_on, $as_of) - greatest(starts_on, $as_of - $window_days::INTEGER + 1) + 1)
      / (ends_on - starts_on + 1) as cost
  from run
),
pools as (
  select pool, any_value(driver) as driver, sum(amount) as cost
  from costs
  where period <= $as_of and period > $as_of - $window_days::INTEGER
  group by pool
)
select 'campaign' as source, item, category, cost::DOUBLE as cost
from dated
left join channel_categories on channel_categories.name = channel
where cost > 0
union all
select 'pool', pool, coalesce(drivers.category, names.category), cost::DOUBLE
from pools
left join channel_categories as drivers on drivers.name = lower(trim(driver))
left join channel_categories as names on names.name = lower(trim(pool))
where cost > 0
order by cost desc, item
