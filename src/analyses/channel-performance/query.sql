-- Question   What did customers buy through each category of channel?
-- Grain      one category, 'unplaced' (a channel that no rule knows) and 'untold' (no channel), with purchases in the window
-- Parameters $as_of, $window_days, $returns_net, $own_channels
-- Columns    category; customers (known ones); orders (purchases); revenue, costed_revenue (of orders whose margin is known),
--            margin (of these; money); is_segment (a part of all customers is asked about)
-- Nulls      margin where no cost is known
-- Source     channel_sales; D11
select
  coalesce(category, case when is_told then 'unplaced' else 'untold' end) as category,
  count(distinct customer_id) filter (is_purchase)::INTEGER as customers,
  count(*) filter (is_purchase)::INTEGER as orders,
  sum(revenue)::DOUBLE as revenue,
  sum(revenue) filter (margin is not null)::DOUBLE as costed_revenue,
  sum(margin)::DOUBLE as margin,
  (select count(*) from scoped_customers) < (select count(*) from customer_profiles) as is_segment
from channel_sales
group by 1
having count(*) filter (is_purchase) > 0
order by 1
