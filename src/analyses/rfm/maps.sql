-- Question   How would other published maps group the customers?
-- Grain      one triple of scores and spending group
-- Parameters those of rfm-scores.sql, $map ('ours' skips this)
-- Columns    r, f, m (1–5); spending 'Heavy' (the best 20% of the customers in focus by money in the window), 'Medium' (the
--            next 30%) or 'Light' (the last 50%); customers; revenue (money in the window)
-- Nulls      none; customers who spent the same are in the same group, the better one
-- Source     rfm_scores of the customers in focus; methods.md F1: Putler's ranges, heavy–medium–light 20/30/50
with ranked as (
  select
    r,
    f,
    m,
    monetary,
    percent_rank() over (order by monetary desc) as rank
  from rfm_scores
  where $map <> 'ours' and customer_id in (select customer_id from scoped_customers)
)
select
  r::INTEGER as r,
  f::INTEGER as f,
  m::INTEGER as m,
  case when rank < 0.2 then 'Heavy' when rank < 0.5 then 'Medium' else 'Light' end as spending,
  count(*)::INTEGER as customers,
  sum(monetary)::DOUBLE as revenue
from ranked
group by all
