-- Question   How often is each promise kept, and how long does a delivery take?
-- Grain      the focus (in_focus), and whom it is compared with where there is anybody
-- Parameters $as_of, $window_days, and those of promised_orders
-- Columns    orders, customers (with an order in the window); per promise how many orders it is known of and how many kept it;
--            delivered, median_days, mean_days, slow_days (the slowest tenth takes longer); overdue (promise passed, not delivered)
-- Nulls      days without a delivery
-- Source     promised_orders
select
  in_focus,
  count(*)::INTEGER as orders,
  count(distinct promised.customer_id)::INTEGER as customers,
  count(on_time)::INTEGER as on_time_known,
  count(*) filter (on_time)::INTEGER as on_time_kept,
  count(in_full)::INTEGER as in_full_known,
  count(*) filter (in_full)::INTEGER as in_full_kept,
  count(no_error)::INTEGER as no_error_known,
  count(*) filter (no_error)::INTEGER as no_error_kept,
  count(right_price)::INTEGER as right_price_known,
  count(*) filter (right_price)::INTEGER as right_price_kept,
  count(is_perfect)::INTEGER as is_perfect_known,
  count(*) filter (is_perfect)::INTEGER as is_perfect_kept,
  count(days)::INTEGER as delivered,
  median(days)::DOUBLE as median_days,
  avg(days)::DOUBLE as mean_days,
  quantile_cont(days, 0.9)::DOUBLE as slow_days,
  count(*) filter (days is null and promised_at::DATE < $as_of)::INTEGER as overdue
from promised_orders as promised
join orders on orders.order_id = promised.order_id
where order_date > $as_of - $window_days::INTEGER
group by in_focus
order by in_focus desc
