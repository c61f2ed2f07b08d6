-- Question   What will each customer still buy and be worth, and what did serving them leave so far?
-- Grain      one customer of customer_profiles
-- Parameters $grain (days to which ages are rounded), $margin (share of spend that counts as value), $own_margin (share of
--            all spend that is left after goods), $payment_fee (share of spend)
-- Columns    customer_id; p_alive (0–1); expected_orders (purchase days within the horizon); clv (money, discounted to
--            as-of); future_profit = the same spend at the customer's margin less payment fees and the cost to serve those
--            purchases, each as dear as those so far (money); the margin is the own so far, drawn to that of all as if three
--            usual purchases had left it; cost_to_serve, profit (money, all of the time up to as-of); net_price = what is
--            left of revenue after goods and charges, serve_share = cost to serve, both ÷ revenue
-- Nulls      all null without a purchase; the first four also where no model can be fitted; the last two without revenue
-- Source     customer_histories, history_forecasts, customer_costs; methods.md F3–F5, F8 and F9
with spends as (
  select
    histories.customer_id,
    p_alive,
    orders,
    discounted,
    discounted * (spend_base + spend_slope * coalesce(spend_mean, 0)) as spend
  from customer_histories as histories
  left join forecasts.history_forecasts as groups
    on groups.repeats = histories.repeats
    and groups.last_age = round(histories.last_age / $grain) * $grain
    and groups.age = round(histories.age / $grain) * $grain
),
margins as (
  select
    customer_id,
    (revenue - goods + 3 * usual * $own_margin) / nullif(greatest(revenue, 0) + 3 * usual, 0) as margin
  from customer_costs
  cross join (select greatest(sum(revenue) / sum(orders), 0) as usual from customer_costs) as everyone
)
select
  profiles.customer_id,
  p_alive,
  spends.orders as expected_orders,
  $margin * spend as clv,
  ((margins.margin - $payment_fee) * spend - discounted * costs.serve / costs.orders)::DOUBLE as future_profit,
  costs.serve::DOUBLE as cost_to_serve,
  costs.profit::DOUBLE as profit,
  (case when costs.revenue > 0 then (costs.profit + costs.serve) / costs.revenue end)::DOUBLE as net_price,
  (case when costs.revenue > 0 then costs.serve / costs.revenue end)::DOUBLE as serve_share
from customer_profiles as profiles
left join spends using (customer_id)
left join customer_costs as costs on costs.customer_id = profiles.customer_id
left join margins on margins.customer_id = profiles.customer_id
