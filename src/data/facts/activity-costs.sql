-- Question   What does doing each activity once cost, and what was supplied for it?
-- Grain      one activity; 'shared' is a pool for all activities without one of their own, 'other' holds the pools whose
--            driver is not known, 'spread' those whose driver is not in the data: they are spread over orders
-- Parameters $as_of, $use_costs, $cost_a_minute (money), $usual_load (0–1), $minutes_… (minutes each, 0 = automatic)
-- Columns    activity; place; minutes_each; cost_each (money); supplied (money) and capacity_minutes of its own pool;
--            volume (times done) and known_volume (of these for known customers) in the time that costs cover
-- Nulls      supplied is null without a pool, capacity_minutes and minutes_each when they are not known
-- Source     customer_work, costs; Kaplan & Anderson 2004: rate = cost supplied ÷ practical capacity. Automatic minutes
--            are practical capacity × usual load ÷ times done where there is a pool, else a house rule
with volumes as (
  unpivot (
    select
      customer_id is not null as is_known,
      sum(orders) as orders,
      sum(lines)::DOUBLE as lines,
      sum(deliveries) as deliveries,
      sum(rush) as rush,
      sum(returns) as returns,
      sum(tickets) as tickets,
      sum(calls) as calls,
      sum(visits) as visits,
      sum(contacts) as contacts
    from customer_work
    where is_covered
    group by all
  ) on columns(* exclude is_known)::DOUBLE into name activity value volume
),
totals as (
  select activity, sum(volume) as volume, sum(volume) filter (is_known) as known_volume
  from volumes
  group by activity
),
settings as (
  select *
  from (
    values
      ('orders', 1, $minutes_order, 5), ('lines', 2, $minutes_line, 2), ('deliveries', 3, $minutes_delivery, 9),
      ('rush', 4, $minutes_rush, 15), ('returns', 5, $minutes_return, 14), ('tickets', 6, $minutes_ticket, 24),
      ('calls', 7, $minutes_call, 15), ('visits', 8, $minutes_visit, 120), ('contacts', 9, $minutes_contact, 5)
  ) as settings (activity, place, own_minutes, house_minutes)
),
pools as (
  select
    case
      when regexp_matches(words, 'ticket|complaint|service|support') then 'tickets'
      when regexp_matches(words, 'visit|meeting|field') then 'visits'
      when regexp_matches(words, 'call|phone') then 'calls'
      when regexp_matches(words, 'return|refund|credit') then 'returns'
      when regexp_matches(words, 'rush|express|urgent') then 'rush'
      when regexp_matches(words, 'line|pick') then 'lines'
      when regexp_matches(words, 'deliver|shipment|parcel|freight') then 'deliveries'
      when regexp_matches(words, 'order|invoice|payment') then 'orders'
      when regexp_matches(words, 'contact|interaction|mail|chat') then 'contacts'
      when regexp_matches(words, 'minute|hour|time|capacity') then 'shared'
      else 'other'
    end as driven,
    amount,
    capacity_minutes
  from (
    select lower(coalesce(driver, pool)) as words, amount, capacity_minutes
    from costs
    where $use_costs and amount > 0 and (period is null or period <= $as_of)
  )
),
placed as (
  select
    case
      when driven in ('shared', 'other') or coalesce(totals.volume, 0) > 0 then driven
      else 'spread'
    end as activity,
    sum(amount)::DOUBLE as supplied,
    case when count(capacity_minutes) = count(*) then nullif(sum(capacity_minutes), 0) end as capacity_minutes
  from pools
  left join totals on totals.activity = pools.driven
  group by all
),
timed as (
  select
    settings.activity,
    settings.place,
    coalesce(totals.volume, 0) as volume,
    coalesce(totals.known_volume, 0) as known_volume,
    placed.supplied,
    placed.capacity_minutes,
    case
      when own_minutes > 0 then own_minutes
      when placed.capacity_minutes is not null then placed.capacity_minutes * $usual_load / totals.volume
      when placed.supplied is null then house_minutes
    end as minutes_each
  from settings
  left join totals using (activity)
  left join placed using (activity)
),
general as (
  -- What a minute costs for activities without a pool of their own.
  select
    case
      when not exists (from placed) then $cost_a_minute
      when shared.supplied is null then 0
      else shared.supplied / nullif(coalesce(shared.capacity_minutes, needed.minutes), 0)
    end as rate
  from (select sum(minutes_each * volume) as minutes from timed where supplied is null) as needed
  left join placed as shared on shared.activity = 'shared'
)
select
  activity,
  place,
  minutes_each::DOUBLE as minutes_each,
  case
    when supplied is null then coalesce(minutes_each * rate, 0)
    when capacity_minutes is null then supplied / volume
    else minutes_each * supplied / capacity_minutes
  end::DOUBLE as cost_each,
  supplied,
  capacity_minutes,
  volume,
  known_volume
from timed
cross join general
union all
select 'spread', 10, null, (supplied * $usual_load / nullif(orders.volume, 0))::DOUBLE, supplied, capacity_minutes,
  orders.volume, orders.known_volume
from placed
cross join (select volume, known_volume from timed where activity = 'orders') as orders
where placed.activity = 'spread'
union all
select activity, 11, null, 0, supplied, capacity_minutes, 0, 0
from placed
where activity in ('shared', 'other')
