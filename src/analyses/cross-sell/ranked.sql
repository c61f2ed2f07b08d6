-- Question   Which products or categories are looked at: those that most customers (or baskets) hold?
-- Grain      one item
-- Parameters $items (how many), $level ('customer' or 'basket')
-- Columns    item; code (1 the most frequent); customers, baskets; revenue, cost (money); unknown_costs (lines); known_items (all there are)
-- Nulls      cost where no line tells it
-- Source     bought
select
  item,
  row_number() over (
    order by case when $level = 'customer' then customers else baskets end desc, revenue desc, item
  )::USMALLINT as code,
  customers,
  baskets,
  revenue,
  cost,
  unknown_costs,
  count(*) over () as known_items
from (
  select
    item,
    count(distinct customer_id) filter (is_sold) as customers,
    count(distinct order_id) filter (is_sold) as baskets,
    sum(net) as revenue,
    sum(cost) as cost,
    count(*) filter (cost is null and net <> 0) as unknown_costs
  from bought
  group by item
)
where baskets > 0
qualify code <= $items
