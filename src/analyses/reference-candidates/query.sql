-- Question   How many top customers would vouch for us, how many already do, and whom are we about to disappoint?
-- Grain      one combination of recommends, refers and is_broad among top customers of the focus; and one row for all of the focus
--            who were active in the last 365 days (is_everyone)
-- Parameters $as_of, $patronage, $top_share, $nps_from, $breadth_share, $alive_below
-- Columns    customers; consented (not refused); clv (sum, money); asked (with an NPS answer); complaining (open complaint), slipping
--            (P(alive) below $alive_below), alarmed (either), alarmed_clv (money); patronage_from, breadth_from: the least
--            patronage of the top in the row, and the breadth that counts as broad, among all customers active in the last 365 days
-- Nulls      clv where no model can be fitted
-- Source     reference_people (of F12's rules), customer_values, tickets; B17, B38
with open_complaints as (
  select distinct customer_id
  from tickets
  where is_complaint and opened_at::DATE <= $as_of and (solved_at is null or solved_at::DATE > $as_of)
),
people as (
  select
    judged.*,
    people.consent,
    clv,
    open_complaints.customer_id is not null as is_complaining,
    coalesce(p_alive < $alive_below, false) as is_slipping
  from reference_people as judged
  join scoped_customers as people on people.customer_id = judged.customer_id
  left join customer_values on customer_values.customer_id = judged.customer_id
  left join open_complaints on open_complaints.customer_id = judged.customer_id
)
select
  recommends,
  refers,
  is_broad,
  grouping(is_top) = 1 as is_everyone,
  count(*)::INTEGER as customers,
  count(*) filter (consent is distinct from false)::INTEGER as consented,
  sum(clv)::DOUBLE as clv,
  count(answer)::INTEGER as asked,
  count(*) filter (is_complaining)::INTEGER as complaining,
  count(*) filter (is_slipping)::INTEGER as slipping,
  count(*) filter (is_complaining or is_slipping)::INTEGER as alarmed,
  sum(clv) filter (is_complaining or is_slipping)::DOUBLE as alarmed_clv,
  min(patronage) filter (is_top)::DOUBLE as patronage_from,
  any_value(breadth_from)::DOUBLE as breadth_from
from people
group by grouping sets ((is_top, recommends, refers, is_broad), ())
having grouping(is_top) = 1 or is_top
order by is_everyone desc, customers desc, recommends, refers
