-- Question   How quickly and how well are customers answered?
-- Grain      the focus (in_focus), and whom it is compared with where there is anybody
-- Parameters $as_of, $window_days, $satisfied_from (points)
-- Columns    tickets opened in the window; replied, median_reply_hours, slow_reply_hours (nine in ten are quicker); solved,
--            median_solve_days; judged (solved and known whether reopened), first_time (of these, never reopened); rated,
--            satisfied (rated $satisfied_from or better)
-- Nulls      times without a reply or solution; no row of a side without tickets
-- Source     tickets; A18, A22. Replies and solutions after as-of are not known yet
with parties as (
  select customer_id, true as in_focus from scoped_customers
  union all
  select customer_id, false from comparison_customers
),
asked as (
  select
    in_focus,
    opened_at,
    case when first_reply_at::DATE <= $as_of then date_diff('second', opened_at, first_reply_at) / 3600.0 end as reply_hours,
    case when solved_at::DATE <= $as_of then date_diff('second', opened_at, solved_at) / 86400.0 end as solve_days,
    reopened,
    csat
  from tickets
  join parties using (customer_id)
  where opened_at::DATE <= $as_of and opened_at::DATE > $as_of - $window_days::INTEGER
)
select
  in_focus,
  count(*)::INTEGER as tickets,
  count(reply_hours)::INTEGER as replied,
  median(reply_hours)::DOUBLE as median_reply_hours,
  quantile_cont(reply_hours, 0.9)::DOUBLE as slow_reply_hours,
  count(solve_days)::INTEGER as solved,
  median(solve_days)::DOUBLE as median_solve_days,
  count(reopened) filter (solve_days is not null)::INTEGER as judged,
  count(*) filter (solve_days is not null and reopened = 0)::INTEGER as first_time,
  count(csat)::INTEGER as rated,
  count(*) filter (csat >= $satisfied_from)::INTEGER as satisfied
from asked
group by in_focus
order by in_focus desc
