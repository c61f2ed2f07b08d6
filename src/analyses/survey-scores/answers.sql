-- Question   What did customers answer in the window?
-- Grain      one answer of the focus (in_focus) or of whom it is compared with
-- Parameters $as_of, $window_days, $answers_count ('latest': the last answer of a customer to a questionnaire, 'all')
-- Columns    in_focus; customer_id; day; instrument (lower case); score; top_score (5, 10 or 100, as far as the scale of the
--            questionnaire reaches; nps: 10)
-- Nulls      customer_id of anonymous answers: they count only where the focus is everybody; day where it isn't known: such
--            answers count whatever the window; answers without a score are left out
-- Source     surveys, customer_profiles
with parties as (
  select customer_id, true as in_focus from scoped_customers
  union all
  select customer_id, false from comparison_customers
),
scales as (
  select
    instrument,
    case
      when lower(instrument) = 'nps' then 10
      when max(score) <= 5 then 5
      when max(score) <= 10 then 10
      else 100
    end as top_score
  from surveys
  group by instrument
),
given as (
  select
    nullif(customer_id, '') as customer_id,
    answered_at::DATE as day,
    answered_at,
    lower(coalesce(surveys.instrument, 'survey')) as instrument,
    score,
    top_score
  from surveys
  join scales on surveys.instrument is not distinct from scales.instrument
  where score is not null
    and (answered_at is null or (answered_at::DATE <= $as_of and answered_at::DATE > $as_of - $window_days::INTEGER))
),
counted as (
  select *
  from given
  qualify $answers_count = 'all' or customer_id is null
    or row_number() over (partition by instrument, customer_id order by answered_at desc nulls last, score) = 1
)
select in_focus, counted.customer_id, day, instrument, score, top_score
from counted
join parties using (customer_id)
union all
select true, null, day, instrument, score, top_score
from counted
where customer_id is null
  and (select count(*) from scoped_customers) = (select count(*) from customer_profiles)
