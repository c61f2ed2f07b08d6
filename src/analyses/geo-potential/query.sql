-- Question   Where do customers buy, what do they bring, and are they more or fewer than in the period before?
-- Grain      level ('country', 'region', 'city') × place; place null: customers of whom it isn’t known
-- Parameters $as_of, $window_days (the period; the one before is as long)
-- Columns    level, place; customers (all), now, before, both (customers with a purchase in the period, the one before, both);
--            revenue, margin (money in the period, after refunds), margin_before and revenue_before (the one before); revenue_spread and
--            margin_spread (standard deviation among those who buy now); unknown_margins (purchases of both periods without a cost);
--            first_day (of all orders of the focus), the same in every row
-- Nulls      spreads of fewer than two customers
-- Source     scoped_customers, scoped_orders
with spent as (
  select
    customer_id,
    bool_or(is_purchase and order_date > $as_of - $window_days::INTEGER) as is_now,
    bool_or(is_purchase and order_date <= $as_of - $window_days::INTEGER) as is_before,
    coalesce(sum(net) filter (order_date > $as_of - $window_days::INTEGER), 0)::DOUBLE as revenue,
    coalesce(sum(net) filter (order_date <= $as_of - $window_days::INTEGER), 0)::DOUBLE as revenue_before,
    coalesce(sum(case when is_purchase then margin else coalesce(margin, net) end)
      filter (order_date > $as_of - $window_days::INTEGER), 0)::DOUBLE as margin,
    coalesce(sum(case when is_purchase then margin else coalesce(margin, net) end)
      filter (order_date <= $as_of - $window_days::INTEGER), 0)::DOUBLE as margin_before,
    count(*) filter (is_purchase and margin is null) as unknown_margins
  from scoped_orders
  where customer_id is not null and order_date > $as_of - 2 * $window_days::INTEGER
  group by customer_id
),
placed as (
  select 'country' as level, customer_id, nullif(trim(country), '') as place from scoped_customers
  union all
  select 'region', customer_id, nullif(trim(region), '') from scoped_customers
  union all
  select 'city', customer_id, nullif(trim(city), '') from scoped_customers
)
select
  level,
  place,
  count(*)::INTEGER as customers,
  count(*) filter (is_now)::INTEGER as now,
  count(*) filter (is_before)::INTEGER as before,
  count(*) filter (is_now and is_before)::INTEGER as both,
  coalesce(sum(revenue), 0)::DOUBLE as revenue,
  coalesce(sum(revenue_before), 0)::DOUBLE as revenue_before,
  coalesce(sum(margin), 0)::DOUBLE as margin,
  coalesce(sum(margin_before), 0)::DOUBLE as margin_before,
  (stddev_samp(revenue) filter (is_now))::DOUBLE as revenue_spread,
  (stddev_samp(margin) filter (is_now))::DOUBLE as margin_spread,
  coalesce(sum(unknown_margins), 0)::INTEGER as unknown_margins,
  (select min(order_date) from scoped_orders)::DATE as first_day
from placed
left join spent using (customer_id)
group by level, place
order by level, now desc, place
