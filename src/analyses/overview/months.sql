-- Question   How did the business with these customers move from month to month?
-- Grain      one month with at least one order or credit note until as-of
-- Parameters $as_of, $returns_net
-- Columns    month (its first day); revenue, margin, sales, known_sales (money; known_… = of purchases whose
--            cost is known); orders, customers, new_customers (counts)
-- Nulls      margin is null when no purchase of the month has a known cost; a credit note of unknown cost counts as lost
--            in full; anonymous orders count in revenue and orders,
--            not in customers
-- Source     order_facts of the focus
with facts as (
  select
    order_month,
    customer_id,
    order_date,
    is_purchase,
    sales,
    case when $returns_net then net else sales end as revenue,
    case
      when is_purchase then case when $returns_net then margin else sales - cost end
      when $returns_net then coalesce(margin, net)
      else 0
    end as margin
  from scoped_orders
  where order_date <= $as_of::DATE
),
first_months as (
  select first_month as month, count(*) as new_customers
  from (
    select date_trunc('month', min(order_date))::DATE as first_month
    from facts
    where customer_id is not null and is_purchase
    group by customer_id
  )
  group by first_month
),
months as (
  select
    order_month as month,
    sum(revenue) as revenue,
    case when count(margin) filter (where is_purchase) > 0 then sum(margin) end as margin,
    sum(sales) as sales,
    sum(sales) filter (where margin is not null) as known_sales,
    count(*) filter (where is_purchase) as orders,
    count(distinct customer_id) filter (where is_purchase) as customers
  from facts
  group by order_month
)
select
  months.month,
  months.revenue::DOUBLE as revenue,
  months.margin::DOUBLE as margin,
  months.sales::DOUBLE as sales,
  coalesce(months.known_sales, 0)::DOUBLE as known_sales,
  months.orders::INTEGER as orders,
  months.customers::INTEGER as customers,
  coalesce(first_months.new_customers, 0)::INTEGER as new_customers
from months
left join first_months on first_months.month = months.month
order by months.month
