-- Question   What are customers worth who buy through one channel, and who buy through several?
-- Grain      one number of categories (3 stands for three and more) and class of orders in the window (1, 2, 3, 5 = 4 to 5, 9 = 6 to
--            9, 10 = more)
-- Parameters $as_of, $window_days, $returns_net, $own_channels
-- Columns    categories; orders_class; customers; revenue, clv (sums, money); orders (sum); valued (customers with a lifetime value)
-- Nulls      clv where no model can be fitted
-- Source     channel_sales, customer_values; D12
with mixed as (
  select
    customer_id,
    least(3, count(distinct category)) as categories,
    count(*) filter (is_purchase) as orders,
    sum(revenue) as revenue
  from channel_sales
  where customer_id is not null
  group by customer_id
  having count(distinct category) > 0 and count(*) filter (is_purchase) > 0
)
select
  categories::INTEGER as categories,
  (case when orders <= 3 then orders when orders <= 5 then 5 when orders <= 9 then 9 else 10 end)::INTEGER as orders_class,
  count(*)::INTEGER as customers,
  sum(mixed.orders)::INTEGER as orders,
  sum(mixed.revenue)::DOUBLE as revenue,
  count(clv)::INTEGER as valued,
  sum(clv)::DOUBLE as clv
from mixed
left join customer_values using (customer_id)
group by 1, 2
order by 1, 2
