-- Question   From which RFM segment to which did customers move between two days?
-- Grain      one pair of states that somebody moved between (or stayed in)
-- Parameters $as_of, $days_before, $cuts_from 'earlier' or 'each', and those of rfm-scores.sql
-- Columns    from_state, to_state: an RFM segment, 'Lapsed' (bought before, but not in the window) or 'Not yet a customer';
--            customers; revenue_before, revenue_now (money in the window before each day)
-- Nulls      none; who did not buy in a window brought 0 in it
-- Source     methods.md F1; rfm_before and rfm_scores are the scores of the two days, rfm_map their segments
with
edges as (
  select any_value(recency_edges) as recency, any_value(frequency_edges) as frequency from rfm_before
),
later as (
  select
    customer_id,
    monetary,
    case
      when $cuts_from = 'earlier' and recency is not null then 5 - len(list_filter(recency, lambda edge: edge <= recency_days))
      else r
    end as r,
    case
      when $cuts_from = 'earlier' and edges.frequency is not null
        then 1 + len(list_filter(edges.frequency, lambda edge: edge <= rfm_scores.frequency))
      else f
    end as f
  from rfm_scores
  cross join edges
),
placed as (
  select
    case
      when scoped_customers.first_order > $as_of - $days_before::INTEGER then 'Not yet a customer'
      else coalesce(map_before.rfm_segment, 'Lapsed')
    end as from_state,
    coalesce(map_now.rfm_segment, 'Lapsed') as to_state,
    coalesce(rfm_before.monetary, 0) as revenue_before,
    coalesce(later.monetary, 0) as revenue_now
  from scoped_customers
  left join rfm_before using (customer_id)
  left join rfm_map as map_before on map_before.r = rfm_before.r and map_before.f = rfm_before.f
  left join later on later.customer_id = scoped_customers.customer_id
  left join rfm_map as map_now on map_now.r = later.r and map_now.f = later.f
  where scoped_customers.orders > 0
)
select
  from_state,
  to_state,
  count(*)::INTEGER as customers,
  sum(revenue_before)::DOUBLE as revenue_before,
  sum(revenue_now)::DOUBLE as revenue_now
from placed
group by from_state, to_state
