-- Question   How much of revenue and profit hangs on how few customers?
-- Grain      part 'summary': one row; 'lorenz': one group of customers of like rank by rising revenue; 'whale': one group
--            by falling value (profit where costs are known, else revenue); 'decile': one tenth of customers, best first
-- Parameters $measure ('auto', 'profit' or 'revenue'), $minimum_cost_coverage (share of revenue, 0–1)
-- Columns    part; step (order within the part); customers, orders (counts); total = Σ value, ranked_total = Σ rank ×
--            value (ranks from 1 in the part's order), revenue, margin; lowest, highest value of a customer (money).
--            Summary only: by_profit; customers_for_80 (customers whose sum first reaches 80 %), peak (highest
--            cumulative value, money), peak_customers (how many reach it), top_10, top_20 (value of the best tenth and
--            fifth, money), negative (customers with value below 0), floored (customers with revenue below 0, 0 in
--            'lorenz'), unknown (customers without a known profit), left_out, left_out_revenue (no purchase, only credit)
-- Nulls      customers without a known margin are left out where profit is ranked; the margin of a group is null when
--            one of its customers’ is; customers_for_80 is null when the total is not positive
-- Source     customer profiles of the focus with at least one order; Lorenz 1905, Gini 1912, Kaplan & Anderson 2004
with buyers as (
  select
    customer_id,
    coalesce(revenue, 0)::DECIMAL(18, 4) as revenue,
    margin::DECIMAL(18, 4) as margin,
    orders
  from scoped_customers
  where orders > 0
),
decision as (
  select
    case $measure
      when 'profit' then count(margin) > 0
      when 'revenue' then false
      else coalesce(
        (sum(greatest(revenue, 0)) filter (where margin is not null))::DOUBLE
          / nullif(sum(greatest(revenue, 0))::DOUBLE, 0) >= $minimum_cost_coverage,
        false
      )
    end as by_profit
  from buyers
),
valued as (
  select buyers.*, case when decision.by_profit then buyers.margin else buyers.revenue end as value
  from buyers
  cross join decision
),
rising as (
  select
    greatest(revenue, 0) as value,
    row_number() over (order by greatest(revenue, 0), customer_id) as place,
    count(*) over () as population
  from buyers
),
falling as (
  select
    revenue,
    margin,
    orders,
    value,
    row_number() over best_first as place,
    sum(value) over best_first as cumulative,
    ntile(10) over best_first as decile,
    sum(value) over () as total,
    count(*) over () as population
  from valued
  where value is not null
  window best_first as (order by value desc, customer_id rows unbounded preceding)
),
peak as (
  select max(cumulative) as peak from falling
),
summary as (
  select
    count(*) as customers,
    sum(orders) as orders,
    sum(value) as total,
    sum(revenue) as revenue,
    case when count(margin) = count(*) then sum(margin) end as margin,
    min(value) as lowest,
    max(value) as highest,
    min(place) filter (where total > 0 and cumulative::DOUBLE >= 0.8 * total::DOUBLE - 0.000001) as customers_for_80,
    min(place) filter (where cumulative = peak.peak) as peak_customers,
    any_value(peak.peak) as peak,
    sum(value) filter (where place <= ceil(population / 10)) as top_10,
    sum(value) filter (where place <= ceil(population / 5)) as top_20,
    count(*) filter (where value < 0) as negative
  from falling
  cross join peak
),
groups as (
  select
    'lorenz' as part,
    (place - 1) * 200 // greatest(population, 200) as step,
    count(*) as customers,
    null as orders,
    sum(value) as total,
    sum(place * value::DOUBLE) as ranked_total,
    sum(value) as revenue,
    null as margin,
    min(value) as lowest,
    max(value) as highest
  from rising
  group by step
  union all
  select
    'whale' as part,
    (place - 1) * 200 // greatest(population, 200) as step,
    count(*),
    sum(orders),
    sum(value),
    sum(place * value::DOUBLE),
    sum(revenue),
    case when count(margin) = count(*) then sum(margin) end,
    min(value),
    max(value)
  from falling
  group by step
  union all
  select
    'decile' as part,
    decile as step,
    count(*),
    sum(orders),
    sum(value),
    sum(place * value::DOUBLE),
    sum(revenue),
    case when count(margin) = count(*) then sum(margin) end,
    min(value),
    max(value)
  from falling
  group by decile
  union all
  select 'summary', 0, customers, orders, total, null, revenue, margin, lowest, highest
  from summary
)
select
  groups.part,
  groups.step::INTEGER as step,
  groups.customers::INTEGER as customers,
  groups.orders::INTEGER as orders,
  groups.total::DOUBLE as total,
  groups.ranked_total::DOUBLE as ranked_total,
  groups.revenue::DOUBLE as revenue,
  groups.margin::DOUBLE as margin,
  groups.lowest::DOUBLE as lowest,
  groups.highest::DOUBLE as highest,
  decision.by_profit,
  summary.customers_for_80::INTEGER as customers_for_80,
  summary.peak::DOUBLE as peak,
  summary.peak_customers::INTEGER as peak_customers,
  summary.top_10::DOUBLE as top_10,
  summary.top_20::DOUBLE as top_20,
  summary.negative::INTEGER as negative,
  (select count(*) from buyers where revenue < 0)::INTEGER as floored,
  (select count(*) from valued where value is null)::INTEGER as unknown,
  (select count(*) from scoped_customers where coalesce(orders, 0) = 0 and revenue <> 0)::INTEGER as left_out,
  (select coalesce(sum(revenue), 0) from scoped_customers where coalesce(orders, 0) = 0)::DOUBLE as left_out_revenue
from groups
cross join decision
left join summary on groups.part = 'summary'
order by groups.part, groups.step
