-- Question   What does each customer bring after everything that serving them costs, and what would the surgery change?
-- Grain      part 'summary': one row; 'before' and 'after': one group of customers of like rank by falling profit, now and
--            after the surgery; 'decile': one tenth of customers by profit now, best first
-- Parameters those of the relations before it
-- Columns    part; step (order within the part); customers, orders (counts); revenue, goods, charges, serve, profit (money,
--            of the group; in 'after' profit alone is meant); lowest, highest profit of a customer (money).
--            Summary only: known_sales, sales, lines, estimated_lines; unprofitable, loss (customers below 0 and their sum);
--            meant (customers the surgery is for), changed (whose profit it changes); peak, peak_customers, peak_after,
--            peak_after_customers (highest cumulative profit and after how many); profit_after, unprofitable_after
-- Nulls      sums of nobody are null in the summary
-- Source     customer_profits; Kaplan & Anderson 2004 (whale curve)
with ranked as (
  select
    *,
    row_number() over (order by profit desc, customer_id) as place,
    row_number() over (order by profit_after desc, customer_id) as place_after,
    ntile(10) over (order by profit desc, customer_id) as decile,
    count(*) over () as population
  from customer_profits
),
parts as (
  select
    'before' as part, (place - 1) * 200 // greatest(population, 200) as step,
    count(*) as customers, sum(orders) as orders, sum(revenue) as revenue, sum(goods) as goods,
    sum(charges) as charges, sum(serve) as serve, sum(profit) as profit, min(profit) as lowest, max(profit) as highest
  from ranked
  group by step
  union all
  select
    'after', (place_after - 1) * 200 // greatest(population, 200) as step,
    count(*), sum(orders), sum(revenue), sum(goods), sum(charges), sum(serve), sum(profit_after), min(profit_after),
    max(profit_after)
  from ranked
  group by step
  union all
  select
    'decile', decile as step,
    count(*), sum(orders), sum(revenue), sum(goods), sum(charges), sum(serve), sum(profit), min(profit), max(profit)
  from ranked
  group by decile
  union all
  select
    'summary', 0,
    count(*), sum(orders), sum(revenue), sum(goods), sum(charges), sum(serve), sum(profit), min(profit), max(profit)
  from ranked
),
summary as (
  select
    sum(known_sales) as known_sales,
    sum(sales) as sales,
    sum(lines) as lines,
    sum(estimated_lines) as estimated_lines,
    count(*) filter (profit < 0) as unprofitable,
    sum(profit) filter (profit < 0) as loss,
    count(*) filter (is_meant) as meant,
    count(*) filter (profit_after <> profit) as changed,
    sum(profit) filter (profit > 0) as peak,
    count(*) filter (profit > 0) as peak_customers,
    sum(profit_after) filter (profit_after > 0) as peak_after,
    count(*) filter (profit_after > 0) as peak_after_customers,
    sum(profit_after) as profit_after,
    count(*) filter (profit_after < 0) as unprofitable_after
  from ranked
)
select
  parts.part,
  parts.step::INTEGER as step,
  parts.customers::INTEGER as customers,
  parts.orders::INTEGER as orders,
  parts.revenue::DOUBLE as revenue,
  parts.goods::DOUBLE as goods,
  parts.charges::DOUBLE as charges,
  parts.serve::DOUBLE as serve,
  parts.profit::DOUBLE as profit,
  parts.lowest::DOUBLE as lowest,
  parts.highest::DOUBLE as highest,
  summary.known_sales::DOUBLE as known_sales,
  summary.sales::DOUBLE as sales,
  summary.lines::DOUBLE as lines,
  summary.estimated_lines::DOUBLE as estimated_lines,
  summary.unprofitable::INTEGER as unprofitable,
  summary.loss::DOUBLE as loss,
  summary.meant::INTEGER as meant,
  summary.changed::INTEGER as changed,
  summary.peak::DOUBLE as peak,
  summary.peak_customers::INTEGER as peak_customers,
  summary.peak_after::DOUBLE as peak_after,
  summary.peak_after_customers::INTEGER as peak_after_customers,
  summary.profit_after::DOUBLE as profit_after,
  summary.unprofitable_after::INTEGER as unprofitable_after
from parts
left join summary on parts.part = 'summary'
order by parts.part, parts.step
