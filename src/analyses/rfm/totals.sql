-- Question   Who was scored, who was not, and where do the cuts lie?
-- Grain      one row
-- Parameters those of rfm-scores.sql
-- Columns    customers in focus; without_order (known, but no purchase in the window); never_bought; scored_base
--            (customers that the cuts were taken from); usual_gap_days (median of the customers' median gaps);
--            recency_1 … monetary_4: the cut points
-- Nulls      cuts are null when nobody was scored; usual_gap_days when nobody bought twice
-- Source     rfm_scores, customer_profiles of the focus
with cuts as (
  select
    count(*) as scored_base,
    any_value(recency_edges) as recency,
    any_value(frequency_edges) as frequency,
    any_value(monetary_edges) as monetary
  from rfm_scores
),
people as (
  select
    count(*) as customers,
    count(*) filter (where customer_id not in (select customer_id from rfm_scores)) as without_order,
    count(*) filter (where orders = 0) as never_bought,
    median(median_gap_days) as usual_gap_days
  from scoped_customers
)
select
  customers::INTEGER as customers,
  without_order::INTEGER as without_order,
  never_bought::INTEGER as never_bought,
  usual_gap_days::DOUBLE as usual_gap_days,
  scored_base::INTEGER as scored_base,
  recency[1]::DOUBLE as recency_1,
  recency[2]::DOUBLE as recency_2,
  recency[3]::DOUBLE as recency_3,
  recency[4]::DOUBLE as recency_4,
  frequency[1]::DOUBLE as frequency_1,
  frequency[2]::DOUBLE as frequency_2,
  frequency[3]::DOUBLE as frequency_3,
  frequency[4]::DOUBLE as frequency_4,
  monetary[1]::DOUBLE as monetary_1,
  monetary[2]::DOUBLE as monetary_2,
  monetary[3]::DOUBLE as monetary_3,
  monetary[4]::DOUBLE as monetary_4
from cuts
cross join people
