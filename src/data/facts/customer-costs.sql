-- Question   What is left of each customer's revenue after goods, charges and the cost to serve?
-- Grain      one customer with a purchase
-- Parameters $assumed_margin_share (0–1, where the cost of goods is unknown), $payment_fee (share of sales), $freight
--            (money a delivery)
-- Columns    customer_id; orders; revenue, goods, fees, freight, charges (both), serve = order_work + desk_work + field_work +
--            other_work, and profit (money); known_sales and sales; estimated_lines, lines; mean_order (money)
-- Nulls      mean_order without an order
-- Source     customer_work, activity_costs; methods.md F8
with each as (
  select
    coalesce(max(cost_each) filter (activity = 'orders'), 0) as of_order,
    coalesce(max(cost_each) filter (activity = 'lines'), 0) as of_line,
    coalesce(max(cost_each) filter (activity = 'deliveries'), 0) as of_delivery,
    coalesce(max(cost_each) filter (activity = 'rush'), 0) as of_rush,
    coalesce(max(cost_each) filter (activity = 'returns'), 0) as of_return,
    coalesce(max(cost_each) filter (activity = 'tickets'), 0) as of_ticket,
    coalesce(max(cost_each) filter (activity = 'calls'), 0) as of_call,
    coalesce(max(cost_each) filter (activity = 'visits'), 0) as of_visit,
    coalesce(max(cost_each) filter (activity = 'contacts'), 0) as of_contact,
    coalesce(max(cost_each) filter (activity = 'spread'), 0) as of_spread
  from activity_costs
),
served as (
  select
    customer_id,
    sum(volumes.orders) as orders,
    sum(net)::DECIMAL(18, 4) as revenue,
    sum(sales) as sales,
    sum(known_sales) as known_sales,
    sum(net - known_margin - $assumed_margin_share * uncosted_net)::DECIMAL(18, 4) as goods,
    sum(lines) as lines,
    sum(estimated_lines) as estimated_lines,
    ($payment_fee * greatest(sum(sales), 0))::DECIMAL(18, 4) as fees,
    ($freight * sum(deliveries))::DECIMAL(18, 4) as freight,
    sum(volumes.orders * of_order + deliveries * of_delivery + rush * of_rush)::DECIMAL(18, 4) as order_work,
    sum(volumes.tickets * of_ticket + volumes.contacts * of_contact)::DECIMAL(18, 4) as desk_work,
    sum(calls * of_call + visits * of_visit)::DECIMAL(18, 4) as field_work,
    sum(lines * of_line + returns * of_return + volumes.orders * of_spread)::DECIMAL(18, 4) as other_work
  from customer_work as volumes
  cross join each
  where customer_id is not null
  group by customer_id
  having sum(volumes.orders) > 0
)
select
  *,
  (fees + freight)::DECIMAL(18, 4) as charges,
  (order_work + desk_work + field_work + other_work)::DECIMAL(18, 4) as serve,
  (revenue - goods - fees - freight - order_work - desk_work - field_work - other_work)::DECIMAL(18, 4) as profit,
  (revenue / nullif(orders, 0))::DOUBLE as mean_order
from served
