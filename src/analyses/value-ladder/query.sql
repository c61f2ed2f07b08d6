-- Question   How many customers stand on each rung of the value ladder, and what do they bring?
-- Grain      one rung, 1 to 7; empty rungs too
-- Parameters those of ladder-rungs.sql
-- Columns    rung; customers; lapsed; behavioural (loyal, attitude unknown); by_review (advocates without a referral);
--            revenue (lifetime money); margin (money) of the with_margin customers whose costs are known
-- Nulls      an empty rung has zeros; margin is null when no costs are known
-- Source     ladder (methods.md F2) of the customers in focus
with placed as (
  select ladder.*, revenue, margin, referrals_made
  from scoped_customers
  join ladder using (customer_id)
)
select
  rungs.rung::INTEGER as rung,
  count(placed.customer_id)::INTEGER as customers,
  (count(*) filter (where placed.is_lapsed))::INTEGER as lapsed,
  (count(*) filter (where placed.is_behavioural))::INTEGER as behavioural,
  (count(*) filter (where placed.ladder_rung = 7 and coalesce(placed.referrals_made, 0) = 0))::INTEGER as by_review,
  coalesce(sum(placed.revenue), 0)::DOUBLE as revenue,
  sum(placed.margin)::DOUBLE as margin,
  count(placed.margin)::INTEGER as with_margin
from range(1, 8) as rungs (rung)
left join placed on placed.ladder_rung = rungs.rung
group by rungs.rung
order by rungs.rung
