-- Question   Are those who answered like those who buy?
-- Grain      one fifth of spend (m, 5 spends most) of customers of the focus with a purchase in the last 365 days
-- Parameters those of survey_answers
-- Columns    m; base (customers); answered (of these, customers with any answer); promoters, passives, detractors among their
--            answers to nps; complained (customers of the fifth with a complaint so far) and answered_complained (of these,
--            who answered)
-- Nulls      complained and answered_complained where no tickets are loaded
-- Source     survey_answers, customer_profiles; F17: response bias beside the buyer base
with answers as (
  select
    customer_id,
    count(*) filter (instrument = 'nps' and score >= 9) as promoters,
    count(*) filter (instrument = 'nps' and score >= 7 and score < 9) as passives,
    count(*) filter (instrument = 'nps' and score < 7) as detractors
  from survey_answers
  where in_focus and customer_id is not null
  group by customer_id
)
select
  m::INTEGER as m,
  count(*)::INTEGER as base,
  count(answers.customer_id)::INTEGER as answered,
  coalesce(sum(promoters), 0)::INTEGER as promoters,
  coalesce(sum(passives), 0)::INTEGER as passives,
  coalesce(sum(detractors), 0)::INTEGER as detractors,
  (count(*) filter (complaints > 0) + nullif(count(complaints), 0) * 0)::INTEGER as complained,
  (count(answers.customer_id) filter (complaints > 0) + nullif(count(complaints), 0) * 0)::INTEGER as answered_complained
from scoped_customers as people
left join answers on answers.customer_id = people.customer_id
where m is not null
group by m
order by m desc
