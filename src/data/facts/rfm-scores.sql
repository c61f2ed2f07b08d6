-- Question   How lately, how often and for how much did each customer buy in the window, scored 1 to 5?
-- Grain      one identified customer with a purchase in the window (everyone, or the segment when $score_within says so)
-- Parameters $as_of, $returns_net, $window_days, $whole_history, $count_orders 'days' or 'orders', $scoring
--            'percent-rank', 'quantile-breaks' or 'cuts', $recency_cuts, $frequency_cuts, $monetary_cuts (four rising
--            numbers or none), $score_within 'everyone' or 'segment'
-- Columns    customer_id; recency_days; frequency (purchase days or orders); monetary (money); r, f, m (1 worst to 5
--            best); recency_edges, frequency_edges, monetary_edges: four cut points each, a value on a cut belongs to
--            the upper group (for recency the older, lower-scored one)
-- Nulls      none; a score that nobody reaches has a cut one above the highest value
-- Source     methods.md F1; 'quantile-breaks' is the rule of the R package rfm: type-7 quantiles + 1
with
facts as (
  select
    customer_id,
    order_date,
    order_id,
    is_purchase,
    case when $returns_net then net else sales end as revenue
  from order_facts
  where customer_id is not null
    and order_date <= $as_of
    and ($whole_history or order_date >= $as_of - $window_days::INTEGER)
    and ($score_within = 'everyone' or customer_id in (select customer_id from scoped_customers))
),
totals as (
  select
    customer_id,
    ($as_of - max(order_date) filter (where is_purchase))::INTEGER as recency_days,
    (case
      when $count_orders = 'orders' then count(*) filter (where is_purchase)
      else count(distinct order_date) filter (where is_purchase)
    end)::INTEGER as frequency,
    sum(revenue)::DOUBLE as monetary
  from facts
  group by customer_id
  having count(*) filter (where is_purchase) > 0
),
ranked as (
  select
    *,
    1 + floor(5 * percent_rank() over (order by recency_days desc)) as recency_rank,
    1 + floor(5 * percent_rank() over (order by frequency)) as frequency_rank,
    1 + floor(5 * percent_rank() over (order by monetary)) as monetary_rank
  from totals
),
edges as (
  select
    case
      when $scoring = 'cuts' and len($recency_cuts) = 4 then $recency_cuts::DOUBLE[]
      when $scoring = 'quantile-breaks'
        then list_transform(quantile_cont(recency_days, [0.2, 0.4, 0.6, 0.8]), lambda edge: edge + 1)
      else list_transform(
        [
          min(recency_days) filter (where recency_rank < 5),
          min(recency_days) filter (where recency_rank < 4),
          min(recency_days) filter (where recency_rank < 3),
          min(recency_days) filter (where recency_rank < 2)
        ],
        lambda edge: coalesce(edge, max(recency_days) + 1)
      )
    end as recency_edges,
    case
      when $scoring = 'cuts' and len($frequency_cuts) = 4 then $frequency_cuts::DOUBLE[]
      when $scoring = 'quantile-breaks'
        then list_transform(quantile_cont(frequency, [0.2, 0.4, 0.6, 0.8]), lambda edge: edge + 1)
      else list_transform(
        [
          min(frequency) filter (where frequency_rank >= 2),
          min(frequency) filter (where frequency_rank >= 3),
          min(frequency) filter (where frequency_rank >= 4),
          min(frequency) filter (where frequency_rank >= 5)
        ],
        lambda edge: coalesce(edge, max(frequency) + 1)
      )
    end as frequency_edges,
    case
      when $scoring = 'cuts' and len($monetary_cuts) = 4 then $monetary_cuts::DOUBLE[]
      when $scoring = 'quantile-breaks'
        then list_transform(quantile_cont(monetary, [0.2, 0.4, 0.6, 0.8]), lambda edge: edge + 1)
      else list_transform(
        [
          min(monetary) filter (where monetary_rank >= 2),
          min(monetary) filter (where monetary_rank >= 3),
          min(monetary) filter (where monetary_rank >= 4),
          min(monetary) filter (where monetary_rank >= 5)
        ],
        lambda edge: coalesce(edge, max(monetary) + 1)
      )
    end as monetary_edges
  from ranked
)
select
  totals.*,
  5 - len(list_filter(recency_edges, lambda edge: edge <= recency_days)) as r,
  1 + len(list_filter(frequency_edges, lambda edge: edge <= frequency)) as f,
  1 + len(list_filter(monetary_edges, lambda edge: edge <= monetary)) as m,
  edges.*
from totals
cross join edges
