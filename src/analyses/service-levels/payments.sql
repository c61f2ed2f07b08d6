-- Question   How do customers pay, and does it go with repeat purchases, order value and refunds?
-- Grain      one payment method of the focus (in_focus) or of whom it is compared with
-- Parameters $as_of, $window_days, $follow_up_days, and those of promised_orders
-- Columns    method; orders and sales (money) in the window; refunded (orders that were returned, refunded or credited);
--            followed (customers whose first order in the $window_days that ended $follow_up_days ago was paid so) and again
--            (of these, who bought again within $follow_up_days)
-- Nulls      orders without a method are left out
-- Source     promised_orders; A17
with recent as (
  select
    in_focus,
    payment_method as method,
    count(*) as orders,
    sum(sales) as sales,
    count(*) filter (is_refunded) as refunded
  from promised_orders
  where order_date > $as_of - $window_days::INTEGER and payment_method is not null
  group by all
),
first_orders as (
  select
    in_focus,
    customer_id,
    arg_min(payment_method, order_date) as method,
    arg_min(bought_again, order_date) as bought_again
  from promised_orders
  where bought_again is not null and payment_method is not null
    and order_date > $as_of - $window_days::INTEGER - $follow_up_days::INTEGER
  group by in_focus, customer_id
),
followed as (
  select in_focus, method, count(*) as followed, count(*) filter (bought_again) as again
  from first_orders
  group by all
)
select
  in_focus,
  method,
  orders::INTEGER as orders,
  sales,
  refunded::INTEGER as refunded,
  coalesce(followed, 0)::INTEGER as followed,
  coalesce(again, 0)::INTEGER as again
from recent
left join followed using (in_focus, method)
order by in_focus desc, orders desc, method
