-- Question   What did each order bring, in one shape for every analysis?
-- Grain      one order or credit note that counts (status is not 'cancelled')
-- Parameters $part and $parts: only the orders of one part, from 0, of so many
-- Columns    order_id; customer_id (null = anonymous); order_date, order_month (first day of the month);
--            sales = gross − discount, refund ≥ 0, net = sales − refund, cost, margin = net − cost, discount (money);
--            items = Σ positive quantities (pieces, null without lines); is_purchase = goods were sold (sales > 0);
--            status, channel, payment_method, currency, coupon as loaded
-- Nulls      A missing discount or refund is 0. Sales without gross are net + refund. Cost is null unless it is known
--            for every line that has a price: the line's own cost, else pieces × the product's unit cost. Margin is
--            null where cost is.
-- Source     canonical tables orders, lines, products
with line_totals as (
  select
    lines.order_id,
    sum(lines.quantity) filter (where lines.quantity > 0) as items,
    sum(coalesce(lines.cost, (products.unit_cost * lines.quantity)::DECIMAL(18, 4))) as cost,
    count(*) filter (where lines.net <> 0 and lines.cost is null
      and (products.unit_cost is null or lines.quantity is null)) as lines_without_cost
  from lines
  left join products on products.product_id = lines.product_id
  where $parts = 1 or hash(lines.order_id) % $parts = $part
  group by lines.order_id
),
counted as (
  select
    orders.order_id,
    nullif(orders.customer_id, '') as customer_id,
    orders.ordered_at::DATE as order_date,
    date_trunc('month', orders.ordered_at::DATE)::DATE as order_month,
    coalesce(
      orders.gross - coalesce(orders.discount, 0),
      orders.net + coalesce(orders.refund, 0)
    )::DECIMAL(18, 4) as sales,
    coalesce(orders.refund, 0)::DECIMAL(18, 4) as refund,
    orders.net::DECIMAL(18, 4) as net,
    (case when line_totals.lines_without_cost = 0 then line_totals.cost end)::DECIMAL(18, 4) as cost,
    coalesce(orders.discount, 0)::DECIMAL(18, 4) as discount,
    line_totals.items::DOUBLE as items,
    orders.status,
    orders.channel,
    orders.payment_method,
    orders.currency,
    orders.coupon
  from orders
  left join line_totals on line_totals.order_id = orders.order_id
  where coalesce(orders.status, 'completed') <> 'cancelled'
    and ($parts = 1 or hash(orders.order_id) % $parts = $part)
)
select
  order_id,
  customer_id,
  order_date,
  order_month,
  sales,
  refund,
  net,
  cost,
  (net - cost)::DECIMAL(18, 4) as margin,
  discount,
  items,
  sales > 0 as is_purchase,
  status,
  channel,
  payment_method,
  currency,
  coupon
from counted
order by order_date
