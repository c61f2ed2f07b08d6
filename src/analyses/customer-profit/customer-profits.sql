-- Question   What is left of each customer's revenue after goods, charges and the cost to serve, now and after the surgery?
-- Grain      one customer of the focus with a purchase
-- Parameters the surgery: $whom, $profit_below (money), $action,
--            $moved, $saving, $calls_cut, $price_rise, $exit_share, $expected_loss (0–1), $minimum_order, $surcharge (money)
-- Columns    customer_id; orders; revenue, goods, charges (payment fees and freight), serve and profit (money);
--            known_sales and sales; estimated_lines, lines; is_meant (the surgery is for this one), profit_after (money)
-- Nulls      none
-- Source     customer_costs; methods.md F8; actions after Kaplan & Anderson 2004
with meant as (
  select
    costs.*,
    case $whom when 'unprofitable' then profit < 0 when 'below' then profit < $profit_below else true end as is_meant
  from customer_costs as costs
  join scoped_customers using (customer_id)
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
