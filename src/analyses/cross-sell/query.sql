-- Question   What is sold to how many, how often do two items lie in the same hands or in the same basket, and what do they bring?
-- Grain      'item': one product or category that is looked at; 'customer': RFM segment × a pair of items (codes a < b); 'basket': day of the
--            week × a pair. Item 0 stands for everything: (0, 0) how many customers (baskets) there are, (0, b) how many hold b
-- Parameters $as_of, $window_days, $item ('product' or 'category'), $level ('customer' or 'basket': by which items are ranked), $items (how many)
-- Columns    grain; context (RFM segment, or 1 Monday to 7 Sunday); a, b; together (customers, or baskets, also those of nobody); of an item:
--            a (code, 1 the most frequent), item, customers, baskets, revenue, margin (money, after what was taken back), known_items (all
--            there are), days (from the first order of the look-back to as-of)
-- Nulls      context of customers without a purchase in the last 365 days; margin where the cost of any line is unknown
-- Source     scoped_orders, lines, products, scoped_customers. Numbers stand for orders and customers: names are compared once
with people as materialized (
  select row_number() over ()::UINTEGER as person, customer_id, rfm_segment from scoped_customers
),
placed as materialized (
  select
    row_number() over ()::UINTEGER as basket,
    order_id,
    person,
    order_date,
    isodow(order_date)::UTINYINT as weekday,
    is_purchase
  from scoped_orders
  left join people on people.customer_id = scoped_orders.customer_id
  where order_date >= $as_of - $window_days::INTEGER
),
catalogue as materialized (
  select
    product_id,
    dense_rank() over (order by item)::UINTEGER as number,
    item,
    unit_cost
  from (
    select
      known.product_id,
      case when $item = 'category' then products.category else coalesce(products.name, known.product_id) end as item,
      products.unit_cost
    from (select distinct product_id from lines where product_id is not null) as known
    left join products on products.product_id = known.product_id
  )
  where item is not null
),
bought as materialized (
  select
    basket,
    number,
    any_value(person) as person,
    any_value(weekday) as weekday,
    bool_or(is_purchase and coalesce(lines.quantity, 1) > 0) as is_sold,
    sum(lines.net) as net,
    sum(coalesce(lines.cost, unit_cost * lines.quantity)) as cost,
    count(*) filter (lines.cost is null and (unit_cost is null or lines.quantity is null) and lines.net <> 0)
      as unknown_costs
  from lines
  join placed on placed.order_id = lines.order_id
  join catalogue on catalogue.product_id = lines.product_id
  group by basket, number
),
held as materialized (
  select distinct person, number from bought where is_sold and person is not null
),
ranked as materialized (
  select
    number,
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
      number,
      count(*) filter (is_sold) as baskets,
      sum(net) as revenue,
      sum(cost) as cost,
      sum(unknown_costs) as unknown_costs
    from bought
    group by number
  )
  join (select distinct number, item from catalogue) using (number)
  left join (select number, count(*) as customers from held group by number) using (number)
  where baskets > 0
  qualify code <= $items
),
marked_people as materialized (
  select person, code from held join ranked using (number)
  union all
  select distinct person, 0 from held
),
marked_baskets as materialized (
  select basket, weekday, code from bought join ranked using (number) where is_sold
  union all
  select distinct basket, weekday, 0 from bought where is_sold
)
select
  'item' as grain, null as context, code::INTEGER as a, null::INTEGER as b, null::INTEGER as together, item,
  coalesce(customers, 0)::INTEGER as customers, baskets::INTEGER as baskets, revenue::DOUBLE as revenue,
  case when unknown_costs = 0 then revenue - cost end::DOUBLE as margin,
  known_items::INTEGER as known_items,
  (select $as_of - min(order_date) + 1 from placed)::INTEGER as days
from ranked
union all
select
  'customer', rfm_segment, one.code::INTEGER, other.code::INTEGER, count(*)::INTEGER,
  null, null, null, null, null, null, null
from marked_people as one
join marked_people as other
  on one.person = other.person and one.code <= other.code and (one.code < other.code or one.code = 0)
join people on people.person = one.person
group by rfm_segment, one.code, other.code
union all
select
  'basket', one.weekday::VARCHAR, one.code::INTEGER, other.code::INTEGER, count(*)::INTEGER,
  null, null, null, null, null, null, null
from marked_baskets as one
join marked_baskets as other
  on one.basket = other.basket and one.code <= other.code and (one.code < other.code or one.code = 0)
group by one.weekday, one.code, other.code
