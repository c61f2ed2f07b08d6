-- Question   Which promises did each order keep: on time, in full, without an error, at the right price?
-- Grain      one purchase in the look-back or its follow-up, of the focus (in_focus) or of whom it is compared with
-- Parameters $as_of, $grace_days (days after the promised moment that still count as on time), $overdue_is_late, $error_days
--            (days after an order in which a complaint or a credit note is put down to it), $price_tolerance (share),
--            $window_days, $follow_up_days
-- Columns    order_id, customer_id, order_date, payment_method, sales (money); days (from order to delivery); on_time;
--            in_full (no returned line, no refund, no credit note); no_error (no complaint); right_price (no line dearer a
--            piece than its list price); is_perfect (nothing that is known of it was broken); is_refunded; bought_again (on a
--            later day than the delivery, within $follow_up_days)
-- Nulls      on_time without both days, or not delivered by as-of ($overdue_is_late: false once the promise has passed);
--            in_full where the data hold no return at all, no_error where they hold no complaint, or nobody knows whose order
--            it is; both while the order is younger than $error_days; right_price unless every line has a list price; is_perfect
--            where none is known, while the order is that young, and without a known on_time where deliveries are known at all;
--            bought_again while $follow_up_days aren't over and for orders without a customer
-- Source     order_facts, orders, lines, products, tickets; concepts A17, A20. OTIFNERP is counted order by order
with asked as (
  select order_id, true as in_focus
  from scoped_orders
  where is_purchase and order_date > $as_of - $window_days::INTEGER - $follow_up_days::INTEGER
  union all
  select order_id, false
  from order_facts
  where is_purchase and order_date <= $as_of and order_date > $as_of - $window_days::INTEGER - $follow_up_days::INTEGER
    and customer_id in (select customer_id from comparison_customers)
),
told as (
  select
    exists (from orders where refund > 0 or net < 0) or exists (from lines where is_return) as has_returns,
    exists (from tickets where is_complaint) as has_complaints,
    exists (from orders where promised_at is not null and delivered_at is not null) as has_deliveries
),
purchase_days as (
  select customer_id, order_date as day, max(order_id) as order_id
  from order_facts
  where is_purchase and customer_id is not null and order_date <= $as_of
  group by customer_id, order_date
),
events as (
  select customer_id, order_date as day, false as is_complaint
  from order_facts
  where not is_purchase and net < 0 and customer_id is not null and order_date <= $as_of
  union all
  select customer_id, opened_at::DATE, true from tickets where is_complaint and opened_at::DATE <= $as_of
),
wrong as (
  select
    purchase_days.order_id,
    bool_or(not is_complaint) as is_credited,
    bool_or(is_complaint) as is_complained
  from events
  asof join purchase_days
    on events.customer_id = purchase_days.customer_id and events.day >= purchase_days.day
  where events.day - purchase_days.day <= $error_days
  group by purchase_days.order_id
),
goods as (
  select
    lines.order_id,
    bool_or(coalesce(is_return, false)) as is_returned,
    bool_and(coalesce(lines.net / nullif(quantity, 0), unit_price)::DOUBLE <= list_price::DOUBLE * (1 + $price_tolerance))
      filter (not coalesce(is_return, false) and coalesce(quantity, 1) > 0) as is_right,
    count(*) filter (not coalesce(is_return, false) and coalesce(list_price, 0) <= 0) as lines_without_price
  from lines
  left join products on products.product_id = lines.product_id
  group by lines.order_id
),
judged as (
  select
    in_focus,
    facts.order_id,
    facts.customer_id,
    facts.order_date,
    facts.payment_method,
    facts.sales,
    facts.refund > 0 or coalesce(is_returned, false) or coalesce(is_credited, false) as is_refunded,
    case
      when delivered_at::DATE <= $as_of then date_diff('second', ordered_at, delivered_at) / 86400.0
    end as days,
    coalesce(case when delivered_at::DATE <= $as_of then delivered_at::DATE end, facts.order_date) as settled,
    facts.order_date > $as_of - $error_days::INTEGER as is_fresh,
    case
      when promised_at is null then null
      when delivered_at::DATE <= $as_of then delivered_at <= promised_at + to_hours(($grace_days * 24)::INTEGER)
      when $overdue_is_late and promised_at::DATE + $grace_days::INTEGER < $as_of then false
    end as on_time,
    case when has_returns then not is_refunded end as was_full,
    case when has_complaints and facts.customer_id is not null then not coalesce(is_complained, false) end as was_right,
    case when lines_without_price = 0 then is_right end as right_price,
    has_deliveries
  from asked
  join order_facts as facts on facts.order_id = asked.order_id
  join orders on orders.order_id = asked.order_id
  left join goods on goods.order_id = asked.order_id
  left join wrong on wrong.order_id = asked.order_id
  cross join told
)
select
  in_focus,
  judged.order_id,
  judged.customer_id,
  order_date,
  payment_method,
  sales::DOUBLE as sales,
  is_refunded,
  days,
  on_time,
  case when not is_fresh then was_full end as in_full,
  case when not is_fresh then was_right end as no_error,
  right_price,
  case
    when is_fresh or (has_deliveries and on_time is null) then null
    when coalesce(on_time, was_full, was_right, right_price) is null then null
    else coalesce(on_time, true) and coalesce(was_full, true) and coalesce(was_right, true) and coalesce(right_price, true)
  end as is_perfect,
  case
    when judged.customer_id is not null and settled + $follow_up_days::INTEGER <= $as_of
      then coalesce(next_days.day <= settled + $follow_up_days::INTEGER, false)
  end as bought_again
from judged
asof left join purchase_days as next_days
  on judged.customer_id = next_days.customer_id and judged.settled < next_days.day
