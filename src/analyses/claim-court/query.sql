-- Question   Do the same customers spend more in later years than in their first?
-- Grain      one row
-- Parameters $as_of, $returns_net, $loyal_spend (purchase or year), $price_rise (a year; spend is in prices of as-of)
-- Columns    observed (customers with two or more full years of 365 days since the first order by as-of); customers (of
--            these, who bought in a later full year too); mean_first, mean_later (revenue a purchase, or a year with a purchase,
--            in the first and in the later full years: means of the customers' own means, money); mean_change, var_change
--            (later − first of each customer: mean and sample variance)
-- Nulls      means are null without customers, the variance with fewer than two
-- Source     order_facts of the focus; methods.md E, published claims
with buyers as (
  select customer_id, first_order, tenure_days // 365 as completed
  from scoped_customers
  where orders > 0 and tenure_days >= 730
),
yearly as (
  select
    customer_id,
    order_date < first_order + 365 as is_first,
    (order_date - first_order) // 365 as year,
    count(*) filter (is_purchase) as purchases,
    sum(
      (case when $returns_net then net else sales end)::DOUBLE * (1 + $price_rise) ** (($as_of::DATE - order_date) / 365.0)
    ) as revenue
  from scoped_orders
  join buyers using (customer_id)
  where order_date >= first_order and (order_date - first_order) // 365 < completed
  group by all
),
spends as (
  select
    customer_id,
    sum(revenue) filter (is_first)
      / (case when $loyal_spend = 'purchase' then sum(purchases) filter (is_first) else 1 end) as first_spend,
    sum(revenue) filter (not is_first)
      / (
        case
          when $loyal_spend = 'purchase' then sum(purchases) filter (not is_first)
          else count(*) filter (not is_first)
        end
      ) as later_spend
  from yearly
  where purchases > 0
  group by customer_id
)
select
  (select count(*) from buyers)::INTEGER as observed,
  count(*)::INTEGER as customers,
  avg(first_spend)::DOUBLE as mean_first,
  avg(later_spend)::DOUBLE as mean_later,
  avg(later_spend - first_spend)::DOUBLE as mean_change,
  var_samp(later_spend - first_spend)::DOUBLE as var_change
from spends
where first_spend is not null and later_spend is not null
