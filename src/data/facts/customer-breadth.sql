-- Question   Of how many products and categories has each customer bought?
-- Grain      one identified customer with a line of a purchase by the as-of day, of the customers of one part
-- Parameters $as_of (later orders are ignored); $part and $parts: the customers of one part, from 0, of so many
-- Columns    customer_id; categories and products, different ones that were not only given back
-- Nulls      unknown products and categories are not counted
-- Source     canonical tables lines, products
select customer_id, count(distinct products.category) as categories, count(product_id) as products
from (
  select distinct customer_id, lines.product_id
  from order_facts
  join lines using (order_id)
  where customer_id is not null and order_date <= $as_of and is_purchase and coalesce(lines.quantity, 1) > 0
    and ($parts = 1 or hash(customer_id) % $parts = $part)
)
left join products using (product_id)
group by customer_id
