-- Question   How big is the business with these customers, and what does a customer bring?
-- Grain      one row per stretch of time: 'all' until as-of, 'last' 12 months before as-of, 'before' the 12 before them
-- Parameters $as_of, $returns_net
-- Columns    period; from_day, to_day; first_day, last_day with orders; customers, orders, identified_orders,
--            one_time, repeat, repeat_day (counts); revenue, identified_revenue, sales,
--            identified_sales, refunds, identified_refunds, margin, identified_margin, known_revenue, known_sales (money;
--            known_… = of purchases whose cost is known and of all credit notes); currencies (codes joined by a space)
-- Nulls      margins are null when no purchase has a known cost; a credit note of unknown cost counts as lost in full, as
--            in the customer profiles; a period without orders gives zeros
-- Source     order_facts of the focus; an order is a purchase (is_purchase), a credit note only changes money
with periods as (
  select 'all' as period, null::DATE as from_day, $as_of::DATE as to_day
  union all
  select 'last', ($as_of::DATE - interval 12 month)::DATE, $as_of::DATE - 1
  union all
  select 'before', ($as_of::DATE - interval 24 month)::DATE, ($as_of::DATE - interval 12 month)::DATE - 1
),
facts as (
  select
    periods.period,
    orders.customer_id,
    orders.order_date,
    orders.is_purchase,
    orders.sales,
    orders.refund,
    orders.currency,
    case when $returns_net then orders.net else orders.sales end as revenue,
    case
      when orders.is_purchase then case when $returns_net then orders.margin else orders.sales - orders.cost end
      when $returns_net then coalesce(orders.margin, orders.net)
      else 0
    end as margin
  from scoped_orders as orders
  join periods on orders.order_date <= periods.to_day
    and (periods.from_day is null or orders.order_date >= periods.from_day)
),
buyers as (
  select period, customer_id, count(*) as orders, min(order_date) < max(order_date) as on_several_days
  from facts
  where customer_id is not null and is_purchase
  group by period, customer_id
),
buyer_counts as (
  select
    period,
    count(*) as customers,
    count(*) filter (where orders = 1) as one_time,
    count(*) filter (where orders >= 2) as repeat,
    count(*) filter (where on_several_days) as repeat_day
  from buyers
  group by period
),
totals as (
  select
    period,
    min(order_date) as first_day,
    max(order_date) as last_day,
    count(*) filter (where is_purchase) as orders,
    count(*) filter (where is_purchase and customer_id is not null) as identified_orders,
    sum(revenue) as revenue,
    sum(revenue) filter (where customer_id is not null) as identified_revenue,
    sum(sales) as sales,
    sum(sales) filter (where customer_id is not null) as identified_sales,
    sum(refund) as refunds,
    sum(refund) filter (where customer_id is not null) as identified_refunds,
    case when count(margin) filter (where is_purchase) > 0 then sum(margin) end as margin,
    case
      when count(margin) filter (where is_purchase and customer_id is not null) > 0
        then sum(margin) filter (where customer_id is not null)
    end as identified_margin,
    sum(revenue) filter (where margin is not null) as known_revenue,
    sum(sales) filter (where margin is not null) as known_sales,
    string_agg(distinct currency, ' ' order by currency) as currencies
  from facts
  group by period
)
select
  periods.period,
  periods.from_day,
  periods.to_day,
  totals.first_day,
  totals.last_day,
  coalesce(buyer_counts.customers, 0)::INTEGER as customers,
  coalesce(buyer_counts.one_time, 0)::INTEGER as one_time,
  coalesce(buyer_counts.repeat, 0)::INTEGER as repeat,
  coalesce(buyer_counts.repeat_day, 0)::INTEGER as repeat_day,
  coalesce(totals.orders, 0)::INTEGER as orders,
  coalesce(totals.identified_orders, 0)::INTEGER as identified_orders,
  coalesce(totals.revenue, 0)::DOUBLE as revenue,
  coalesce(totals.identified_revenue, 0)::DOUBLE as identified_revenue,
  coalesce(totals.sales, 0)::DOUBLE as sales,
  coalesce(totals.identified_sales, 0)::DOUBLE as identified_sales,
  coalesce(totals.refunds, 0)::DOUBLE as refunds,
  coalesce(totals.identified_refunds, 0)::DOUBLE as identified_refunds,
  totals.margin::DOUBLE as margin,
  totals.identified_margin::DOUBLE as identified_margin,
  coalesce(totals.known_revenue, 0)::DOUBLE as known_revenue,
  coalesce(totals.known_sales, 0)::DOUBLE as known_sales,
  totals.currencies
from periods
left join totals on totals.period = periods.period
left join buyer_counts on buyer_counts.period = periods.period
order by periods.period
