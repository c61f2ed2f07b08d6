-- Question   How many customers stand in each RFM cell and segment, and what did they bring?
-- Grain      one group: a cell of recency and frequency score (all 25), a segment, a monetary score, or all
-- Parameters those of rfm-scores.sql
-- Columns    grain 'cell', 'segment', 'monetary' or 'all'; r, f, rfm_segment, m (null where the group is not about it); customers, high_spenders (m 4 or 5);
--            revenue (money in the window); median_recency_days, median_frequency, median_monetary
-- Nulls      an empty cell has 0 customers, 0 revenue and null medians
-- Source     methods.md F1; rfm_scores of the customers in focus
with focus as (
  select rfm_scores.*
  from rfm_scores
  where customer_id in (select customer_id from scoped_customers)
)
select
  case
    when grouping(rfm_map.r) = 0 then 'cell'
    when grouping(rfm_map.rfm_segment) = 0 then 'segment'
    when grouping(focus.m) = 0 then 'monetary'
    else 'all'
  end as grain,
  rfm_map.r::INTEGER as r,
  rfm_map.f::INTEGER as f,
  rfm_map.rfm_segment,
  focus.m::INTEGER as m,
  count(focus.customer_id)::INTEGER as customers,
  (count(*) filter (where focus.m >= 4))::INTEGER as high_spenders,
  coalesce(sum(focus.monetary), 0)::DOUBLE as revenue,
  median(focus.recency_days)::DOUBLE as median_recency_days,
  median(focus.frequency)::DOUBLE as median_frequency,
  median(focus.monetary)::DOUBLE as median_monetary
from rfm_map
left join focus on focus.r = rfm_map.r and focus.f = rfm_map.f
group by grouping sets ((rfm_map.r, rfm_map.f, rfm_map.rfm_segment), (rfm_map.rfm_segment), (focus.m), ())
