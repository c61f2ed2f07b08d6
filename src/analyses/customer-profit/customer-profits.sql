-- Question   What is left of each customer's revenue after goods, charges and the cost to serve, now and after the surgery?
-- Grain      one customer of the focus with a purchase
-- Parameters $payment_fee (share of sales), $freight (money a delivery); the surgery: $whom, $profit_below (money), $action,
--            $moved, $saving, $calls_cut, $price_rise, $exit_share, $expected_loss (0–1), $minimum_order, $surcharge (money)
-- Columns    customer_id; orders; revenue, goods, charges (payment fees and freight), serve and profit (money);
--            known_sales and sales; estimated_lines, lines; is_meant (the surgery is for this one), profit_after (money)
-- Nulls      none
-- Source     customer_volumes, activity_costs; methods.md F8; actions after Kaplan & Anderson 2004
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
    sum(net - volumes.margin)::DECIMAL(18, 4) as goods,
    sum(lines) as lines,
    sum(estimated_lines) as estimated_lines,
    ($payment_fee * greatest(sum(sales), 0))::DECIMAL(18, 4) as fees,
    ($freight * sum(deliveries))::DECIMAL(18, 4) as freight,
    sum(volumes.orders * of_order + deliveries * of_delivery + rush * of_rush)::DECIMAL(18, 4) as order_work,
    sum(volumes.tickets * of_ticket + volumes.contacts * of_contact)::DECIMAL(18, 4) as desk_work,
    sum(calls * of_call + visits * of_visit)::DECIMAL(18, 4) as field_work,
    sum(lines * of_line + returns * of_return + volumes.orders * of_spread)::DECIMAL(18, 4) as other_work
  from customer_volumes as volumes
  join scoped_customers using (customer_id)
  cross join each
  where scoped_customers.orders > 0
  group by customer_id
),
profits as (
  select
    *,
    (fees + freight)::DECIMAL(18, 4) as charges,
    (order_work + desk_work + field_work + other_work)::DECIMAL(18, 4) as serve,
    (revenue - goods - fees - freight - order_work - desk_work - field_work - other_work)::DECIMAL(18, 4) as profit,
    (revenue / nullif(orders, 0))::DOUBLE as mean_order
  from served
),
meant as (
  select
    *,
    case $whom when 'unprofitable' then profit < 0 when 'below' then profit < $profit_below else true end as is_meant
  from profits
),
effects as (
  select
    *,
    case $action
      when 'self-service' then (desk_work + field_work) * $moved * $saving
      when 'call-frequency' then field_work * $calls_cut
      when 'order-minimum' then
        case
          when mean_order > 0 and mean_order < $minimum_order
            then (order_work + freight) * (1 - mean_order / $minimum_order)
          else 0
        end
      when 'surcharge' then orders * $surcharge
      when 're-price' then revenue * $price_rise
      when 'exit' then -profit * $exit_share
      else 0
    end as gain
  from meant
)
select
  *,
  case
    when is_meant and gain <> 0
      then (profit + gain) * (1 - case when $action = 'exit' then 0 else $expected_loss end)
    else profit
  end::DECIMAL(18, 4) as profit_after
from effects
