-- Question   How much of revenue and of cost is tied to customers whom we know?
-- Grain      one kind of money: revenue, cost of goods, a cost pool, a campaign
-- Parameters none
-- Columns    kind ('revenue', 'goods', 'pool', 'campaign'), label, total and traced (money, DOUBLE), note (driver of a pool)
-- Nulls      Orders of unknown cost don't count as cost; 'covered' is the revenue of orders whose cost is known. A pool
--            whose driver isn't found in the data is not traced at all. Without rows of a kind there is no row.
-- Source     concepts.md B49. A pool is traced by the share of its driver (orders, lines, returned orders, tickets,
--            contacts) that belongs to known customers; a campaign when some customer or contact names it.
with drivers as (
  select
    count(*) filter (is_purchase) as orders,
    count(*) filter (is_purchase and customer_id is not null) as known_orders,
    count(*) filter (refund > 0) as returned,
    count(*) filter (refund > 0 and customer_id is not null) as known_returned
  from order_facts
),
line_drivers as (
  select
    count(*) as lines,
    count(*) filter (order_facts.customer_id is not null) as known_lines
  from lines join order_facts using (order_id)
),
pools as (
  select pool, min(driver) as driver, sum(amount) as amount from costs group by pool
),
pool_shares as (
  select
    pool, driver, amount,
    case
      when regexp_matches(lower(driver), 'ticket|complaint|service request|support')
        then case when exists (from tickets) then 1 else 0 end
      when regexp_matches(lower(driver), 'visit|call|e-?mail|meeting|contact|interaction|chat')
        then case when exists (from interactions) then 1 else 0 end
      when regexp_matches(lower(driver), 'return|refund|credit') then known_returned / nullif(returned, 0)
      when regexp_matches(lower(driver), 'line|pick') then known_lines / nullif(lines, 0)
      when regexp_matches(lower(driver), 'order|deliver|shipment|parcel|invoice|payment') then known_orders / nullif(orders, 0)
      when regexp_matches(lower(driver), 'customer|account') then 1
      else 0
    end as share
  from pools cross join drivers cross join line_drivers
),
responses as (
  select acq_campaign as campaign from customers where acq_campaign is not null
  union
  select campaign_id from interactions where campaign_id is not null
)
select 'revenue' as kind, 'Net revenue' as label, coalesce(sum(net), 0)::DOUBLE as total,
  coalesce(sum(net) filter (customer_id is not null), 0)::DOUBLE as traced, null::VARCHAR as note, 0 as place
from order_facts having count(*) > 0
union all
select 'covered', 'Net revenue of orders whose cost is known', coalesce(sum(net) filter (cost is not null), 0)::DOUBLE,
  coalesce(sum(net) filter (cost is not null and customer_id is not null), 0)::DOUBLE, null, 1
from order_facts having count(*) > 0
union all
select 'goods', 'Cost of goods', sum(cost)::DOUBLE,
  coalesce(sum(cost) filter (customer_id is not null), 0)::DOUBLE, null, 2
from order_facts having count(cost) > 0
union all
select 'pool', pool, amount::DOUBLE, (amount * coalesce(share, 0))::DOUBLE, driver, 3
from pool_shares
union all
select 'campaign', 'Campaigns', sum(cost)::DOUBLE,
  coalesce(sum(cost) filter (campaign_id in (select campaign from responses) or name in (select campaign from responses)), 0)::DOUBLE,
  null, 4
from campaigns having count(cost) > 0
order by place, total desc, label
