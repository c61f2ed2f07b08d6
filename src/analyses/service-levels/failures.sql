-- Question   Do customers buy again more seldom after an order that broke a promise?
-- Grain      one promise, kept or broken
-- Parameters $as_of, $window_days, $follow_up_days, and those of promised_orders
-- Columns    promise; kept; customers (each by the first order in the $window_days that ended $follow_up_days ago of which it is
--            known); again (of these, who bought on a later day than the delivery, within $follow_up_days)
-- Nulls      orders of which it is not known whether the promise was kept are left out
-- Source     promised_orders of the focus; A20, B39. One order a customer, so that customers are independent
with answers as (
  unpivot (
    select customer_id, order_date, bought_again, on_time, in_full, no_error, right_price, is_perfect
    from promised_orders
    where in_focus and bought_again is not null and order_date > $as_of - $window_days::INTEGER - $follow_up_days::INTEGER
  ) on on_time, in_full, no_error, right_price, is_perfect into name promise value kept
),
first_orders as (
  select
    promise,
    customer_id,
    arg_min(kept, order_date) as kept,
    arg_min(bought_again, order_date) as bought_again
  from answers
  group by promise, customer_id
)
select promise, kept, count(*)::INTEGER as customers, count(*) filter (bought_again)::INTEGER as again
from first_orders
group by promise, kept
order by promise, kept
