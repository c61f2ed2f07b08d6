-- Question   What did each customer buy first?
-- Grain      one known customer with a purchase by the as-of day, of the customers of one part
-- Parameters $part and $parts: the customers of one part, from 0, of so many
-- Columns    customer_id; of the purchases of the first day: first_order_value (sales, money), first_order_items (pieces),
--            first_order_category (with the most spent on it, the first by name of equals), first_order_channel (the first
--            by name), first_order_discounted (any discount), first_order_coupon (any coupon)
-- Nulls      each where nothing tells: no lines, no product of a known category, no channel; discounted and coupon where
--            no order at all has one
-- Source     customer_profiles, which must be at hand, order_facts, lines, products
with firsts as (
  select profiles.customer_id, orders.order_id, orders.sales, orders.items, orders.channel, orders.coupon, orders.discount
  from customer_profiles as profiles
  join order_facts as orders
    on orders.customer_id = profiles.customer_id and orders.order_date = profiles.first_order
  where orders.is_purchase and ($parts = 1 or hash(profiles.customer_id) % $parts = $part)
),
spent as (
  select customer_id, category, sum(lines.net) as spend
  from firsts
  join lines using (order_id)
  join products using (product_id)
  where category is not null
  group by customer_id, category
),
favourites as (
  select customer_id, category
  from spent
  qualify row_number() over (partition by customer_id order by spend desc nulls last, category) = 1
),
loaded as (
  select
    exists (from order_facts where discount > 0) as has_discounts,
    exists (from order_facts where nullif(coupon, '') is not null) as has_coupons
)
select
  customer_id,
  sum(sales)::DOUBLE as first_order_value,
  sum(items)::DOUBLE as first_order_items,
  any_value(favourites.category)::VARCHAR as first_order_category,
  min(nullif(channel, ''))::VARCHAR as first_order_channel,
  case when any_value(has_discounts) then coalesce(bool_or(discount > 0), false) end as first_order_discounted,
  case when any_value(has_coupons) then bool_or(nullif(coupon, '') is not null) end as first_order_coupon
from firsts
left join favourites using (customer_id)
cross join loaded
group by customer_id
